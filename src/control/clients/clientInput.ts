import { Length, ValidateNested } from 'class-validator';
import { GraphQLJSONObject } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';

// Whether a text fits its column is told here; whether policy can use it, when the whole compiles.

@InputType({ description: 'A public key to be registered (Ed25519, RFC 8037)' })
export class ClientKeyInput {
  @Field(() => String)
  @Length(1, 100)
  kid!: string;

  @Field(() => String, { description: 'The key, 32 bytes in base64url' })
  @Length(43, 43)
  x!: string;
}

@InputType({ description: 'A program to be registered' })
export class RegisterClientInput {
  @Field(() => ID)
  @Length(1, 100)
  id!: string;

  @Field(() => String, { description: 'The code of its agency' })
  @Length(1, 100)
  agency!: string;

  @Field(() => GraphQLJSONObject, { nullable: true })
  attributes?: Record<string, unknown> | null;

  @Field(() => [ClientKeyInput])
  @ValidateNested({ each: true })
  keys!: ClientKeyInput[];
}
