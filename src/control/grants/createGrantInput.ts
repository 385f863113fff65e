import { Field, ID, InputType } from 'type-graphql';
import { z } from 'zod';

import { columnText } from '../columnText.js';
import { jsonObject } from '../jsonObject.js';

@InputType({ description: 'What is approved for an application, until when' })
export class CreateGrantInput {
  static readonly form = z.object({
    client: columnText(1, 100),
    purpose: columnText(1, 100),
    scenario: columnText(1, 100).nullish(),
    validUntil: columnText(0, 40),
  });

  @Field(() => ID)
  client!: string;

  @Field(() => String, { description: 'The purpose that its requests state' })
  purpose!: string;

  @Field(() => String, { nullable: true })
  scenario?: string | null;

  @Field(() => String, { description: 'ISO 8601 with its offset' })
  validUntil!: string;

  @Field(() => jsonObject, {
    description:
      'By resource, in the form of the seed file. Fields that "*" stands for are those of now, and stay so',
  })
  resources!: Record<string, unknown>;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'That what the grants of its client’s agency rebuild together has been seen, and is approved',
  })
  acceptCombinations!: boolean;
}
