import { mostBytesOf, type BytesForm } from '../../source/column/bytesForm.js';
import type { Column, Storage } from '../../source/column/column.js';
import type { SourceSizes } from '../../source/tableSize.js';
import { writeName, type ColumnRef } from '../sql/columnRef.js';
import type { Dialect } from '../sql/dialect.js';
import { padValues, writeComparison } from '../sql/filter/writeComparison.js';
import type { TextSql } from '../sql/held/textSql.js';
import { writeBirth, writeHasBirth } from '../sql/held/writeBirth.js';
import { writeIsDay, writeIso } from '../sql/held/writeIsDay.js';
import { writeIsOfLength } from '../sql/held/writeIsOfLength.js';
import { writeIsTold } from '../sql/held/writeIsTold.js';

function quote(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}

/**
 * Texts compare by code point, whatever collation the table was made with. Where that is the column's own, it
 * goes unsaid: SQLite looks for several pairs of values in an index only so.
 */
function orderOf(column: Column, alias: string | null = null): string {
  const name = writeName(quote, column, alias);
  if (column.holdsNumbers) return toText(column, alias);
  return column.storage === 'TEXT' && !column.exact ? `${name} COLLATE BINARY` : name;
}

/**
 * Tests a text that is a time of day, or a day, a blank and a time of day, without a zero at the end of its
 * fraction: texts are compared as they stand, so a time must be written in one way. SQLite takes 24:00:00
 * for a time.
 *
 * @param reads the function that gives such a text back unchanged, but for its fraction
 * @param length how many characters come before the fraction
 */
function timeTest(name: string, text: string, reads: 'time' | 'datetime', length: number): string {
  const second = `substr(${text}, 1, ${length})`;
  const fraction = `substr(${name}, ${length + 1})`;
  const isFraction = `${fraction} GLOB '.*[1-9]' AND substr(${name}, ${length + 2}) NOT GLOB '*[^0-9]*' AND length(${name}) <= ${length + 7} AND instr(${name}, char(0)) = 0`;
  return `(${reads}(${second}) = ${second} AND substr(${text}, ${length - 7}, 2) < '24' AND (${second} = ${text} OR ${isFraction}))`;
}

const textSql: TextSql = {
  concat: (parts) => `(${parts.join(' || ')})`,
  isSame: (one, other) => `${one} = ${other}`,
  areDigits: (text) => `${text} GLOB '[0-9]*' AND ${text} NOT GLOB '*[^0-9]*'`,
  codeOf: (text) => `unicode(${text})`,
  // `date()` gives a real day back unchanged, and nothing else. SQLite takes 24:00:00 for a time.
  isIso: (text, holds) =>
    holds === 'DAY'
      ? `date(${text}) = ${text}`
      : `datetime(${text}) = ${text} AND SUBSTR(${text}, 12, 2) < '24'`,
};

/** A value as a text, or a whole number as its digits. */
function asText(expression: string): string {
  return `CAST(${expression} AS TEXT) COLLATE BINARY`;
}

function toText(column: Column, alias: string | null): string {
  return asText(writeName(quote, column, alias));
}

/** The digits of bytes; what is no bytes comes as what are none. */
function digitsOf(expression: string, form: BytesForm): string {
  const first = `substr(${expression}, 1, ${mostBytesOf(form) + 1})`;
  return `CASE typeof(${expression}) WHEN 'blob' THEN hex(${first}) WHEN 'null' THEN NULL ELSE '-' END`;
}

/** A column may hold bytes and numbers with a fraction, whatever it is declared to hold. */
function isText(column: Column, alias: string | null): string {
  return `typeof(${writeName(quote, column, alias)}) IN ('text', 'integer')`;
}

/**
 * The types of value that a key may have, by the storage of its column. SQLite may hold other types
 * there, and those lead to no row.
 */
const keyTypes: ReadonlyMap<Storage, string> = new Map([
  ['TEXT', "= 'text'"],
  ['INTEGER', "= 'integer'"],
  ['REAL', "IN ('integer', 'real')"],
  ['BYTES', "= 'blob'"],
]);

function typeTest({ column, of }: ColumnRef): string {
  const types = column.holdsNumbers ? undefined : keyTypes.get(column.storage);
  return types ? ` AND typeof(${writeName(quote, column, of.alias)}) ${types}` : '';
}

/**
 * The SQL of SQLite. No placeholder needs a cast: SQLite compares whole numbers and reals exactly
 * (Datatypes, 4.2), and it turns digits in a text into an integer before comparing them with a
 * column of integers, for `IN` too (4.3).
 */
