import { Field, ID, InputType } from 'type-graphql';
import { z } from 'zod';

import { columnText } from '../columnText.js';
import { jsonObject } from '../jsonObject.js';

// The forms tell whether a text fits its column. Whether policy can use it is told when the whole
// policy compiles.

@InputType({
  description:
    'A public key to be registered, as a JWK (RFC 7517): of Ed25519, which `kid` and `x` alone are too; of P-256, for ES256; of RSA with 2048 to 4096 bits, for RS256',
})
export class ClientKeyInput {
  static readonly form = z.object({
    kid: columnText(1, 100),
    kty: columnText(1, 10).nullish(),
    crv: columnText(1, 20).nullish(),
    x: columnText(43, 43).nullish(),
    y: columnText(43, 43).nullish(),
    n: columnText(1, 683).nullish(),
    e: columnText(1, 6).nullish(),
  });

  @Field(() => String)
  kid!: string;

  @Field(() => String, { nullable: true, description: 'OKP, EC or RSA; OKP where it is absent' })
  kty?: string | null;

  @Field(() => String, { nullable: true, description: 'Ed25519 for OKP, P-256 for EC' })
  crv?: string | null;

  @Field(() => String, { nullable: true, description: 'Of OKP and EC: 32 bytes in base64url' })
  x?: string | null;

  @Field(() => String, { nullable: true, description: 'Of EC: 32 bytes in base64url' })
  y?: string | null;

  @Field(() => String, { nullable: true, description: 'Of RSA: the modulus in base64url' })
  n?: string | null;

  @Field(() => String, { nullable: true, description: 'Of RSA: the exponent, mostly AQAB' })
  e?: string | null;
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
