import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The columns that the workloads read. */
@ObjectType({ simpleResolvers: true })
@Entity('company')
export class Company {
  @PrimaryColumn('integer', { name: 'row_id' })
  declare readonly rowId: number;

  @Field(() => String)
  @Column('varchar')
  declare readonly name: string;

  @Field(() => String)
  @Column('varchar')
  declare readonly status: string;

  @Column('varchar', { name: 'legal_rep_id_no' })
  declare readonly legalRepIdNo: string;
}
