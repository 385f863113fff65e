import { isUuid, mostBytesOf } from '../../source/column/bytesForm.js';
import type { Column, Storage } from '../../source/column/column.js';
import type { Parameter } from '../../source/column/parameter.js';
import type { GroupKey } from '../../source/request/aggregateRequest.js';
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

import { calendarTest, isIso } from './calendarTest.js';
import { compareTexts } from './compareTexts.js';
import { quote } from './quote.js';
import type { ArrayElement, TextForm, TextForms } from './textForm.js';

function nameOf(column: Column, alias: string | null): string {
  return writeName(quote, column, alias);
}

/** A text, compared by code point; of a CHAR without its padding. */
function toText(expression: string): string {
  return `CAST(${expression} AS text) COLLATE "C"`;
}

const textSql: TextSql = {
  concat: (parts) => `(${parts.join(' || ')})`,
  isSame: (one, other) => `${one} = ${other}`,
  areDigits: (text) => `${text} ~ '^[0-9]+$'`,
  codeOf: (text) => `ASCII(${text})`,
  isIso,
};

/** The expression whose order is that of the channel. */
function orderOf(column: Column): string {
  const name = quote(column.name);
  return column.storage === 'TEXT' && !column.exact ? toText(name) : name;
}

/**
 * The type of a parameter, by the storage of its column. The widest type of its kind: the server would
 * otherwise take the column's own, and fail where that one cannot hold the value.
 */
const types: { readonly [Name in Storage]: string } = {
  TEXT: 'text',
  INTEGER: 'bigint',
  REAL: 'float8',
  DECIMAL: 'numeric',
  DATE: 'date',
  TIME: 'time',
  DATETIME: 'timestamp',
  // The session's clock is that of UTC.
  TIMESTAMP: 'timestamptz',
  BOOLEAN: 'boolean',
  JSON: 'text',
  BYTES: 'text',
  LIST: 'text',
  OTHER: 'text',
};

const clocks: ReadonlySet<Storage> = new Set(['DATE', 'DATETIME', 'TIMESTAMP']);

/** The server calls the year 0 the first before our era. */
function toParameter({ storage }: Pick<Column, 'storage'>, value: Parameter): Parameter {
  return clocks.has(storage) && typeof value === 'string' && value.startsWith('0000-')
    ? `0001${value.slice(4)} BC`
    : value;
}

/**
 * Infinity, and what is no number at all, which the server takes for greater still, are no values of the
 * channel and meet no comparison.
 */
const ends: ReadonlyMap<string, string> = new Map([
  ['lt', "> '-Infinity'"],
  ['lte', "> '-Infinity'"],
  ['gt', "< 'Infinity'"],
  ['gte', "< 'Infinity'"],
]);

function compareNatively(
  { column, operator, values }: Comparison,
  name: string,
  place: (value: Parameter) => string,
): string {
  const placed = padValues(values).map((value) => place(toParameter(column, value)));
  return writeComparison(name, operator, placed);
}

/** Writes a comparison with a real or a decimal. */
function compareNumbers(
  comparison: Comparison,
  name: string,
  place: (value: Parameter) => string,
): string {
  const { column, operator } = comparison;
  const compared = column.isSingle
    ? compareSingles(comparison, name, place)
    : compareNatively(comparison, name, place);
  const end = ends.get(operator);
  return end === undefined ? compared : `(${compared} AND ${name} ${end})`;
}

function writeText({ column, of, spelling }: SpelledRef): string {
  const text = toText(nameOf(column, of.alias));
  return spelling ? `${spelling}(${text})` : text;
}

const uuid: TextForm = { kind: 'uuid' };

/** How a column of texts is stored at the last look; undefined before it. What is a UUID is one without it. */
function formOf({ name, isUuid: isOne }: Column, table: string, forms: TextForms) {
  return isOne ? uuid : forms.get(table)?.get(name);
}

/**
 * Writes that texts of two columns are equal by code point. Where an index of the inner column may
 * serve, the outer text takes that one's collation, because the server compares no two texts of
 * different collations.
 */
