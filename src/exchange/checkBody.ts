import { ExchangeError } from '../errors/exchangeError.js';

/** A GraphQL request (GraphQL over HTTP, 4.1). */
export interface GraphQLRequestBody {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | null;
  readonly operationName?: string | null;
  readonly extensions?: Readonly<Record<string, unknown>> | null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refuse(offence: string): never {
  throw new ExchangeError(
    'BAD_USER_INPUT',
    `A request is a POST of JSON: \`{"query": "…", "variables": {…}, "operationName": "…"}\`; ${offence}.`,
  );
}

/**
 * The limit lies above the nesting of conditions. Variables are read by recursion, which must not
 * exhaust the stack.
 */
const maxNesting = 100;

function checkNesting(value: unknown, left: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (left === 0) {
    throw new ExchangeError('LIMIT_EXCEEDED', `Variables nest at most ${maxNesting} levels deep.`);
  }
  for (const part of Object.values(value)) checkNesting(part, left - 1);
}

/**
 * Checks that a body is a GraphQL request, before Apollo reads it.
 *
 * @throws {ExchangeError} BAD_USER_INPUT, LIMIT_EXCEEDED or PERSISTED_QUERY_NOT_SUPPORTED
 */
export function checkBody(body: unknown): asserts body is GraphQLRequestBody {
  if (!isRecord(body)) refuse('this one is no JSON object');
  const { query, variables, operationName, extensions } = body;
  if (isRecord(extensions) && 'persistedQuery' in extensions) {
    throw new ExchangeError('PERSISTED_QUERY_NOT_SUPPORTED');
  }
  if (typeof query !== 'string' || query === '') refuse('`query` of this one is no text');
  if (!isRecord(variables ?? {})) refuse('`variables` of this one is no object');
  checkNesting(variables, maxNesting);
  if (typeof (operationName ?? '') !== 'string') refuse('`operationName` of this one is no text');
  if (!isRecord(extensions ?? {})) refuse('`extensions` of this one is no object');
}
