import { GraphQLError, parse, type DocumentNode } from 'graphql';

import { ExchangeError } from '../errors/exchangeError.js';

/** The most tokens of a document. Parsing stops there. */
export const maxTokens = 4_000;

/**
 * Parses a document as Apollo Server parses those of requests.
 *
 * @throws {ExchangeError} GRAPHQL_PARSE_FAILED, which tells only the place
 */
export function parseDocument(query: string): DocumentNode {
  try {
    return parse(query, { maxLexicalTokens: maxTokens });
  } catch (error) {
    const locations = error instanceof GraphQLError ? error.locations : undefined;
    throw new ExchangeError('GRAPHQL_PARSE_FAILED', undefined, { ...(locations && { locations }) });
  }
}