export const sqliteDialect: Dialect = {
  quote,
  sizeOf: () => undefined,
  placeholder: () => '?',
  nulls: 'first',
  skipsBy: 'limit',
  orderOf: (column) => orderOf(column),
  groupOf: (column) =>
    column.eitherCase ? `UPPER(${quote(column.name)}) COLLATE BINARY` : orderOf(column),
  compare: ({ column, operator, values }, { alias }, placeholders) => {
    const placed = padValues(values).map((value) => {
      const place = placeholders.add(value);
      return column.storage === 'BYTES' ? `unhex(${place})` : place;
    });
    const left =
      column.reading?.kind === 'birth'
        ? writeBirth(toText(column, alias), textSql)
        : orderOf(column, alias);
    return writeComparison(left, operator, placed);
  },
  withinRange: () => [],
  isTotal: () => true,
  // Of a number or of bytes it would look at the digits.
  contains: ({ column, text }, alias, placeholders) => {
    const name = writeName(quote, column, alias);
    if (column.holdsNumbers)
      return `instr(${toText(column, alias)}, ${placeholders.add(text)}) > 0`;
    return `(typeof(${name}) = 'text' AND instr(${name}, ${placeholders.add(text)}) > 0)`;
  },
  has: () => {
    throw new TypeError('SQLite has no lists');
  },
  equals: (inner, outer) => {
    const one = orderOf(inner.column, inner.of.alias);
    const other = outer.spelling
      ? `${outer.spelling}(${writeName(quote, outer.column, outer.of.alias)})`
      : orderOf(outer.column, outer.of.alias);
    return `${one} = ${other}${typeTest(outer)}`;
  },
  isAmong: (outer, inner, query) => {
    const [one, other] = [outer, inner].map(({ column, of }) => orderOf(column, of.alias));
    return `(${one ?? ''} IN (${query(other ?? '')})${typeTest(outer)})`;
  },
  exactOf: orderOf,
  literalOf: (code) => (typeof code === 'number' ? String(code) : `'${code}'`),
  spelledOf: (column) => orderOf(column),
  valueOfGroup: (expression) => `MIN(${expression})`,
  isSound: (column, alias) => {
    const [name, text] = [writeName(quote, column, alias), orderOf(column, alias)];
    const { reading } = column;
    const read = toText(column, alias);
    if (reading?.kind === 'bytes') {
      return `(typeof(${name}) = 'blob' AND ${writeIsOfLength(`length(${name})`, reading.form)})`;
    }
    if (reading?.kind === 'birth') return writeHasBirth(read, textSql);
    if (reading?.kind === 'format') {
      return `(${isText(column, alias)} AND ${writeIsDay(read, reading.format, textSql)})`;
    }
    if (column.calendar === 'TIME') return timeTest(name, text, 'time', 8);
    if (column.calendar === 'MOMENT') {
      const test = timeTest(name, text, 'datetime', 19);
      if (reading?.kind !== 'clock') return test;
      return writeIsTold(test, reading, (operator, moment) => `${text} ${operator} '${moment}'`);
    }
    return `date(${name}) = ${text}`;
  },
  textOfCalendar: (_column, expression) => expression,
  boundedText: (expression) => expression,
  bytesOfText: (text) => `octet_length(${text})`,
  bring: ({ reading, holdsNumbers }, expression) => {
    if (holdsNumbers) return asText(expression);
    return reading?.kind === 'bytes' ? digitsOf(expression, reading.form) : expression;
  },
  dayPartOf: (column, length) => {
    const { reading } = column;
    const day =
      reading?.kind === 'format'
        ? writeIso(toText(column, null), reading.format, textSql)
        : quote(column.name);
    return `substr(${day}, 1, ${length})`;
  },
  tellDayPart: (expression) => expression,
  // SQLite's own sum fails beyond 64 bits, and so on the values alone. Sums of 32-bit halves never
  // do.
  sumOf: ({ name }) => {
    const column = quote(name);
    const halves = `printf('%d:%d', SUM(${column} >> 32), SUM(${column} & 4294967295))`;
    return `CASE WHEN COUNT(${column}) > 0 THEN ${halves} END`;
  },
  // A column of integers may hold other types.
  wholeOf: ({ name }) => `CAST(${quote(name)} AS INTEGER)`,
  readSum: (value) => {
    const [, high, low] = /^(-?\d+):(\d+)$/.exec(String(value)) ?? [];
    if (high === undefined || low === undefined) return null;
    return String(BigInt(high) * 2n ** 32n + BigInt(low));
  },
  rows: (count) => count,
};

/** The same, where the sizes of tables are known. */
export function sqliteDialectOf(sizes: () => SourceSizes): Dialect {
  return { ...sqliteDialect, sizeOf: (table) => sizes().get(table) };
}
