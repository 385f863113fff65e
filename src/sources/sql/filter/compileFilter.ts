import { spellingsOf } from '../../../source/column/canonical.js';
import type { Column } from '../../../source/column/column.js';
import { mayBeNone } from '../../../source/column/mayBeNone.js';
import { leadingRows } from '../../../source/leadingRows.js';
import { allOf, type Filter, type Related } from '../../../source/request/filter.js';
import { inverted } from '../../../source/request/inverted.js';
import type { ColumnRef, TableRef } from '../columnRef.js';
import type { Comparison, Dialect } from '../dialect.js';
import { writeIsSound } from '../held/writeIsSound.js';
import { writeRank } from '../held/writeRank.js';
import type { Placeholders } from '../placeholders.js';

import { storedComparison } from './storedComparison.js';
import { textRanges } from './textRanges.js';
import { writeComparison } from './writeComparison.js';
import { writeIsNull } from './writeIsNull.js';

/** What the compilation of a filter carries along. */
export interface FilterContext {
  readonly dialect: Dialect;
  /** The table whose rows are filtered. */
  readonly of: TableRef;
  /** The table that the whole statement reads. */
  readonly outermost: string;
  /** How many links lead from the outermost table to this one. */
  readonly depth: number;
  readonly placeholders: Placeholders;
}

/** Compiles the filter of a whole statement. */
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
 * Compiles a filter to an SQL condition. SQL's logic has three values and the filter's has two, yet
 * both let the same rows through. Where a comparison with null is unmet in the filter, it is null
 * in SQL. AND and OR of such parts are true in SQL exactly where they are met in the filter,
 * because neither turns a null into a true. NOT would tell null from false, so it is written IS NOT
 * TRUE.
 *
 * @param isPart whether the condition stands beside others under AND or OR
 */
export function compileFilter(filter: Filter, context: FilterContext, isPart = false): string {
  switch (filter.kind) {
    case 'everything':
      return 'TRUE';
    case 'nothing':
      return 'FALSE';
    case 'compare': {
      const within = compileRanges([filter], context);
      const compared = compileComparison(filter, context);
      return within.length > 0 ? `(${[...within, compared].join(' AND ')})` : compared;
    }
    case 'isNull':
      return writeIsNull(filter.column, context.of.alias, context.dialect);
    case 'contains': {
      const { dialect, of, placeholders } = context;
      return dialect.contains(filter, of.alias, placeholders);
    }
    case 'has':
      return context.dialect.has(filter, context.of, context.placeholders);
    case 'related':
      return compileRelated(filter, context);
    case 'elsewhere':
      throw new TypeError('a condition on another source was not resolved before its statement');
    case 'and': {
      const sql = [
        ...compileRanges(filter.of, context),
        ...filter.of.map((part) =>
          part.kind === 'compare'
            ? compileComparison(part, context)
            : compileFilter(part, context, true),
        ),
      ].join(' AND ');
      if (sql === '') return 'TRUE';
      return isPart ? `(${sql})` : sql;
    }
    case 'or':
      return compileAny(filter.of, context, isPart);
    case 'not':
      return compileDenial(filter.of, context, isPart);
    default:
      return filter satisfies never;
  }
}

/** Compiles that a filter is not met: by the contrary comparisons where they say it, for an index to serve. */
function compileDenial(filter: Filter, context: FilterContext, isPart: boolean): string {
  const { dialect, of } = context;
  if (filter.kind === 'isNull') return writeIsNull(filter.column, of.alias, dialect, true);
  // EXISTS is never null, and databases know how to plan NOT EXISTS as a join.
  if (filter.kind === 'related') return `NOT ${compileExists(filter, context)}`;
  const contrary = inverted(filter, (column) => dialect.isTotal(column));
  return contrary
    ? compileFilter(contrary, context, isPart)
    : `(${compileFilter(filter, context)}) IS NOT TRUE`;
}

/**
 * Compiles a comparison. In a column of days, `0000-00-00` is before every day, so a day is asked
 * for beside the comparison, which stays as it is for an index to serve. What equals a day is one.
 */
function compileComparison(comparison: Comparison, context: FilterContext): string {
  const { dialect, of, placeholders } = context;
  const { column, operator } = comparison;
  const { reading } = column;
  if (reading?.kind === 'codes' && operator !== 'in') {
    const rank = reading.codes.findIndex(({ value }) => value === comparison.values[0]);
    const place = writeRank(column, reading.codes, of.alias, dialect);
    return writeComparison(place, operator, [String(rank)]);
  }
  const isSpelled = column.eitherCase && operator === 'in';
  const spelled = isSpelled
    ? { ...comparison, values: comparison.values.flatMap((value) => spellingsOf(column, value)) }
    : comparison;
  const stored = storedComparison(spelled);
  if (!stored) return 'FALSE';
  const compared = dialect.compare(stored, of, placeholders);
  // A whole number may equal the digits of a day of which it has fewer.
  const isTold = operator === 'in' && (!reading || reading.kind === 'bytes');
  if ((!column.calendar && !column.isOfAnyLength) || isTold) return compared;
  return `(${compared} AND ${dialect.isSound(column, of.alias)})`;
}

