import { Kind, visit, type FieldNode } from 'graphql';

import type { Column } from '../catalog/catalog.js';
import { ExchangeError } from '../errors/exchangeError.js';
import type { OrderOperator } from '../policy/condition.js';
import type { ResourceDecision } from '../policy/decision.js';

import { comparison } from './comparison.js';
import { encodeParameter } from './encodeParameter.js';
import { allOf, anyOf, isIn, negate, type Filter, type Parameter } from './filter.js';
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

/** Binds the conditions of one `where`, counting what it costs. */
class WhereBinder {
  readonly #decision: ResourceDecision;
  readonly #limits: Limits;
  #values = 0;

  constructor(decision: ResourceDecision, limits: Limits) {
    this.#decision = decision;
    this.#limits = limits;
  }

  conditions(where: unknown, place: string, depth: number): Filter {
    if (depth > this.#limits.maxDepth) {
      throw new ExchangeError(
        'LIMIT_EXCEEDED',
        `Conditions nest at most ${this.#limits.maxDepth} levels deep; these nest deeper.`,
      );
    }
    const filters = statedParts(where, place).map(([name, value]): Filter => {
      const at = `${place}.${name}`;
      if (name === 'and') return allOf(this.#list(value, at, depth));
      if (name === 'or') return anyOf(this.#list(value, at, depth));
      if (name === 'not') return negate(this.conditions(value, at, depth + 1));
      return this.#field(name, value, at);
    });
    return allOf(filters);
  }

  #list(value: unknown, place: string, depth: number): readonly Filter[] {
    if (!Array.isArray(value) || value.length === 0) return refuse(place);
    return value.map((part, index) => this.conditions(part, `${place}.${index}`, depth + 1));
  }

  #field(name: string, operators: unknown, place: string): Filter {
    const found = this.#decision.fields.get(name);
    if (!found?.uses.has('FILTER')) {
      throw new TypeError('a condition is on a field that its contract does not filter by');
    }
    const { column } = found.field;
    const filters = statedParts(operators, place).map(([operator, value]) =>
      this.#operator(column, operator, value, `${place}.${operator}`),
    );
    return allOf(filters);
  }

  #operator(column: Column, operator: string, value: unknown, place: string): Filter {
    switch (operator) {
      case 'eq':
        return isIn(column, [this.#value(column, value, place)]);
      case 'in':
        return isIn(column, this.#listed(column, value, place));
      case 'isNull': {
        if (typeof value !== 'boolean') return refuse(place);
        this.#count(1);
        const isNull: Filter = { kind: 'isNull', column };
        return value ? isNull : negate(isNull);
      }
      default:
        // The contract's schema has let no other operator through.
        return comparison(column, operator as OrderOperator, this.#value(column, value, place));
    }
  }

  #listed(column: Column, value: unknown, place: string): readonly Parameter[] {
    if (!Array.isArray(value)) return refuse(place);
    const { maxListLength } = this.#limits;
    if (value.length > maxListLength) {
      throw new ExchangeError(
        'LIMIT_EXCEEDED',
        `\`in\` takes at most ${maxListLength} values; \`${place}\` states ${value.length}.`,
      );
    }
    return value.map((part) => this.#value(column, part, place));
  }

  #value(column: Column, value: unknown, place: string): Parameter {
    this.#count(1);
    return encodeParameter(column, value) ?? refuse(place);
  }

  #count(values: number): void {
    this.#values += values;
    const { maxListLength } = this.#limits;
    if (this.#values <= maxListLength) return;
    throw new ExchangeError(
      'LIMIT_EXCEEDED',
      `A \`where\` compares with at most ${maxListLength} values; this one with more.`,
    );
  }
}

/** Binds the conditions of an operation, which its contract's schema has already let through. */
export function bindWhere(where: unknown, decision: ResourceDecision, limits: Limits): Filter {
  return new WhereBinder(decision, limits).conditions(where, 'where', 1);
}
