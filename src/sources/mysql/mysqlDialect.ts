import { isUuid, mostBytesOf } from '../../source/column/bytesForm.js';
import type { Column, Storage } from '../../source/column/column.js';
import type { Parameter } from '../../source/column/parameter.js';
import type { SourceSizes } from '../../source/tableSize.js';
import { writeName, type ColumnRef, type SpelledRef } from '../sql/columnRef.js';
import type { Comparison, Dialect } from '../sql/dialect.js';
import { compareSingles } from '../sql/filter/compareSingles.js';
import { padValues, writeComparison } from '../sql/filter/writeComparison.js';
import type { TextSql } from '../sql/held/textSql.js';
import { writeBirth, writeHasBirth } from '../sql/held/writeBirth.js';
import { writeIsDay, writeIso } from '../sql/held/writeIsDay.js';
import { writeIsOfLength } from '../sql/held/writeIsOfLength.js';
import { writeIsTold } from '../sql/held/writeIsTold.js';
import type { Placeholders } from '../sql/placeholders.js';

import { calendarTest, momentTest, textTest } from './calendarTest.js';
import type { Collation, Collations } from './collation.js';
import { withinRange } from './withinRange.js';

function quote(identifier: string): string {
  return `\`${identifier.replaceAll('`', '``')}\``;
}

function nameOf(column: Column, alias: string | null): string {
  return writeName(quote, column, alias);
}

/** The UTF-8 bytes of a text. Their order is that of code points. */
function toBytes(text: string): string {
  return `CAST(CONVERT(${text} USING utf8mb4) AS BINARY)`;
}

/** A text that is sorted by code point, but for blanks at its end. */
function toText(expression: string): string {
  return `CONVERT(${expression} USING utf8mb4) COLLATE utf8mb4_bin`;
}

/** A text, or the digits of a whole number without the zeros that its column may put before them. */
function readText(column: Column, alias: string | null): string {
  const name = nameOf(column, alias);
  return toText(column.storage === 'TEXT' ? name : `${name} + 0`);
}

const textSql: TextSql = {
  concat: (parts) => `CONCAT(${parts.join(', ')})`,
  isSame: (one, other) => `CAST(${one} AS BINARY) = CAST(${other} AS BINARY)`,
  areDigits: (text) => `${text} REGEXP '^[0-9]+$'`,
  codeOf: (text) => `ASCII(${text})`,
  isIso: (text, holds) => (holds === 'DAY' ? textTest(text) : momentTest(text)),
};

function bytesOf(column: Column, alias: string | null = null): string {
  return toBytes(nameOf(column, alias));
}

/** The types whose years and months are numbers, which are much faster to group by than texts. */
const clocks: ReadonlySet<Storage> = new Set(['DATE', 'DATETIME', 'TIMESTAMP']);
const isClock = ({ storage, reading }: Column) => clocks.has(storage) && reading?.kind !== 'format';

const isBytewise = ({ storage, exact }: Column): boolean => storage === 'TEXT' && !exact;

function orderOf(column: Column): string {
  return isBytewise(column) ? bytesOf(column) : quote(column.name);
}

/**
 * Compares a text by bytes, where the column's own collation folds or pads. Where an index may
 * serve, a comparison by the collation stands before: texts that are equal by bytes are equal by
 * any collation, so it keeps every row that the bytes keep. For it, the value is converted to the
 * column's charset and gets the column's collation, because the server otherwise refuses to compare
 * '中' with a column of latin1. A character that the charset lacks becomes a question mark there,
 * and the bytes then tell the two apart.
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
  if (!collation || (operator !== 'in' && column.reading?.kind !== 'format')) return exactly();
  const { charset, name } = collation;
  const native = write(
    nameOf(column, alias),
    (place) => `CONVERT(${place} USING ${charset}) COLLATE ${name}`,
  );
  // Every collation has the digits in their order, and days in one format differ in nothing else.
  return operator === 'in' ? `(${native} AND ${exactly()})` : native;
}

/**
 * Writes the placeholder of a value, by the storage of its column. The driver sends a number as a
 * double. The server then compares whole numbers and decimals as doubles, as it also does with
 * texts, and 2^53 + 1 would equal 2^53. An ISO day gets its type, so that the server need not
 * guess.
 */
const casts: { readonly [Name in Storage]: (place: string, value: Parameter) => string } = {
  TEXT: (place) => place,
  // Signed and unsigned numbers are compared by value; each is cast to the type that holds it.
  INTEGER: (place, value) =>
    `CAST(${place} AS ${Number(value) >= 2 ** 63 ? 'UNSIGNED' : 'SIGNED'})`,
  REAL: (place) => place,
  DECIMAL: (place) => `CAST(${place} AS DECIMAL(65, 30))`,
  DATE: (place) => `CAST(${place} AS DATE)`,
  TIME: (place) => `CAST(${place} AS TIME(6))`,
  DATETIME: (place) => `CAST(${place} AS DATETIME(6))`,
  // The session's clock is that of UTC.
  TIMESTAMP: (place) => `CAST(${place} AS DATETIME(6))`,
  BOOLEAN: (place) => place,
  JSON: (place) => place,
  LIST: (place) => place,
  // The value is converted and never the column, so that an index serves.
  BYTES: (place) => `UNHEX(${place})`,
  OTHER: (place) => place,
};

