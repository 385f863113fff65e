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

/** The rules of the GraphQL specification, but for those whose messages tell too much; and our own. */
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
 * Validates a document against a contract's schema. What is hidden there does not exist there, so
 * hidden and unknown names answer alike; suggestions are off, since they would tell of others.
 */
export function validateOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
): readonly ExchangeError[] {
  const errors = validate(schema, document, rules, { maxErrors: 20, hideSuggestions: true });
  return errors.map(toExchangeError);
}
