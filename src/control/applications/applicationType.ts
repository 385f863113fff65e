import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType('Application', { description: 'What a client applied for' })
export class ApplicationType {
  @Field(() => ID)
  client!: string;

  @Field(() => String, { description: 'The purpose that its requests state' })
  purpose!: string;

  @Field(() => String, { nullable: true })
  scenario!: string | null;
}
