import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { GrantStatus } from './grantStates.js';

/** What was approved for an application, until when. */
@Entity('grant')
export class GrantEntity {
  @PrimaryColumn('varchar', { length: 100 })
  id!: string;

  @Column('varchar', { length: 100 })
  client!: string;

  @Column('varchar', { length: 100 })
  purpose!: string;

  @Column('varchar', { length: 20 })
  status!: GrantStatus;

  /** ISO 8601 with its offset. */
  @Column('varchar', { name: 'valid_until', length: 40 })
  validUntil!: string;

  /** What was approved of each resource, in the form of the seed file. */
  @Column('simple-json')
  resources!: Record<string, unknown>;

  /** Why it was revoked; null until then. */
  @Column('varchar', { length: 500, nullable: true })
  reason!: string | null;

  /** The administrator who made it; null for one that began with the seed. */
  @Column('varchar', { name: 'created_by', length: 100, nullable: true })
  createdBy!: string | null;

  /** Whether what it rebuilds with others of its client's agency was seen by who made it. */
  @Column('boolean', { name: 'accepts_combinations', default: false })
  acceptsCombinations!: boolean;
}
