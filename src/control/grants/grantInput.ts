import { Length, MaxLength, ValidateIf } from 'class-validator';
import { GraphQLJSONObject } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'What is approved for an application, until when' })
export class CreateGrantInput {
  @Field(() => ID)
  @Length(1, 100)
  client!: string;

  @Field(() => String, { description: 'The purpose that its requests state' })
  @Length(1, 100)
  purpose!: string;

  @Field(() => String, { nullable: true })
  @ValidateIf(({ scenario }: CreateGrantInput) => scenario !== null && scenario !== undefined)
  @Length(1, 100)
  scenario?: string | null;

  @Field(() => String, { description: 'ISO 8601 with its offset' })
  @MaxLength(40)
  validUntil!: string;

  @Field(() => GraphQLJSONObject, { description: 'By resource, in the form of the seed file' })
  resources!: Record<string, unknown>;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'That what the grants of its client’s agency rebuild together has been seen, and is approved',
  })
  acceptCombinations!: boolean;
}
