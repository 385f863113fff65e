/**
 * The closed set of error codes of the exchange. `status` is the HTTP status of an answer that has no data
 * because of the error. `contract` is the message unless the code that throws states a more exact one.
 */
export const errorCodes = {
  UNAUTHENTICATED: {
    status: 401,
    contract: 'A credential is a current token, signed by a key registered to its client.',
  },
  PURPOSE_REQUIRED: {
    status: 400,
    contract: 'A request with a credential states its purpose in the header `purpose`.',
  },
  PURPOSE_NOT_VALID: {
    status: 403,
    contract: 'A purpose is the code of an approved application of this client, in force now.',
  },
  FORBIDDEN: {
    status: 403,
    contract: 'An administrator reads and changes what its role, and its agency, lets it.',
  },
  BAD_USER_INPUT: { status: 400, contract: 'A value must fit the type of the place it is put in.' },
  GRAPHQL_PARSE_FAILED: { status: 400, contract: 'A request carries a GraphQL document.' },
  GRAPHQL_VALIDATION_FAILED: {
    status: 400,
    contract: 'An operation must fit the schema of its requester and purpose.',
  },
  OPERATION_RESOLUTION_FAILURE: {
    status: 400,
    contract: 'A request names one operation of its document, or the document has only one.',
  },
  // The message is what clients of persisted queries (@apollo/client, urql) look for, to the letter, to
  // send the document instead from then on.
  PERSISTED_QUERY_NOT_SUPPORTED: { status: 400, contract: 'PersistedQueryNotSupported' },
  LIMIT_EXCEEDED: { status: 400, contract: 'A request must keep to the limits of the channel.' },
  QUOTA_EXCEEDED: { status: 429, contract: 'A requester must keep to the quota of its grant.' },
  SOURCE_UNAVAILABLE: { status: 502, contract: 'The source of this part cannot answer now.' },
  SOURCE_BUSY: {
    status: 503,
    contract:
      'Each requester has a share of each source; its share of the source of this part is used up. Ask again, for less at a time.',
  },
  SOURCE_TIMEOUT: { status: 504, contract: 'The source of this part did not answer in time.' },
  VALUE_MISMATCH: {
    status: 502,
    contract:
      'A source holds values of the types of their fields; what it holds here is of another.',
  },
  VALUE_TOO_LARGE: {
    status: 502,
    contract: 'A value of a source is told up to a size; what it holds here is larger.',
  },
  NOT_UNIQUE: {
    status: 502,
    contract:
      'A source holds one row at most of what tells rows apart; here it holds several, or one without a value.',
  },
  NOT_READY: { status: 503, contract: 'The channel cannot answer lawfully now; try again.' },
  INTERNAL: {
    status: 500,
    contract:
      'The channel failed; the header `request-id` of this answer finds the cause in its log.',
  },
} as const;

export type ErrorCode = keyof typeof errorCodes;
