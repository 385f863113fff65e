import { GraphQLJSONObject } from 'graphql-scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';

import { enumOf } from '../enumOf.js';

import { grantStatuses, type GrantStatus } from './grantEntity.js';

export const grantStatusEnum = enumOf(grantStatuses);
registerEnumType(grantStatusEnum, {
  name: 'GrantStatus',
  description: 'Whether a grant is in force, for a time not, or never again',
});

@ObjectType('Application', { description: 'What a client applied for' })
export class ApplicationType {
  @Field(() => ID)
  client!: string;

  @Field(() => String, { description: 'The purpose that its requests state' })
  purpose!: string;

  @Field(() => String, { nullable: true })
  scenario!: string | null;
}

@ObjectType('Grant', { description: 'What was approved for an application, until when' })
export class GrantType {
  @Field(() => ID)
  id!: string;

  /** The id, of which a resolver makes the client. */
  client!: string;

  @Field(() => String)
  purpose!: string;

  @Field(() => grantStatusEnum)
  status!: GrantStatus;

  @Field(() => String, { description: 'ISO 8601 with its offset' })
  validUntil!: string;

  @Field(() => GraphQLJSONObject, { description: 'By resource, in the form of the seed file' })
  resources!: Record<string, unknown>;

  @Field(() => String, { nullable: true, description: 'Why it was revoked' })
  reason!: string | null;
}
