import { Field, ID, Int, ObjectType } from 'type-graphql';

import { jsonObject } from '../jsonObject.js';

@ObjectType('FieldRead', { description: 'A field that was read, and the form that it left in' })
export class FieldReadType {
  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'As `MASKED(NAME)`' })
  form!: string;
}

@ObjectType('ResourceRead', { description: 'What was read of a resource' })
export class ResourceReadType {
  @Field(() => String)
  resource!: string;

  @Field(() => [FieldReadType])
  fields!: readonly FieldReadType[];

  @Field(() => Int)
  rows!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'By how many keys rows were looked up, found or not; null where none were',
  })
  keys?: number;
}

@ObjectType('SubjectAlert', { description: 'One subject was asked for under many grants in a day' })
export class SubjectAlertType {
  @Field(() => String, { description: 'What its key is: an element, or `Type.key`' })
  of!: string;

  @Field(() => String, { description: 'A keyed hash, equal for the same subject' })
  subject!: string;

  @Field(() => [ID])
  grants!: readonly string[];
}

@ObjectType('RecordEntry', {
  description: 'What the record keeps of one request; never a value',
})
export class RecordEntryType {
  @Field(() => ID, { description: 'The answer’s header `request-id`' })
  requestId!: string;

  @Field(() => String, { description: 'ISO 8601, UTC' })
  at!: string;

  @Field(() => String, { nullable: true, description: 'Null for the public' })
  client!: string | null;

  @Field(() => String, { nullable: true })
  agency!: string | null;

  @Field(() => String, { nullable: true })
  purpose!: string | null;

  @Field(() => String, { nullable: true, description: 'Who at the agency asked: a keyed hash' })
  actingUser!: string | null;

  @Field(() => String, { nullable: true, description: 'For which case: a keyed hash' })
  caseReference!: string | null;

  @Field(() => String, { nullable: true })
  grant!: string | null;

  @Field(() => String, { nullable: true, description: 'The revision of policy that decided' })
  policy!: string | null;

  @Field(() => String, { nullable: true, description: 'The contract’s fingerprint' })
  contract!: string | null;

  @Field(() => String, { nullable: true, description: 'SHA-256, literals lifted out' })
  operation!: string | null;

  @Field(() => [ResourceReadType])
  reads!: readonly ResourceReadType[];

  @Field(() => [SubjectAlertType])
  alerts!: readonly SubjectAlertType[];

  @Field(() => String, { nullable: true, description: 'Who administered' })
  administrator!: string | null;

  @Field(() => String, { nullable: true, description: 'What was administered, to what' })
  action!: string | null;

  @Field(() => jsonObject, {
    nullable: true,
    description: 'Refusals of requesters who proved nothing, that are summed up here; else null',
  })
  refusals?: object;

  @Field(() => String, {
    description: '`OK`, `PARTIAL`, `BEGUN`, the code of an error, or `REFUSALS` for a sum',
  })
  outcome!: string;
}

@ObjectType('FoundEntries')
export class FoundEntriesType {
  @Field(() => [RecordEntryType], { description: 'The newest of them, newest last' })
  entries!: readonly RecordEntryType[];

  @Field(() => Int, { description: 'How many entries meet the criteria' })
  matched!: number;

  @Field(() => Int, { description: 'How many entries were looked at' })
  of!: number;

  @Field(() => Int, { description: 'How many older ones are archived, and were not looked at' })
  archived!: number;

  @Field(() => Boolean, {
    description:
      'Whether all of the record was searched; where not, the time ran out or a part is archived, and `matched` and `of` leave out what is older',
  })
  isWhole!: boolean;
}