function equalTexts(inner: ColumnRef, outer: SpelledRef, forms: TextForms): string {
  const [one, other] = [inner, outer].map(({ column, of }) => formOf(column, of.table, forms));
  if (one?.kind === 'uuid' && other?.kind === 'uuid' && !outer.spelling) {
    return `${nameOf(inner.column, inner.of.alias)} = ${nameOf(outer.column, outer.of.alias)}`;
  }
  if (one?.kind !== 'plain') return `${writeText(inner)} = ${writeText(outer)}`;
  const text = outer.spelling
    ? writeText(outer)
    : `CAST(${nameOf(outer.column, outer.of.alias)} AS text)`;
  return `${nameOf(inner.column, inner.of.alias)} = ${text} COLLATE ${one.collation}`;
}

/** The bits of a whole number, by its type. */
const bits: ReadonlyMap<ArrayElement, number> = new Map([
  ['int2', 16],
  ['int4', 32],
  ['int8', 64],
]);

/**
 * Writes that an array has a value of its own type among its elements, for an index of arrays to serve. The
 * operator is the server's own: that of the extension `intarray` fails where an element is null.
 */
function writeHasOwn(
  name: string,
  value: Parameter,
  of: ArrayElement,
  place: (value: Parameter) => string,
): string {
  const size = bits.get(of);
  const has = `${name} OPERATOR(pg_catalog.@>)`;
  if (size === undefined) return `${has} ARRAY[${place(value)}::text]::${of}[]`;
  const whole = BigInt(value);
  return BigInt.asIntN(size, whole) === whole ? `${has} ARRAY[${place(value)}::${of}]` : 'FALSE';
}

/** Writes that an array has a value among its elements. Its own type may be narrower than the value's. */
function writeHas(
  { elements }: Column,
  name: string,
  value: Parameter,
  form: TextForm | undefined,
  place: (value: Parameter) => string,
): string {
  if (!elements) throw new TypeError('a list is of something');
  if (elements.isUuid) {
    return isUuid(String(value)) ? `${place(value)}::uuid = ANY (${name})` : 'FALSE';
  }
  // No text of PostgreSQL holds U+0000, and none may be sent.
  if (elements.storage === 'TEXT' && String(value).includes('\u0000')) return 'FALSE';
  if (form?.kind === 'array') return writeHasOwn(name, value, form.of, place);
  if (elements.storage !== 'TEXT') {
    const told = toParameter(elements, value);
    return `${place(told)}::${types[elements.storage]} = ANY (${name})`;
  }
  return `${place(value)}::text COLLATE "C" = ANY (CAST(${name} AS text[]))`;
}

/** The server has no least boolean, and before version 18 no least UUID and no least bytes. */
function valueOfGroup(expression: string, key: GroupKey): string {
  if (key.kind === 'dayPart') return `MIN(${expression})`;
  switch (key.column.storage) {
    case 'BOOLEAN':
      return `BOOL_AND(${expression})`;
    case 'TEXT':
      return `MIN(${toText(expression)})`;
    case 'BYTES':
      return `decode(MIN(encode(${expression}, 'hex')), 'hex')`;
    case 'INTEGER':
    case 'REAL':
    case 'DECIMAL':
    case 'DATE':
    case 'TIME':
    case 'DATETIME':
    case 'TIMESTAMP':
    case 'JSON':
    case 'LIST':
    case 'OTHER':
      return `MIN(${expression})`;
    default:
      return key.column.storage satisfies never;
  }
}

/**
 * The SQL of PostgreSQL.
 *
 * @param forms the source's text columns at the last look; without them, statements find the same rows,
 *   but slowly
 * @param sizes the sizes of its tables, of which the same holds
 */
