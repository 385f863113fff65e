import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A public agency (公共管理和服务机构), which provides data or asks for it. */
@Entity('agency')
export class AgencyEntity {
  /** As `qd-public-security`. */
  @PrimaryColumn('varchar', { length: 100 })
  code!: string;

  @Column('varchar', { length: 200 })
  name!: string;
}
