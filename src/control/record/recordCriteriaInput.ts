import { Field, InputType } from 'type-graphql';
import { z } from 'zod';

/** A name or code, as policy and catalogs have them; the name of a person in Chinese does not fit. */
const name = z
  .string()
  .regex(/^[\w.-]{1,100}$/)
  .nullish();

@InputType({ description: 'What entries are looked for by; what is not stated, any entry meets' })
export class RecordCriteriaInput {
  static readonly form = z.object({
    client: name,
    agency: name,
    purpose: name,
    resource: name,
    field: name,
    outcome: name,
    grant: name,
    administrator: name,
    actingUser: name,
    caseReference: name,
    subject: name,
  });

  @Field(() => String, { nullable: true, description: 'Who asked' })
  client?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Whose client asked, or administrator acted',
  })
  agency?: string | null;

  @Field(() => String, { nullable: true })
  purpose?: string | null;

  @Field(() => String, { nullable: true, description: 'What was read of, as `Resident`' })
  resource?: string | null;

  @Field(() => String, { nullable: true, description: 'Which field of that resource was read' })
  field?: string | null;

  @Field(() => String, { nullable: true, description: 'As `OK`, or the code of an error' })
  outcome?: string | null;

  @Field(() => String, { nullable: true, description: 'Under which grant' })
  grant?: string | null;

  @Field(() => String, { nullable: true, description: 'Who administered' })
  administrator?: string | null;

  @Field(() => String, { nullable: true, description: 'Who acted: the keyed hash of an entry' })
  actingUser?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'For which case: the keyed hash of an entry',
  })
  caseReference?: string | null;

  @Field(() => String, { nullable: true, description: 'Whom an alert is about: its keyed hash' })
  subject?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those with an alert: one subject asked for under many grants in a day',
  })
  alerts?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'From then on: a day in China, or a time with its zone (ISO 8601)',
  })
  since?: string | null;

  @Field(() => String, { nullable: true, description: 'Before it, as `since`' })
  until?: string | null;
}
