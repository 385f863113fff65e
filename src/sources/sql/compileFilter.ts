import { allOf, type Filter, type Related } from '../../source/filter.js';

import { writeName, type TableRef } from './columnRef.js';
import type { Dialect } from './dialect.js';
import type { Placeholders } from './placeholders.js';

/** What a filter is compiled with. */
export interface FilterContext {
  readonly dialect: Dialect;
  /** The table whose rows it lets through. */
  readonly of: TableRef;
  /** The table that the whole statement is of. */
  readonly outermost: string;
  /** How many links the table lies behind. */
  readonly depth: number;
  readonly placeholders: Placeholders;
}

/** The filter of a whole statement. */
export function compileWhere(
  filter: Filter,
  table: string,
  dialect: Dialect,
  placeholders: Placeholders,
): string {
  const of = { table, alias: null };
  return compileFilter(filter, { dialect, of, outermost: table, depth: 0, placeholders });
}

/**
 * A filter as an SQL condition. SQL's logic has three values and the filter's has two, yet a row
 * passes under both alike: a comparison with null is null where the filter's is unmet, AND and OR
 * of such are true under the one exactly where they are met under the other (neither turns a null
 * into a true), and NOT, which would tell null from false, is written IS NOT TRUE.
 *
 * @param isPart whether AND or OR holds it together with others
 */
export function compileFilter(filter: Filter, context: FilterContext, isPart = false): string {
  switch (filter.kind) {
    case 'everything':
      return 'TRUE';
    case 'nothing':
      return 'FALSE';
    case 'compare':
      return context.dialect.compare(filter, context.of, context.placeholders);
    case 'isNull': {
      const { dialect, of } = context;
      return `${writeName((name) => dialect.quote(name), filter.column, of.alias)} IS NULL`;
    }
    case 'related':
      return compileRelated(filter, context);
    case 'elsewhere':
      throw new TypeError('a condition on another source was not resolved before its statement');
    case 'and':
      return compileParts(filter.of, ' AND ', context, isPart) || 'TRUE';
    case 'or':
      return compileParts(filter.of, ' OR ', context, isPart) || 'FALSE';
    case 'not':
      // A subquery is true or false, and NOT EXISTS is what databases know how to join by.
      if (filter.of.kind === 'related') return `NOT ${compileRelated(filter.of, context)}`;
      return `(${compileFilter(filter.of, context)}) IS NOT TRUE`;
    default:
      return filter satisfies never;
  }
}

function compileParts(
  of: readonly Filter[],
  joint: string,
  context: FilterContext,
  isPart: boolean,
): string {
  const sql = of.map((part) => compileFilter(part, context, true)).join(joint);
  return isPart && sql !== '' ? `(${sql})` : sql;
}

/** A name for the linked table that is neither the outermost table's nor that of one in between. */
function aliasAt(depth: number, outermost: string): string {
  const alias = `linked_${depth}`;
  // Databases take no notice of a name's case.
  return alias === outermost.toLowerCase() ? `${alias}_` : alias;
}

/**
 * The rows that are linked to one at least, as a subquery that is true or false and never null. Its
 * columns are told by the names of their tables, since a table may be linked to itself, and since a
 * column that is gone from the inner table must not be taken for the outer's.
 */
function compileRelated(
  { table, from, to, scope, condition }: Related,
  context: FilterContext,
): string {
  const { dialect, of, outermost, depth } = context;
  const inner = { table, alias: aliasAt(depth + 1, outermost) };
  const outer = { ...of, alias: of.alias ?? of.table };
  const key = dialect.equals({ column: to, of: inner }, { column: from, of: outer });
  const filter = allOf([scope, condition]);
  const rest =
    filter.kind === 'everything'
      ? ''
      : ` AND ${compileFilter(filter, { ...context, of: inner, depth: depth + 1 }, true)}`;
  return `EXISTS (SELECT 1 FROM ${dialect.quote(table)} AS ${dialect.quote(inner.alias)} WHERE ${key}${rest})`;
}
