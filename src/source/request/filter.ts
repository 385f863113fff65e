import type { SourceName } from '../../shared/brand.js';
import type { Column } from '../column/column.js';
import type { Parameter } from '../column/parameter.js';

export type Comparator = 'in' | 'lt' | 'lte' | 'gt' | 'gte';

/**
 * A link to other rows: the rows of `table` whose columns `to` equal this row's columns `from`, each by its
 * place. They must also be in `scope` and meet `condition`, two filters of that table. A null equals nothing.
 */
export interface Related {
  readonly source: SourceName;
  readonly table: string;
  readonly from: readonly Column[];
  readonly to: readonly Column[];
  /** The requester's row scope. Rows outside it count as absent. */
  readonly scope: Filter;
  readonly condition: Filter;
}

/**
 * Which rows are asked for. The logic has two values: a null in the column meets no comparison, and
 * `not` turns unmet into met. In a column of days, what is no day of the calendar is a null. Texts compare by code point. "Everything" and "nothing" are kinds of
 * their own, so that an empty list cannot be taken for either.
 */
export type Filter =
  | { readonly kind: 'everything' }
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'compare';
      readonly column: Column;
      readonly operator: Comparator;
      /** For `in` at least one; for any other exactly one. */
      readonly values: readonly Parameter[];
    }
  | { readonly kind: 'isNull'; readonly column: Column }
  /** Met by a text that has these characters somewhere in it. There is at least one. */
  | { readonly kind: 'contains'; readonly column: Column; readonly text: string }
  /** Met by a list that has this value among its elements. */
  | { readonly kind: 'has'; readonly column: Column; readonly value: Parameter }
  /** Met by a row with at least one linked row, in a table of the same source. */
  | ({ readonly kind: 'related' } & Related)
  /** The same in another source. Keys replace it before a connector is asked. */
  | ({ readonly kind: 'elsewhere' } & Related)
  | { readonly kind: 'and'; readonly of: readonly Filter[] }
  | { readonly kind: 'or'; readonly of: readonly Filter[] }
  | { readonly kind: 'not'; readonly of: Filter };

export const allRows: Filter = Object.freeze({ kind: 'everything' });
export const noRows: Filter = Object.freeze({ kind: 'nothing' });

/** The rows whose column holds one of the values. With no values, no row. */
export function isIn(column: Column, values: readonly Parameter[]): Filter {
  return values.length > 0 ? { kind: 'compare', column, operator: 'in', values } : noRows;
}

export function compare(
  column: Column,
  operator: Exclude<Comparator, 'in'>,
  value: Parameter,
): Filter {
  return { kind: 'compare', column, operator, values: [value] };
}

/**
 * The rows with at least one linked row. No row, where no linked row can be in scope or meet the
 * condition.
 */
export function isRelated(kind: 'related' | 'elsewhere', related: Related): Filter {
  const isMet = [related.scope, related.condition].every((part) => part.kind !== 'nothing');
  return isMet ? { kind, ...related } : noRows;
}

/** The rows that all of the filters let through. With no filters, all rows. */
export function allOf(filters: readonly Filter[]): Filter {
  const of: Filter[] = [];
  for (const filter of filters) {
    if (filter.kind === 'nothing') return noRows;
    if (filter.kind === 'and') of.push(...filter.of);
    else if (filter.kind !== 'everything') of.push(filter);
  }
  const [first, ...rest] = of;
  if (!first) return allRows;
  return rest.length === 0 ? first : { kind: 'and', of };
}

/** The rows that at least one of the filters lets through. With no filters, no row. */
export function anyOf(filters: readonly Filter[]): Filter {
  if (filters.some(({ kind }) => kind === 'everything')) return allRows;
  const of = filters
    .flatMap((filter) => (filter.kind === 'or' ? filter.of : filter))
    .filter(({ kind }) => kind !== 'nothing');
  const [first, ...rest] = of;
  if (!first) return noRows;
  return rest.length === 0 ? first : { kind: 'or', of };
}

/** The rows that the filter does not let through. */
export function negate(filter: Filter): Filter {
  switch (filter.kind) {
    case 'everything':
      return noRows;
    case 'nothing':
      return allRows;
    case 'not':
      return filter.of;
    case 'compare':
    case 'isNull':
    case 'contains':
    case 'has':
    case 'related':
    case 'elsewhere':
    case 'and':
    case 'or':
      return { kind: 'not', of: filter };
  }
}
