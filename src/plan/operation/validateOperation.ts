import {
  ScalarLeafsRule,
  specifiedRules,
  validate,
  ValuesOfCorrectTypeRule,
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  type ValidationRule,
} from 'graphql';

import { ExchangeError } from '../../errors/exchangeError.js';

import { leavesRule } from './rules/leavesRule.js';
import { literalsFitRule } from './rules/literalsFitRule.js';
import { queriesOnlyRule } from './rules/queriesOnlyRule.js';
import { reservedAliasRule } from './rules/reservedAliasRule.js';

/** The rules of the GraphQL specification, but for the one that echoes values, and our own. */
const openRules: readonly ValidationRule[] = [
  ...specifiedRules.filter((rule) => rule !== ValuesOfCorrectTypeRule),
  literalsFitRule,
  reservedAliasRule,
];

/** Those for a contract: no message tells of what else there is. */
const contractRules: readonly ValidationRule[] = [
  ...openRules.filter((rule) => rule !== ScalarLeafsRule),
  leavesRule,
  queriesOnlyRule,
];

function toExchangeError(error: GraphQLError): ExchangeError {
  return new ExchangeError('GRAPHQL_VALIDATION_FAILED', error.message, {
    ...(error.locations && { locations: error.locations }),
  });
}

/**
 * Validates a document against a contract's schema. Hidden names are not in the schema, so they get
 * the same message as unknown names. Suggestions are off, because they would tell of other names.
 */
export function validateOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
): readonly ExchangeError[] {
  const errors = validate(schema, document, contractRules, {
    maxErrors: 20,
    hideSuggestions: true,
  });
  return errors.map(toExchangeError);
}

/**
 * Validates a document against a schema that its reader may see the whole of, as administrators do. So a
 * name that is wrong is answered with those that may be meant.
 */
export function validateOpenly(
  schema: GraphQLSchema,
  document: DocumentNode,
): readonly ExchangeError[] {
  return validate(schema, document, openRules, { maxErrors: 20 }).map(toExchangeError);
}