function compareNatively(
  { column, operator, values }: Comparison,
  alias: string | null,
  placeholders: Placeholders,
): string {
  const placed = padValues(values).map((value) =>
    casts[column.storage](placeholders.add(value), value),
  );
  return writeComparison(nameOf(column, alias), operator, placed);
}

/** Whether the cast leaves a number unchanged: 35 digits before the point and 30 after it. */
function fitsDecimal(value: Parameter): boolean {
  // A text was read as a decimal that fits.
  if (typeof value === 'string') return true;
  const magnitude = Math.abs(Number(value));
  const [, fraction = '', exponent = '0'] = /^\d(?:\.(\d+))?e-(\d+)$/.exec(String(magnitude)) ?? [];
  return magnitude < 1e35 && fraction.length + Number(exponent) <= 30;
}

/**
 * Compares decimals. A number that the cast would change is in no column of decimals (see
 * storageOf.ts), so nothing equals it. An order comparison with such a number is made in doubles on
 * both sides, because the server would otherwise round the number to the column's scale.
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

/** A year as the number that it is: the server takes 99 for 1999 where it compares a YEAR with a number. */
const wholeYear = (name: string) => `CAST(${name} AS SIGNED)`;

/** Compares years. An index serves equality alone; it finds no year before 3000. */
function compareYears(
  comparison: Comparison,
  alias: string | null,
  placeholders: Placeholders,
): string {
  const { column, operator } = comparison;
  const isYear = (value: Parameter) => Number(value) === 0 || Number(value) > 1900;
  if (operator === 'in') {
    const values = comparison.values.filter((value) => isYear(value) && Number(value) <= 2155);
    return values.length > 0
      ? compareNatively({ ...comparison, values }, alias, placeholders)
      : 'FALSE';
  }
  const placed = comparison.values.map((value) => casts.INTEGER(placeholders.add(value), value));
  return writeComparison(wholeYear(nameOf(column, alias)), operator, placed);
}

/** Writes that a column of UUIDs equals one of some texts; what is no UUID is none of its values. */
function equalsUuid(
  comparison: Comparison,
  alias: string | null,
  placeholders: Placeholders,
): string {
  const values = comparison.values.filter((value) => isUuid(String(value)));
  return values.length > 0
    ? compareNatively({ ...comparison, values }, alias, placeholders)
    : 'FALSE';
}

function writeColumn({ column, of, spelling }: SpelledRef): string {
  const name = column.isYear ? wholeYear(nameOf(column, of.alias)) : nameOf(column, of.alias);
  return spelling ? `${spelling}(${name})` : name;
}

/**
 * Writes that texts of two columns are equal by bytes. Where an index may serve, a comparison by
 * the inner column's collation stands before, with the outer text converted to its charset: columns
 * of different collations cannot be compared at all. Where the inner column is exact, that
 * comparison is enough.
 */
function equalTexts(inner: ColumnRef, outer: SpelledRef, collations: Collations): string {
  if (inner.column.isUuid && outer.column.isUuid && !outer.spelling) {
    return `${writeColumn(inner)} = ${writeColumn(outer)}`;
  }
  const [one, other] = [inner, outer].map((ref) => toBytes(writeColumn(ref)));
  const exact = `${one} = ${other}`;
  const collation = collations.get(inner.of.table)?.get(inner.column.name);
  if (!collation) return exact;
  const text = `CONVERT(${writeColumn(outer)} USING ${collation.charset}) COLLATE ${collation.name}`;
  const native = `${writeColumn(inner)} = ${text}`;
  return inner.column.exact ? native : `${native} AND ${exact}`;
}

/**
 * The SQL of MySQL and MariaDB.
 *
 * @param collations the source's collations at the last look; without them, statements find the
 *   same rows, but slowly
 * @param sizes the sizes of its tables, of which the same holds
 */
