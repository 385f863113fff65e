import {
  coerceInputValue,
  getVariableValues,
  isInputType,
  typeFromAST,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql';

import { ExchangeError } from '../../errors/exchangeError.js';

import { coercePlain } from './coercePlain.js';

export type Variables = Readonly<Record<string, unknown>>;

/**
 * Ends a coercion at its first fault, because to report all faults of a long list would cost too
 * much.
 */
class FirstMisfit extends Error {}

/**
 * Describes the first place in a variable's value that does not fit its type:
 * `$where.divisionCode.eq`.
 */
function misfits(schema: GraphQLSchema, definition: VariableDefinitionNode, raw: Variables) {
  const name = definition.variable.name.value;
  const type = typeFromAST(schema, definition.type);
  if (!isInputType(type)) return [];
  if (!Object.hasOwn(raw, name) || raw[name] === null) {
    return [`Variable "$${name}" of type ${type.toString()} must have a value; it has none.`];
  }
  const places: string[] = [];
  try {
    coerceInputValue(raw[name], type, (path) => {
      places.push([`$${name}`, ...path].join('.'));
      throw new FirstMisfit();
    });
  } catch (error) {
    if (!(error instanceof FirstMisfit)) throw error;
  }
  return places.map(
    (place) =>
      `Variable "$${name}" must fit its type ${type.toString()}; what stands at "${place}" does not.`,
  );
}

/**
 * Coerces the variables of a request to their declared types and applies defaults. graphql-js
 * decides what fits. Its messages echo the value, so they are replaced.
 *
 * @throws {ExchangeError} BAD_USER_INPUT
 */
export function bindVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  raw: Variables,
): Variables {
  const plain = coercePlain(schema, operation, raw);
  if (plain) return plain;
  const definitions = operation.variableDefinitions ?? [];
  const { coerced, errors } = getVariableValues(schema, definitions, raw, { maxErrors: 1 });
  if (coerced) return coerced;
  const node = errors[0]?.nodes?.[0];
  const definition = definitions.find((candidate) => candidate === node) ?? definitions[0];
  const [message] = definition ? misfits(schema, definition, raw) : [];
  throw new ExchangeError('BAD_USER_INPUT', message);
}
