import type { Column, Storage } from '../../source/column.js';
import type { Parameter } from '../../source/parameter.js';
import { writeName, type ColumnRef } from '../sql/columnRef.js';
import type { Comparison, Dialect } from '../sql/dialect.js';
import type { Placeholders } from '../sql/placeholders.js';
import { padValues, writeComparison } from '../sql/writeComparison.js';

import type { Collation, Collations } from './collation.js';

function quote(identifier: string): string {
  return `\`${identifier.replaceAll('`', '``')}\``;
}

function nameOf(column: Column, alias: string | null): string {
  return writeName(quote, column, alias);
}

/** The bytes of a text in UTF-8, whose order is that of code points. */
function bytesOf(column: Column, alias: string | null = null): string {
  return `CAST(CONVERT(${nameOf(column, alias)} USING utf8mb4) AS BINARY)`;
}

const isBytewise = ({ storage, exact }: Column): boolean => storage === 'TEXT' && !exact;

function orderOf(column: Column): string {
  return isBytewise(column) ? bytesOf(column) : quote(column.name);
}

/**
 * The comparison of a text whose own collation folds or pads: by bytes, with the column's own
 * before it where an index may serve. What is equal by bytes is equal by any collation, so the first
 * keeps all that the second keeps. The value is brought to the column's charset, and its collation
 * imposed: left to itself, the server refuses to compare '中' with a column of latin1 at all. A
 * character that the charset lacks becomes a question mark there, which the bytes then tell apart.
 */
function compareBytes(
  comparison: Comparison,
  alias: string | null,
  collation: Collation | undefined,
  placeholders: Placeholders,
): string {
  const { column, operator } = comparison;
  const values = padValues(comparison.values);
  const write = (left: string, placeOf: (place: string) => string) =>
    writeComparison(
      left,
      operator,
      values.map((value) => placeOf(placeholders.add(value))),
    );
  const exactly = () => write(bytesOf(column, alias), (place) => `CAST(${place} AS BINARY)`);
  if (operator !== 'in' || !collation) return exactly();
  const { charset, name } = collation;
  const native = write(
    nameOf(column, alias),
    (place) => `CONVERT(${place} USING ${charset}) COLLATE ${name}`,
  );
  return `(${native} AND ${exactly()})`;
}

/**
 * The place of a value, by the storage of its column. The driver sends a number as a double, and the
 * server compares whole numbers and decimals with doubles, or with texts, as doubles: 2^53 + 1 would
 * equal 2^53. An ISO day needs its type lest the server guess.
 */
const casts: { readonly [Name in Storage]: (place: string) => string } = {
  TEXT: (place) => place,
  INTEGER: (place) => `CAST(${place} AS SIGNED)`,
  REAL: (place) => place,
  DECIMAL: (place) => `CAST(${place} AS DECIMAL(65, 30))`,
  DATE: (place) => `CAST(${place} AS DATE)`,
  BOOLEAN: (place) => place,
  OTHER: (place) => place,
};

function compareNatively(
  { column, operator, values }: Comparison,
  alias: string | null,
  placeholders: Placeholders,
): string {
  const placed = padValues(values).map((value) => casts[column.storage](placeholders.add(value)));
  return writeComparison(nameOf(column, alias), operator, placed);
}

/** Whether a number passes the cast to 35 digits before the point and 30 after it unchanged. */
function fitsDecimal(value: Parameter): boolean {
  const magnitude = Math.abs(Number(value));
  const [, fraction = '', exponent = '0'] = /^\d(?:\.(\d+))?e-(\d+)$/.exec(String(magnitude)) ?? [];
  return magnitude < 1e35 && fraction.length + Number(exponent) <= 30;
}

/**
 * No column of decimals holds a number that the cast would change (see storage.ts), so none equals
 * it. Order by such a number is that of doubles: on both sides by force, since the server would
 * otherwise round the number to the column's scale.
 */
