import { Field, ID, ObjectType } from 'type-graphql';

import { enumOf } from '../enumOf.js';
import { jsonObject } from '../jsonObject.js';

import { toldStatuses, type ToldStatus } from './grantStates.js';

export const grantStatusEnum = enumOf(toldStatuses, {
  name: 'GrantStatus',
  description: 'Whether a grant is in force, for a time not, or never again',
});

@ObjectType('Grant', { description: 'What was approved for an application, until when' })
export class GrantType {
  @Field(() => ID)
  id!: string;

  /** The client's id; the field `client` of the schema is a relation. */
  client!: string;

  @Field(() => String)
  purpose!: string;

  @Field(() => grantStatusEnum)
  status!: ToldStatus;

  @Field(() => String, { description: 'ISO 8601 with its offset' })
  validUntil!: string;

  @Field(() => jsonObject, { description: 'By resource, in the form of the seed file' })
  resources!: Record<string, unknown>;

  @Field(() => String, {
    nullable: true,
    description: 'The administrator who made it; null for one that began with the policy file',
  })
  createdBy!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was revoked' })
  reason!: string | null;
}
