import { GraphQLJSONObject } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType('Rule', { description: 'An administrator’s tightening; it stands until it is removed' })
export class RuleType {
  @Field(() => ID)
  id!: string;

  @Field(() => GraphQLJSONObject, { description: 'In the form of the seed file' })
  body!: Record<string, unknown>;
}
