import { Field, ID, ObjectType } from 'type-graphql';

import { jsonObject } from '../jsonObject.js';

@ObjectType('ClientKey', { description: 'A public key registered to a client (Ed25519, RFC 8037)' })
export class ClientKeyType {
  @Field(() => String)
  kid!: string;

  @Field(() => String, { description: 'The key, 32 bytes in base64url' })
  x!: string;
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
