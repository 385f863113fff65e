import { birthColumn } from '../../catalog/model/birthColumn.js';
import type { Field, Resource } from '../../catalog/model/catalog.js';
import { encodeValue } from '../../catalog/model/encodeValue.js';
import type { Condition, Literal, Operand } from '../../policy/model/condition.js';
import { takesSeveral } from '../../policy/model/operators.js';
import { dayAfter } from '../../policy/model/period.js';
import type { Attributes } from '../../policy/model/requester.js';
import { canBeOneOf } from '../../policy/model/scopeFaults.js';
import { beginningOf } from '../../shared/chinaCalendar.js';
import type { Parameter } from '../../source/column/parameter.js';
import {
  allOf,
  allRows,
  anyOf,
  isIn,
  isRelated,
  negate,
  noRows,
  type Filter,
} from '../../source/request/filter.js';
import type { ScalarName } from '../../value/scalarName.js';
import { linkEnds, type LinkEnds } from '../rows/linkEnds.js';

import { comparison } from './comparison.js';

/** What a scope is bound to: the requester's attributes and the day. */
export interface ScopeContext {
  readonly attributes: Attributes;
  /** All resources of the catalog by name. */
  readonly resources: ReadonlyMap<string, Resource>;
  /** Today's date in the channel's time zone, as YYYY-MM-DD. */
  readonly today: string;
}

/**
 * A part of a scope has no value: an attribute is missing, or a value does not fit its column. Then
 * the whole scope is empty, even where the part stands under `not`, because a scope without the
 * part would be another scope.
 */
class Unbindable extends Error {}

/** The beginning of a day of China, as a value of a field's type. */
function beginningAs(type: ScalarName, day: string): Literal {
  if (type === 'DateTime') return beginningOf(day);
  return type === 'LocalDateTime' ? `${day}T00:00:00` : day;
}

/** What is compared with a day, where `minorsBy` names a citizen's number: the day of birth in it. */
function comparedAs(field: Field, { kind }: Operand): Field {
  if (kind !== 'today' || (field.type !== 'ID' && field.type !== 'String')) return field;
  return { ...field, type: 'Date', column: birthColumn(field.column) };
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
        const field = comparedAs(this.#field(scope.field), scope.operand);
        const values = this.#values(field, scope.operand);
        if (values.length > 1 && !takesSeveral(scope.operator)) throw new Unbindable();
        // Every text comes after the empty text and begins with it, so it would let all rows
        // through.
        if (values.includes('')) throw new Unbindable();
        return anyOf(values.map((value) => comparison(field.column, scope.operator, value)));
      }
      case 'isNull':
        return { kind: 'isNull', column: this.#field(scope.field).column };
      case 'some':
        return this.#some(scope.link, scope.of);
      case 'has': {
        const held = this.#attribute(scope.attribute);
        if (!canBeOneOf(held, scope.values)) throw new Unbindable();
        return held.some((value) => scope.values.includes(value)) ? allRows : noRows;
      }
      case 'and':
        return allOf(scope.of.map((part) => this.bind(part)));
      case 'or':
        return anyOf(scope.of.map((part) => this.bind(part)));
      case 'not':
        return negate(this.bind(scope.of));
    }
  }

  /** What a scope says of linked rows holds of all of them, whatever the requester may see of those. */
  #some(name: string, of: Condition): Filter {
    const steps = this.#resource.links.get(name)?.steps ?? [];
    const ways: { readonly to: Resource; readonly ends: LinkEnds }[] = [];
    let before = this.#resource;
    for (const { target, on } of steps) {
      const to = this.#context.resources.get(target);
      const { fields } = before;
      const ends = linkEnds(
        on,
        (field) => fields.get(field)?.column,
        (field) => to?.fields.get(field)?.column,
      );
      if (!to || !ends || to.source !== this.#resource.source) throw new Unbindable();
      ways.push({ to, ends });
      before = to;
    }
    if (ways.length === 0) throw new Unbindable();
    const met = new ScopeBinder(before, this.#context).bind(of);
    return ways.reduceRight((condition, { to: { source, table }, ends }) => {
      return isRelated('related', { source, table, ...ends, scope: allRows, condition });
    }, met);
  }

  #field(name: string): Field {
    const field = this.#resource.fields.get(name);
    if (!field) throw new Unbindable();
    return field;
  }

  #values(field: Field, operand: Operand): readonly Parameter[] {
    const values = this.#stated(field, operand).map((value) => encodeValue(field, value));
    if (values.length === 0 || values.includes(undefined)) throw new Unbindable();
    return values.filter((value) => value !== undefined);
  }

  #stated(field: Field, operand: Operand): readonly Literal[] {
    switch (operand.kind) {
      case 'literals':
        return operand.values;
      case 'requester':
        return this.#attribute(operand.attribute);
      case 'today':
        return [beginningAs(field.type, dayAfter(this.#context.today, operand.period))];
    }
  }

  #attribute(name: string): readonly Literal[] {
    const values = this.#context.attributes.get(name) ?? [];
    if (values.length === 0) throw new Unbindable();
    return values;
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