export function postgresDialect(
  forms: () => TextForms,
  sizes: () => SourceSizes = () => new Map(),
): Dialect {
  return {
    quote,
    sizeOf: (table) => sizes().get(table),
    placeholder: (number) => `$${number}`,
    nulls: 'last',
    skipsBy: 'outside',
    orderOf,
    groupOf: (column) =>
      column.eitherCase ? `UPPER(${toText(quote(column.name))})` : orderOf(column),
    compare: (comparison, { table, alias }, placeholders) => {
      const { column } = comparison;
      const name = nameOf(column, alias);
      const { reading } = column;
      if (reading?.kind === 'birth') {
        const placed = comparison.values.map((value) => `${placeholders.add(value)}::text`);
        return writeComparison(writeBirth(toText(name), textSql), comparison.operator, placed);
      }
      if (column.storage === 'TEXT') {
        const form = formOf(column, table, forms());
        // Every collation has the digits in their order, and days in one format differ in nothing else.
        const isExact = column.exact || (reading !== undefined && reading.kind !== 'clock');
        const terms = { name, exactly: toText(name), isExact, form };
        return compareTexts(comparison, terms, (value) => placeholders.add(value));
      }
      const type = types[column.storage];
      const place = (value: Parameter) => {
        const placed = `${placeholders.add(value)}::${type}`;
        // The value is converted and never the column, so that an index serves.
        return column.storage === 'BYTES' ? `decode(${placed}, 'hex')` : placed;
      };
      return column.storage === 'REAL' || column.storage === 'DECIMAL'
        ? compareNumbers(comparison, name, place)
        : compareNatively(comparison, name, place);
    },
    withinRange: () => [],
    // What is no number meets no comparison.
    isTotal: ({ storage }) => storage !== 'REAL' && storage !== 'DECIMAL',
    // No text of PostgreSQL holds U+0000, and none may be sent.
    contains: ({ column, text }, alias, placeholders) =>
      text.includes('\u0000')
        ? 'FALSE'
        : `strpos(${toText(nameOf(column, alias))}, ${placeholders.add(text)}::text) > 0`,
    has: ({ column, value }, { table, alias }, placeholders) => {
      const form = forms().get(table)?.get(column.name);
      const place = (one: Parameter) => placeholders.add(one);
      return writeHas(column, nameOf(column, alias), value, form, place);
    },
    equals: (inner, outer) =>
      inner.column.storage === 'TEXT'
        ? equalTexts(inner, outer, forms())
        : `${nameOf(inner.column, inner.of.alias)} = ${nameOf(outer.column, outer.of.alias)}`,
    exactOf: (column, alias) => {
      const name = nameOf(column, alias);
      return column.storage === 'TEXT' ? toText(name) : name;
    },
    literalOf: (code) => (typeof code === 'number' ? String(code) : `'${code}'`),
    spelledOf: ({ name }) => toText(quote(name)),
    valueOfGroup,
    isSound: (column, alias) => {
      const name = nameOf(column, alias);
      const { reading } = column;
      if (reading?.kind === 'bytes') return writeIsOfLength(`octet_length(${name})`, reading.form);
      if (reading?.kind === 'birth') return writeHasBirth(toText(name), textSql);
      if (reading?.kind === 'format') return writeIsDay(toText(name), reading.format, textSql);
      const test = calendarTest(column, name, toText(name));
      if (reading?.kind !== 'clock') return test;
      return writeIsTold(test, reading, (operator, moment) =>
        reading.isText
          ? `${toText(name)} ${operator} '${moment}'`
          : `${name} ${operator} TIMESTAMP '${toParameter(column, moment)}'`,
      );
    },
    textOfCalendar: (_column, expression) => expression,
    boundedText: (expression) => `CAST(${expression} AS text)`,
    bytesOfText: (text) => `octet_length(${text})`,
    bring: ({ reading, storage }, expression) => {
      if (storage === 'LIST') return `to_json(CAST(${expression} AS text[]))`;
      return reading?.kind === 'bytes'
        ? `encode(substring(${expression} FROM 1 FOR ${mostBytesOf(reading.form) + 1}), 'hex')`
        : expression;
    },
    dayPartOf: ({ name, reading }, length) => {
      const text = toText(quote(name));
      const day = reading?.kind === 'format' ? writeIso(text, reading.format, textSql) : text;
      return `LEFT(${day}, ${length})`;
    },
    tellDayPart: (expression) => expression,
    // The sum of 64-bit numbers is a decimal, which has room for all digits.
    sumOf: ({ name }) => `SUM(${quote(name)})`,
    // What is no number would be the greatest of all.
    wholeOf: ({ name, storage, scale = 0 }) =>
      storage === 'DECIMAL' ? `TRUNC(NULLIF(${quote(name)}, 'NaN') * ${10 ** scale})` : quote(name),
    readSum: (value) => (value === null ? null : String(value)),
    rows: (count) => count,
  };
}
