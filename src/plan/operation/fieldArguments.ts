import { getArgumentValues, GraphQLError, isObjectType, type FieldNode } from 'graphql';

import type { Contract } from '../../contract/contract.js';
import { ExchangeError } from '../../errors/exchangeError.js';

import type { Variables } from './bindVariables.js';
import { plainArguments } from './plainArguments.js';

/**
 * Coerces the arguments of a field and applies defaults. graphql-js' messages echo values, so they
 * are replaced.
 *
 * @param typeName the type that has the field
 * @throws {ExchangeError} BAD_USER_INPUT
 */
export function fieldArguments(
  typeName: string,
  node: FieldNode,
  { schema }: Contract,
  variables: Variables,
): Readonly<Record<string, unknown>> {
  const type = schema.getType(typeName);
  const field = isObjectType(type) ? type.getFields()[node.name.value] : undefined;
  if (!field) throw new TypeError('a field is not in its contract');
  const plain = plainArguments(field, node, variables);
  if (plain) return plain;
  try {
    return getArgumentValues(field, node, variables);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const declared = field.args.map(({ name, type }) => `${name}: ${type.toString()}`).join(', ');
    throw new ExchangeError(
      'BAD_USER_INPUT',
      `Field "${node.name.value}" takes (${declared}); what was given does not fit.`,
    );
  }
}
