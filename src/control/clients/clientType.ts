import { Field, ID, ObjectType } from 'type-graphql';

import { jsonObject } from '../jsonObject.js';

@ObjectType('ClientKey', {
  description: 'A public key registered to a client, as a JWK (RFC 7517)',
})
export class ClientKeyType {
  @Field(() => String)
  kid!: string;

  @Field(() => String, { description: 'OKP, EC or RSA' })
  kty!: string;

  @Field(() => String, { nullable: true, description: 'Ed25519 for OKP, P-256 for EC' })
  crv?: string;

  @Field(() => String, { nullable: true, description: 'Of Ed25519 the key, of P-256 a coordinate' })
  x?: string;

  @Field(() => String, { nullable: true, description: 'Of P-256 the other coordinate' })
  y?: string;

  @Field(() => String, { nullable: true, description: 'Of RSA the modulus' })
  n?: string;

  @Field(() => String, { nullable: true, description: 'Of RSA the exponent' })
  e?: string;
}

@ObjectType('Client', { description: 'A program of an agency, known by its registered keys' })
export class ClientType {
  @Field(() => ID)
  id!: string;

  /** The agency's code; the field `agency` of the schema is a relation. */
  agency!: string;

  @Field(() => jsonObject, { description: 'What row scopes may hang on, by name' })
  attributes!: Record<string, unknown>;
}
