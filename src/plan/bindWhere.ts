import { Kind, visit, type FieldNode } from 'graphql';

import { ExchangeError } from '../errors/exchangeError.js';
import type { ResourceDecision } from '../policy/decision.js';

import { noRows, type Comparison, type Filter, type Parameter } from './connector.js';
import { encodeParameter } from './encodeParameter.js';
import type { Limits } from './limits.js';

function refuse(place: string): never {
  throw new ExchangeError(
    'BAD_USER_INPUT',
    `A condition states a value of its field's type; \`${place}\` states none. To ask without a condition, leave it out of the operation.`,
  );
}

/** An object of conditions, or of operators: never null, never empty. */
function statedParts(value: unknown, place: string): readonly (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null) return refuse(place);
  const parts = Object.entries(value);
  return parts.length > 0 ? parts : refuse(place);
}

function boundValues(
  operator: string,
  value: unknown,
  place: string,
  limits: Limits,
): readonly unknown[] {
  if (operator === 'eq') return [value];
  if (!Array.isArray(value)) return refuse(place);
  if (value.length > limits.maxListLength) {
    throw new ExchangeError(
      'LIMIT_EXCEEDED',
      `\`in\` takes at most ${limits.maxListLength} values; \`${place}\` states ${value.length}.`,
    );
  }
  return value;
}

/**
 * A variable in a condition has a value. graphql-js drops a part whose variable is absent; dropped,
 * a condition would be none, and the answer more than was asked for.
 */
export function requireConditionVariables(
  node: FieldNode,
  variables: Readonly<Record<string, unknown>>,
): void {
  const where = node.arguments?.find(({ name }) => name.value === 'where');
  if (!where) return;
  visit(where.value, {
    [Kind.VARIABLE]({ name }) {
      if (!Object.hasOwn(variables, name.value)) {
        throw new ExchangeError(
          'BAD_USER_INPUT',
          `A variable in a condition has a value; "$${name.value}" has none.`,
        );
      }
    },
  });
}

/** Binds the conditions of an operation, which its contract's schema has already let through. */
export function bindWhere(where: unknown, decision: ResourceDecision, limits: Limits): Filter {
  const of: Comparison[] = [];
  for (const [name, operators] of statedParts(where, 'where')) {
    const found = decision.fields.get(name);
    if (!found?.uses.has('FILTER')) {
      throw new TypeError('a condition is on a field that its contract does not filter by');
    }
    const { column } = found.field;
    for (const [operator, value] of statedParts(operators, `where.${name}`)) {
      const place = `where.${name}.${operator}`;
      const values: Parameter[] = [];
      for (const part of boundValues(operator, value, place, limits)) {
        values.push(encodeParameter(column, part) ?? refuse(place));
      }
      if (values.length === 0) return noRows;
      of.push({ column, operator: 'in', values });
    }
  }
  return { kind: 'all', of };
}
