import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { AgencyKind } from './agencyKind.js';

/** A public agency (公共管理和服务机构), which provides data or asks for it. */
@Entity('agency')
export class AgencyEntity {
  /** As `qd-public-security`. */
  @PrimaryColumn('varchar', { length: 100 })
  code!: string;

  @Column('varchar', { length: 200 })
  name!: string;

  /** Its unified social credit code; null for one that is known from the policy file alone. */
  @Column('varchar', { name: 'credit_code', length: 18, nullable: true })
  creditCode!: string | null;

  @Column('varchar', { length: 30, nullable: true })
  kind!: AgencyKind | null;

  /** The code of the agency that it belongs to. */
  @Column('varchar', { length: 100, nullable: true })
  parent!: string | null;
}
