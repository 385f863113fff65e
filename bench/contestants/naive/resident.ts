import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

import { Masked } from './masked.js';

/** The columns that are shared; the table's others are not mapped. */
@ObjectType()
@Entity('resident')
export class Resident {
  @PrimaryColumn('integer', { name: 'row_id' })
  declare readonly rowId: number;

  @Field(() => ID)
  @Masked('ID_NUMBER')
  @Column('varchar', { name: 'id_no', unique: true })
  declare readonly idNo: string;

  @Field(() => String)
  @Masked('NAME')
  @Column('varchar')
  declare readonly name: string;

  @Field(() => String, { nullable: true })
  @Masked('YEAR')
  @Column('date', { name: 'birth_date', nullable: true })
  declare readonly birthDate: string | null;

  @Field(() => String, { nullable: true })
  @Masked('ADDRESS')
  @Column('varchar', { nullable: true })
  declare readonly address: string | null;

  @Field(() => ID, { simple: true })
  @Column('varchar', { name: 'division_code' })
  declare readonly divisionCode: string;
}
