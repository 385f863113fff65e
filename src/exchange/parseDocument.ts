import { GraphQLError, parse, type DocumentNode } from 'graphql';

import { ExchangeError } from '../errors/exchangeError.js';

import { describeSyntaxError } from './describeSyntaxError.js';

/** How many tokens a document may have before its parsing is given up. */
export const maxTokens = 4_000;

/**
 * Parses a document as Apollo Server parses those of requests.
 *
 * @throws {ExchangeError} GRAPHQL_PARSE_FAILED, which tells where and why, and echoes nothing
 */
export function parseDocument(query: string): DocumentNode {
  try {
    return parse(query, { maxLexicalTokens: maxTokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const { locations } = error;
    throw new ExchangeError('GRAPHQL_PARSE_FAILED', describeSyntaxError(error), {
      ...(locations && { locations }),
    });
  }
}
