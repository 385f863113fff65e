import { Field, ID, ObjectType } from 'type-graphql';

import { jsonObject } from '../jsonObject.js';

@ObjectType('Rule', { description: 'An administrator’s tightening; it stands until it is removed' })
export class RuleType {
  @Field(() => ID)
  id!: string;

  @Field(() => jsonObject, { description: 'In the form of the seed file' })
  body!: Record<string, unknown>;
}