export function mysqlDialect(
  collations: () => Collations,
  sizes: () => SourceSizes = () => new Map(),
): Dialect {
  return {
    quote,
    sizeOf: (table) => sizes().get(table),
    placeholder: () => '?',
    nulls: 'first',
    skipsBy: 'condition',
    orderOf,
    // Always by bytes: MariaDB sorts to group, and may then take two texts for equal that differ by
    // a U+0000 at the end.
    groupOf: ({ name, storage, eitherCase }) => {
      if (storage !== 'TEXT') return quote(name);
      return toBytes(eitherCase ? `UPPER(${quote(name)})` : quote(name));
    },
    compare: (comparison, { table, alias }, placeholders) => {
      const { column } = comparison;
      if (column.reading?.kind === 'birth') {
        const placed = comparison.values.map((value) => placeholders.add(value));
        const day = writeBirth(readText(column, alias), textSql);
        return writeComparison(day, comparison.operator, placed);
      }
      if (column.storage === 'DECIMAL') return compareDecimals(comparison, alias, placeholders);
      if (column.isYear) return compareYears(comparison, alias, placeholders);
      if (column.isUuid && comparison.operator === 'in') {
        return equalsUuid(comparison, alias, placeholders);
      }
      if (column.isSingle) {
        const place = (value: Parameter) => placeholders.add(value);
        return compareSingles(comparison, nameOf(column, alias), place);
      }
      return isBytewise(column)
        ? compareBytes(comparison, alias, collations().get(table)?.get(column.name), placeholders)
        : compareNatively(comparison, alias, placeholders);
    },
    withinRange: (range, { table, alias }, placeholders) => {
      const collation = collations().get(table)?.get(range.column.name);
      if (!collation) return [];
      const place = (value: string) => placeholders.add(value);
      return withinRange(range, nameOf(range.column, alias), collation, place);
    },
    isTotal: () => true,
    contains: ({ column, text }, alias, placeholders) =>
      `LOCATE(${toText(placeholders.add(text))}, ${toText(nameOf(column, alias))}) > 0`,
    // Of a SET, whose members have no commas.
    has: ({ column, value }, { alias }, placeholders) =>
      String(value).includes(',')
        ? 'FALSE'
        : `FIND_IN_SET(CAST(${placeholders.add(value)} AS BINARY), ${bytesOf(column, alias)}) > 0`,
    equals: (inner, outer) =>
      inner.column.storage === 'TEXT'
        ? equalTexts(inner, outer, collations())
        : `${writeColumn(inner)} = ${writeColumn(outer)}`,
    exactOf: (column, alias) =>
      column.storage === 'TEXT' ? bytesOf(column, alias) : `${nameOf(column, alias)} + 0`,
    literalOf: (code) =>
      typeof code === 'number' ? String(code) : `X'${Buffer.from(code, 'utf8').toString('hex')}'`,
    spelledOf: ({ name }) => toText(quote(name)),
    valueOfGroup: (expression) => `MIN(${expression})`,
    isSound: (column, alias) => {
      const { reading } = column;
      if (reading?.kind === 'bytes') {
        return writeIsOfLength(`OCTET_LENGTH(${nameOf(column, alias)})`, reading.form);
      }
      if (reading?.kind === 'birth') return writeHasBirth(readText(column, alias), textSql);
      if (reading?.kind === 'format')
        return writeIsDay(readText(column, alias), reading.format, textSql);
      const test = calendarTest(column, nameOf(column, alias));
      if (reading?.kind !== 'clock') return test;
      return writeIsTold(test, reading, (operator, moment) =>
        reading.isText
          ? `${bytesOf(column, alias)} ${operator} CAST('${moment}' AS BINARY)`
          : `${nameOf(column, alias)} ${operator} CAST('${moment}' AS DATETIME(6))`,
      );
    },
    // As a text: MariaDB makes 0000-00-00 of a day of the year 0 that comes out of a CASE.
    textOfCalendar: ({ storage, reading }, expression) =>
      storage === 'TEXT' || (reading && reading.kind !== 'clock') ? expression : toText(expression),
    boundedText: (expression) => expression,
    // In the character set of its column a text may have fewer bytes.
    bytesOfText: (text) => `octet_length(CONVERT(${text} USING utf8mb4))`,
    bring: ({ reading, isOfAnyLength }, expression) => {
      if (reading?.kind !== 'bytes') return expression;
      return isOfAnyLength
        ? `HEX(SUBSTRING(${expression}, 1, ${mostBytesOf(reading.form) + 1}))`
        : `HEX(${expression})`;
    },
    dayPartOf: (column, length) => {
      const { reading } = column;
      if (isClock(column)) {
        const name = quote(column.name);
        return length === 4 ? `YEAR(${name})` : `EXTRACT(YEAR_MONTH FROM ${name})`;
      }
      const day =
        reading?.kind === 'format'
          ? writeIso(readText(column, null), reading.format, textSql)
          : quote(column.name);
      return `CAST(LEFT(CONVERT(${day} USING utf8mb4), ${length}) AS BINARY)`;
    },
    tellDayPart: (expression, { column, length }) => {
      if (!isClock(column)) return expression;
      return length === 4
        ? `LPAD(${expression}, 4, '0')`
        : `INSERT(LPAD(${expression}, 6, '0'), 5, 0, '-')`;
    },
    // The sum of whole numbers is a decimal, which has room for all digits.
    sumOf: ({ name }) => `SUM(${quote(name)})`,
    wholeOf: ({ name, scale = 0 }) =>
      scale === 0 ? quote(name) : `TRUNCATE(${quote(name)} * ${10 ** scale}, 0)`,
    readSum: (value) => (value === null ? null : String(value)),
    // As a text: the driver sends a number as a double, and MySQL refuses a double as a count of
    // rows.
    rows: String,
  };
}