function compileAny(of: readonly Filter[], context: FilterContext, isPart: boolean): string {
  const sql = of.map((part) => compileFilter(part, context, true)).join(' OR ');
  if (sql === '') return 'FALSE';
  return isPart ? `(${sql})` : sql;
}

/** Compiles what an index tells beside comparisons of texts that are all met. Without one, it would tell nothing. */
function compileRanges(parts: readonly Filter[], context: FilterContext): readonly string[] {
  const { dialect, of, placeholders } = context;
  const indexes = dialect.sizeOf(of.table)?.indexes ?? [];
  return textRanges(parts).flatMap((range) =>
    indexes.some(({ columns }) => columns.includes(range.column.name))
      ? dialect.withinRange(range, of, placeholders)
      : [],
  );
}

/**
 * An alias for a linked table that differs from the outermost table and from every table in
 * between.
 */
function aliasAt(depth: number, outermost: string): string {
  const alias = `linked_${depth}`;
  // Databases ignore the case of a name.
  return alias === outermost.toLowerCase() ? `${alias}_` : alias;
}

/** Compiles that two columns hold the same part of a key. */
export function compileKey(inner: ColumnRef, outer: ColumnRef, dialect: Dialect): string {
  const isSpelled = inner.column.eitherCase || outer.column.eitherCase;
  const equal = isSpelled
    ? `(${(['UPPER', 'LOWER'] as const).map((spelling) => dialect.equals(inner, { ...outer, spelling })).join(' OR ')})`
    : dialect.equals(inner, outer);
  // What is no day is a null, and a null leads nowhere. The two are equal, so one is tested.
  if (!mayBeNone(inner.column) && !mayBeNone(outer.column)) return equal;
  return `${equal} AND ${writeIsSound(inner.column, inner.of.alias, dialect)}`;
}

/** So many rows are brought at once, rather than asked for row by row. */
const mostBrought = 5_000;

/** Whether the column is compared with one value, of the form in which its source holds it. */
const isPlain = (column: Column): boolean =>
  !column.eitherCase && !column.holdsNumbers && !column.reading && !mayBeNone(column);

/** Compiles a link: from its other end, where few rows are found there and the database would not look for it. */
function compileRelated(related: Related, context: FilterContext): string {
  const { dialect, of, outermost } = context;
  const [[from, ...more], [to]] = [related.from, related.to];
  const isBrought =
    dialect.isAmong && from && to && more.length === 0 && isPlain(from) && isPlain(to);
  const isOfFew = leadingRows(related, (table) => dialect.sizeOf(table)) <= mostBrought;
  if (!isBrought || !isOfFew || !dialect.isAmong) return compileExists(related, context);
  const tables: string[] = [];
  const conditions = compileJoined({ ...related, from: [], to: [] }, context, tables) || 'TRUE';
  const inner = { column: to, of: innerOf(related.table, context.depth + 1, outermost) };
  const outer = { column: from, of: { ...of, alias: of.alias ?? of.table } };
  return dialect.isAmong(
    outer,
    inner,
    (selected) => `SELECT ${selected} FROM ${tables.join(', ')} WHERE ${conditions}`,
  );
}

/** A linked table, under a name of its own. */
const innerOf = (table: string, depth: number, outermost: string) => ({
  table,
  alias: aliasAt(depth, outermost),
});

/**
 * Compiles a link to EXISTS, which is true or false and never null. Columns carry the name of their
 * table for two reasons: a table may be linked to itself, and a column that is missing in the inner
 * table must not be taken for one of the outer table.
 */
function compileExists(related: Related, context: FilterContext): string {
  const tables: string[] = [];
  const conditions = compileJoined(related, context, tables);
  return `EXISTS (SELECT 1 FROM ${tables.join(', ')} WHERE ${conditions})`;
}

/** Compiles the conditions of a link, and of those that lead on from it, whose tables it adds. */
function compileJoined(
  { table, from, to, scope, condition }: Related,
  context: FilterContext,
  tables: string[],
): string {
  const { dialect, of, outermost } = context;
  const depth = context.depth + tables.length + 1;
  const inner = innerOf(table, depth, outermost);
  tables.push(`${dialect.quote(table)} AS ${dialect.quote(inner.alias)}`);
  const outer = { ...of, alias: of.alias ?? of.table };
  const keys = to.flatMap((column, at) => {
    const other = from[at];
    return other ? compileKey({ column, of: inner }, { column: other, of: outer }, dialect) : [];
  });
  const filter = allOf([scope, condition]);
  const parts = filter.kind === 'and' ? filter.of : [filter];
  // One goes on in the same subquery, which databases plan from either end. Two would multiply their rows.
  const onward = parts.find(({ kind }) => kind === 'related');
  const rest = parts.flatMap((part) => {
    if (part.kind === 'everything') return [];
    const within = { ...context, of: inner, depth };
    return part.kind === 'related' && part === onward
      ? compileJoined(part, { ...within, depth: context.depth }, tables)
      : compileFilter(part, within, true);
  });
  return [...keys, ...rest].join(' AND ');
}
