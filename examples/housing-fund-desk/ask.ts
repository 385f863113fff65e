import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';

/** Where to ask, as whom, and what for. */
export interface Channel {
  readonly address: string;
  readonly token: string;
  /** The code of the application that was approved. */
  readonly purpose: string;
  /** Who acts, and for which case: the channel keeps both as keyed hashes, on record. */
  readonly actingUser: string;
  readonly caseReference: string;
}

interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { readonly message: string }[];
}

/**
 * Asks the channel, and takes whole answers only. A document names the data that it gives and the
 * variables that it takes, so both are checked where it is used.
 *
 * @throws {Error} with the sentences of the channel, which hold no value
 */
export async function ask<Data, Variables>(
  { address, token, purpose, actingUser, caseReference }: Channel,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      purpose,
      'acting-user': actingUser,
      'case-reference': caseReference,
    },
    body: JSON.stringify({ query: print(document), variables }),
  });
  const { data, errors = [] } = (await response.json()) as Answer<Data>;
  if (data && errors.length === 0) return data;
  throw new Error(errors.map(({ message }) => message).join('\n') || 'There is no answer.');
}
