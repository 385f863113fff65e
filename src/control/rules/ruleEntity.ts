import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An administrator's tightening, in the form of the seed file; it stands until it is removed. */
@Entity('rule')
export class RuleEntity {
  @PrimaryColumn('varchar', { length: 100 })
  id!: string;

  @Column('simple-json')
  body!: Record<string, unknown>;
}
