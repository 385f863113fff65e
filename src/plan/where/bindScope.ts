import { birthColumn } from '../../catalog/model/birthColumn.js';
import type { Field, Resource } from '../../catalog/model/catalog.js';
import { encodeValue } from '../../catalog/model/encodeValue.js';
import type { Condition, Literal, Operand } from '../../policy/model/condition.js';
import type { Attributes } from '../../policy/model/requester.js';
import {
  allOf,
  allRows,
  anyOf,
  compare,
  isIn,
  negate,
  noRows,
  type Filter,
} from '../../source/filter.js';
import type { Parameter } from '../../source/parameter.js';

import { comparison } from './comparison.js';

/** What a scope is bound to: the requester's attributes and the day. */
export interface ScopeContext {
  readonly attributes: Attributes;
  /** Today's date in the channel's time zone, as YYYY-MM-DD. */
  readonly today: string;
}

/**
 * A part of a scope has no value: an attribute is missing, or a value does not fit its column. Then
 * the whole scope is empty, even where the part stands under `not`, because a scope without the
 * part would be another scope.
 */
class Unbindable extends Error {}

/** The same day some years earlier; 28 February where that year has no 29th. */
function yearsBefore(day: string, years: number): string {
  const year = String(Number(day.slice(0, 4)) - years).padStart(4, '0');
  const rest = day.slice(4);
  return year + (rest === '-02-29' ? '-02-28' : rest);
}

/** Binds the parts of one scope. */
class ScopeBinder {
  readonly #resource: Resource;
  readonly #context: ScopeContext;

  constructor(resource: Resource, context: ScopeContext) {
    this.#resource = resource;
    this.#context = context;
  }

  bind(scope: Condition): Filter {
    switch (scope.kind) {
      case 'everything':
        return allRows;
      case 'nothing':
        return noRows;
      case 'in': {
        const field = this.#field(scope.field);
        return isIn(field.column, this.#values(field, scope.operand));
      }
      case 'compare': {
        const field = this.#field(scope.field);
        const [value, ...more] = this.#values(field, scope.operand);
        // Every text comes after the empty text and begins with it, so it would let all rows
        // through.
        if (value === undefined || value === '' || more.length > 0) throw new Unbindable();
        return comparison(field.column, scope.operator, value);
      }
      case 'isNull':
        return { kind: 'isNull', column: this.#field(scope.field).column };
      case 'isPast': {
        const { column, type } = this.#field(scope.field);
        const day = yearsBefore(this.#context.today, scope.years);
        if (type === 'LocalDateTime') return compare(column, 'lt', `${day} 00:00:00`);
        return compare(type === 'Date' ? column : birthColumn(column), 'lt', day);
      }
      case 'and':
        return allOf(scope.of.map((part) => this.bind(part)));
      case 'or':
        return anyOf(scope.of.map((part) => this.bind(part)));
      case 'not':
        return negate(this.bind(scope.of));
    }
  }

  #field(name: string): Field {
    const field = this.#resource.fields.get(name);
    if (!field) throw new Unbindable();
    return field;
  }

  #values(field: Field, operand: Operand): readonly Parameter[] {
    const stated: readonly Literal[] =
      operand.kind === 'literals'
        ? operand.values
        : (this.#context.attributes.get(operand.attribute) ?? []);
    const values = stated.map((value) => encodeValue(field, value));
    if (values.length === 0 || values.includes(undefined)) throw new Unbindable();
    return values.filter((value) => value !== undefined);
  }
}

/**
 * Binds a row scope to a requester's attributes and the day. The whole scope is empty where an
 * attribute is missing or its values do not fit the column.
 */
export function bindScope(scope: Condition, resource: Resource, context: ScopeContext): Filter {
  try {
    return new ScopeBinder(resource, context).bind(scope);
  } catch (error) {
    if (error instanceof Unbindable) return noRows;
    throw error;
  }
}
