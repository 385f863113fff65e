import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@ObjectType({ simpleResolvers: true })
@Entity('area')
export class Division {
  @Field(() => ID)
  @PrimaryColumn('varchar')
  declare readonly code: string;

  @Field(() => String, { nullable: true })
  @Column('varchar', { nullable: true })
  declare readonly name: string | null;

  @Column('varchar', { nullable: true })
  declare readonly provinceCode: string | null;
}
