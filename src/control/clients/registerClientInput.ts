import { Field, ID, InputType } from 'type-graphql';
import { z } from 'zod';

import { columnText } from '../columnText.js';
import { jsonObject } from '../jsonObject.js';

// The forms tell whether a text fits its column. Whether policy can use it is told when the whole
// policy compiles.

@InputType({ description: 'A public key to be registered (Ed25519, RFC 8037)' })
export class ClientKeyInput {
  static readonly form = z.object({ kid: columnText(1, 100), x: columnText(43, 43) });

  @Field(() => String)
  kid!: string;

  @Field(() => String, { description: 'The key, 32 bytes in base64url' })
  x!: string;
}

@InputType({ description: 'A program to be registered' })
export class RegisterClientInput {
  static readonly form = z.object({
    id: columnText(1, 100),
    agency: columnText(1, 100),
    keys: z.array(ClientKeyInput.form),
  });

  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'The code of its agency' })
  agency!: string;

  @Field(() => jsonObject, { nullable: true })
  attributes?: Record<string, unknown> | null;

  @Field(() => [ClientKeyInput])
  keys!: ClientKeyInput[];
}
