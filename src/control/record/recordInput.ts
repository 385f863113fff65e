import { IsOptional, Matches } from 'class-validator';
import { Field, InputType } from 'type-graphql';

/** Names and codes, as policy and catalogs have them: nothing that a person is called by. */
const IsName = () =>
  Matches(/^[\w.-]{1,100}$/, { message: 'it has 1 to 100 letters, digits and _ . -' });

@InputType({ description: 'What entries are looked for by; what is not stated, any entry meets' })
export class RecordCriteriaInput {
  @Field(() => String, { nullable: true, description: 'Who asked' })
  @IsOptional()
  @IsName()
  client?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Whose client asked, or administrator acted',
  })
  @IsOptional()
  @IsName()
  agency?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsName()
  purpose?: string | null;

  @Field(() => String, { nullable: true, description: 'What was read of, as `Resident`' })
  @IsOptional()
  @IsName()
  resource?: string | null;

  @Field(() => String, { nullable: true, description: 'Which field of that resource was read' })
  @IsOptional()
  @IsName()
  field?: string | null;

  @Field(() => String, { nullable: true, description: 'As `OK`, or the code of an error' })
  @IsOptional()
  @IsName()
  outcome?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those with an alert: one subject asked for under many grants in a day',
  })
  @IsOptional()
  alerts?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'From then on: a day in China, or a time with its zone (ISO 8601)',
  })
  since?: string | null;

  @Field(() => String, { nullable: true, description: 'Before it, as `since`' })
  until?: string | null;
}
