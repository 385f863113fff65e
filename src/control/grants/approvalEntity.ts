import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { Approver } from '../../policy/model/grant.js';

/** The act by which somebody other than who made a grant approved of it. */
@Entity('approval')
export class ApprovalEntity {
  @PrimaryColumn('varchar', { length: 100 })
  grant!: string;

  @PrimaryColumn('varchar', { length: 20 })
  role!: Approver;

  /** Of the administrator who gave it. */
  @PrimaryColumn('varchar', { length: 100 })
  agency!: string;

  @Column('varchar', { length: 100 })
  administrator!: string;

  /** As the office numbers its acts. */
  @Column('varchar', { length: 100 })
  number!: string;

  /** ISO 8601 in UTC. */
  @Column('varchar', { length: 40 })
  at!: string;

  /** Names of the resources that it is about. */
  @Column('simple-json')
  resources!: readonly string[];
}
