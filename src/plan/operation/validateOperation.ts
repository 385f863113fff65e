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

/**
 * Our own rules, and those of the GraphQL specification without the two whose messages tell too
 * much.
 */
const rules: readonly ValidationRule[] = [
  ...specifiedRules.filter((rule) => rule !== ValuesOfCorrectTypeRule && rule !== ScalarLeafsRule),
  leavesRule,
  literalsFitRule,
  queriesOnlyRule,
  reservedAliasRule,
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
  const errors = validate(schema, document, rules, { maxErrors: 20, hideSuggestions: true });
  return errors.map(toExchangeError);
}
