import type { Column, Storage } from '../../src/source/column/column.js';
import type { Parameter } from '../../src/source/column/parameter.js';
import type { FetchRequest, Order } from '../../src/source/request/fetchRequest.js';
import type { Comparator, Filter } from '../../src/source/request/filter.js';
import type { SqlValue } from '../../src/source/row.js';

/** A row by the names of its columns. */
export type Held = Readonly<Record<string, SqlValue>>;

type Ordering = (a: SqlValue, b: SqlValue) => number;

/** A decimal as a whole number of units of 10^-60. */
export function scaled(value: SqlValue): bigint {
  const [, sign, whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value))!;
  const places = 60 + Number(exponent) - fraction.length;
  const magnitude = BigInt(whole + fraction) * 10n ** BigInt(places);
  return sign === '-' ? -magnitude : magnitude;
}

const byBigint =
  (read: (value: SqlValue) => bigint): Ordering =>
  (a, b) => {
    const [left, right] = [read(a), read(b)];
    return left < right ? -1 : Number(left > right);
  };

const byBytes: Ordering = (a, b) => Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)));

export const orderings: { readonly [Name in Storage]: Ordering } = {
  TEXT: byBytes,
  DATE: byBytes,
  TIME: byBytes,
  DATETIME: byBytes,
  TIMESTAMP: byBytes,
  JSON: byBytes,
  BYTES: byBytes,
  LIST: byBytes,
  OTHER: byBytes,
  INTEGER: byBigint((value) => BigInt(String(value))),
  DECIMAL: byBigint(scaled),
  REAL: (a, b) => Number(a) - Number(b),
  BOOLEAN: (a, b) => Number(a) - Number(b),
};

type Test = (value: SqlValue, values: readonly Parameter[], order: Ordering) => boolean;

const tests: { readonly [Name in Comparator]: Test } = {
  in: (value, values, order) => values.some((other) => order(value, other) === 0),
  lt: (value, [other], order) => order(value, other!) < 0,
  lte: (value, [other], order) => order(value, other!) <= 0,
  gt: (value, [other], order) => order(value, other!) > 0,
  gte: (value, [other], order) => order(value, other!) >= 0,
};

/** Whether the calendar has a day of this name. */
export function isDay(value: SqlValue): boolean {
  const text = String(value);
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString() === `${text}T00:00:00.000Z`;
}

const isTime = (text: string) => /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{0,5}[1-9])?$/.test(text);

/** Whether a value is a day, a time of day, or both. */
export function isSound(value: SqlValue, calendar: Column['calendar']): boolean {
  const [day = '', time, more] = String(value).split(' ');
  if (calendar === 'DAY') return isDay(value);
  if (calendar === 'TIME') return isTime(String(value));
  return time !== undefined && more === undefined && isDay(day) && isTime(time);
}

/** The value of a column; in one of days or moments, null for what is none. */
export function valueOf(row: Held, { name, calendar }: Column): SqlValue {
  const value = row[name] ?? null;
  return calendar && !isSound(value, calendar) ? null : value;
}

/** The rows of each table that a filter may speak of. */
export type Tables = Readonly<Record<string, readonly Held[]>>;

/** Whether a row passes a filter, in two-valued logic. */
export function passes(filter: Filter, row: Held, tables: Tables = {}): boolean {
  switch (filter.kind) {
    case 'everything':
      return true;
    case 'nothing':
      return false;
    case 'isNull':
      return valueOf(row, filter.column) === null;
    case 'contains': {
      const value = valueOf(row, filter.column);
      return typeof value === 'string' && value.includes(filter.text);
    }
    case 'has': {
      const value = valueOf(row, filter.column);
      return value !== null && (JSON.parse(String(value)) as unknown[]).includes(filter.value);
    }
    case 'compare': {
      const value = valueOf(row, filter.column);
      const order = orderings[filter.column.storage];
      return value !== null && tests[filter.operator](value, filter.values, order);
    }
    case 'and':
      return filter.of.every((part) => passes(part, row, tables));
    case 'or':
      return filter.of.some((part) => passes(part, row, tables));
    case 'not':
      return !passes(filter.of, row, tables);
    case 'related': {
      const { from, to, scope, condition } = filter;
      return (tables[filter.table] ?? []).some((other) => {
        const isLinked = from.every((column, at) => {
          const far = to[at];
          const [key, value] = [valueOf(row, column), far ? valueOf(other, far) : null];
          return key !== null && value !== null && orderings[column.storage](key, value) === 0;
        });
        return isLinked && [scope, condition].every((part) => passes(part, other, tables));
      });
    }
    case 'elsewhere':
      throw new TypeError('no connector is asked of another source');
  }
}

function compareBy({ column, direction }: Order, a: Held, b: Held): number {
  const [left, right] = [valueOf(a, column), valueOf(b, column)];
  if (left === null || right === null) {
    const nullsLast = Number(left === null) - Number(right === null);
    return direction.endsWith('_NULLS_FIRST') ? -nullsLast : nullsLast;
  }
  return orderings[column.storage](left, right) * (direction.startsWith('ASC') ? 1 : -1);
}

/** The rows that a request must bring, in their order. */
export function evaluate(
  request: FetchRequest,
  rows: readonly Held[],
  tables: Tables = {},
): readonly Held[] {
  const { filter, orderBy, limit } = request;
  const ordered = rows
    .filter((row) => passes(filter, row, tables))
    .sort((a, b) => orderBy.reduce((so, order) => so || compareBy(order, a, b), 0));
  if (!limit) return ordered;
  if (limit.kind === 'total') return ordered.slice(0, limit.rows);
  return ordered.filter((row, at) => {
    const alike = ordered
      .slice(0, at)
      .filter((other) =>
        limit.of.every((column) => compareBy({ column, direction: 'ASC' }, row, other) === 0),
      );
    return alike.length < limit.rows;
  });
}
