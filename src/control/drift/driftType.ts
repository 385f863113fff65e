import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType('Drift', { description: 'What a source holds no more as the catalog says' })
export class DriftType {
  @Field(() => ID)
  resource!: string;

  @Field(() => String, { description: 'The code of the agency that offers it' })
  agency!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The item; null where it is the table, or the order of pages',
  })
  field!: string | null;

  @Field(() => String, {
    description: 'What it serves: VALUE, TABLE, KEY, SUBJECT, MINORS, LINK, PAGES',
  })
  role!: string;

  @Field(() => Boolean, {
    description:
      'Whether nothing of the resource is answered; else the item has left its contracts',
  })
  closesResource!: boolean;

  @Field(() => String)
  why!: string;
}