function compareDecimals(
  comparison: Comparison,
  alias: string | null,
  placeholders: Placeholders,
): string {
  const { column, operator } = comparison;
  const values = comparison.values.filter(fitsDecimal);
  if (values.length > 0) return compareNatively({ ...comparison, values }, alias, placeholders);
  if (operator === 'in') return 'FALSE';
  const placed = comparison.values.map((value) => placeholders.add(value));
  return writeComparison(`${nameOf(column, alias)} + 0e0`, operator, placed);
}

const writeColumn = ({ column, of }: ColumnRef): string => nameOf(column, of.alias);

/**
 * Texts of two columns, equal by bytes. Where a collation may serve, the inner column's own goes
 * before, and the outer's text is brought to its charset, as a value is for a comparison: two columns
 * of different collations cannot be compared at all. A column that is exact in itself needs no bytes.
 */
function equalTexts(inner: ColumnRef, outer: ColumnRef, collations: Collations): string {
  const [one, other] = [inner, outer].map(({ column, of }) => bytesOf(column, of.alias));
  const exact = `${one} = ${other}`;
  const collation = collations.get(inner.of.table)?.get(inner.column.name);
  if (!collation) return exact;
  const text = `CONVERT(${writeColumn(outer)} USING ${collation.charset}) COLLATE ${collation.name}`;
  const native = `${writeColumn(inner)} = ${text}`;
  return inner.column.exact ? native : `${native} AND ${exact}`;
}

/**
 * A part of a day, by arithmetic: in the sessions' mode the server takes 2001-02-31 for a day, and a
 * column of days may hold 2001-00-00. The year 0, which it takes for no leap year, is as 2000 is.
 */
function dayPart(name: string, length: number): string {
  const text = `CONVERT(${name} USING utf8mb4)`;
  const month = `REPLACE(LEFT(${text}, 7), '0000-', '2000-')`;
  const lastDay = `DAY(LAST_DAY(CONCAT(${month}, '-01')))`;
  const isDay = [
    `CHAR_LENGTH(${text}) = 10`,
    `${text} REGEXP '^[0-9]{4}-(0[1-9]|1[0-2])-[0-9]{2}$'`,
    `SUBSTRING(${text}, 9, 2) BETWEEN 1 AND ${lastDay}`,
  ].join(' AND ');
  const part = `WHEN ${isDay} THEN LEFT(${text}, ${length}) ELSE ''`;
  return `CAST(CASE WHEN ${name} IS NULL THEN NULL ${part} END AS BINARY)`;
}

/**
 * The SQL of MySQL and MariaDB.
 *
 * @param collations those of the source when it was last looked at; without them statements find the
 *   same rows, slowly
 */
export function mysqlDialect(collations: () => Collations): Dialect {
  return {
    quote,
    placeholder: () => '?',
    nulls: 'first',
    orderOf,
    // By bytes always: MariaDB, which sorts to group, may take a text for one that U+0000 follows.
    groupOf: (column) => (column.storage === 'TEXT' ? bytesOf(column) : quote(column.name)),
    compare: (comparison, { table, alias }, placeholders) => {
      const { column } = comparison;
      if (column.storage === 'DECIMAL') return compareDecimals(comparison, alias, placeholders);
      return isBytewise(column)
        ? compareBytes(comparison, alias, collations().get(table)?.get(column.name), placeholders)
        : compareNatively(comparison, alias, placeholders);
    },
    equals: (inner, outer) =>
      inner.column.storage === 'TEXT'
        ? equalTexts(inner, outer, collations())
        : `${writeColumn(inner)} = ${writeColumn(outer)}`,
    valueOfGroup: (expression) => `MIN(${expression})`,
    dayPartOf: ({ name }, length) => dayPart(quote(name), length),
    // A decimal of as many digits as it takes.
    sumOf: ({ name }) => `SUM(${quote(name)})`,
    readSum: (value) => (value === null ? null : String(value)),
    // As a text: MySQL refuses the double that a number is sent as where rows are counted.
    rows: String,
  };
}
