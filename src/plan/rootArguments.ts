import { getArgumentValues, GraphQLError, type FieldNode } from 'graphql';

import { ExchangeError } from '../errors/exchangeError.js';

import type { Variables } from './bindVariables.js';
import type { BindContext } from './boundPlan.js';

/**
 * The arguments of a root field, coerced, defaults applied. graphql-js' words, which echo values,
 * are replaced.
 *
 * @throws {ExchangeError} BAD_USER_INPUT
 */
export function rootArguments(node: FieldNode, { contract }: BindContext, variables: Variables) {
  const field = contract.schema.getQueryType()?.getFields()[node.name.value];
  if (!field) throw new TypeError('a root field is not in its contract');
  try {
    return getArgumentValues(field, node, variables);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const declared = field.args.map(({ name, type }) => `${name}: ${type.toString()}`).join(', ');
    throw new ExchangeError(
      'BAD_USER_INPUT',
      `Root field "${node.name.value}" takes (${declared}); what was given does not fit.`,
    );
  }
}
