import type { Column } from '../../../source/column/column.js';
import type { FetchRequest, KeyedFilter, Limit } from '../../../source/request/fetchRequest.js';
import { allOf, type Filter } from '../../../source/request/filter.js';
import { hasKey } from '../../../source/request/key.js';
import { indexLeadingWith } from '../../../source/servingIndex.js';
import type { Dialect } from '../dialect.js';
import { orderOf } from '../held/soundOrNull.js';
import type { Placeholders } from '../placeholders.js';

import { columnList } from './columnList.js';
import { compileParts, innerColumns, innerList, named } from './compileParts.js';
import { orderClause } from './orderClause.js';
import { writeFrom } from './writeFrom.js';
import { writeTests } from './writeTests.js';

type EachLimit = Extract<Limit, { readonly kind: 'each' }>;

/** So many keys have a part of a statement each, whatever an index tells of their rows. */
const fewKeys = 32;
/** SQLite puts no more than 500 parts together. */
const mostKeys = 256;

/** A name that no column of the statement has. Databases ignore the case of a name. */
function freeName(columns: readonly Column[]): string {
  const taken = new Set(columns.map(({ name }) => name.toLowerCase()));
  let name = 'place';
  while (taken.has(name)) name += '_';
  return name;
}

/**
 * Whether each key has a part of the statement of its own: where an index leads to the rows of a key, and
 * the keys are few, or have more rows than are wanted. A window would number all rows of all keys.
 */
function hasParts(request: FetchRequest, { of, rows, keyed }: EachLimit, dialect: Dialect) {
  // Of two spellings, each has its own first rows.
  if (!keyed || keyed.keys.length > mostKeys || of.some(({ eitherCase }) => eitherCase)) {
    return null;
  }
  const index = indexLeadingWith(of, dialect.sizeOf(request.table));
  const isWorth = index && (keyed.keys.length <= fewKeys || index.rowsPerValue > rows);
  return isWorth ? keyed : null;
}

/** Which rows have each of the keys. */
function partsOf({ of }: EachLimit, { keys, rest }: KeyedFilter): readonly Filter[] {
  return keys.map((key) => allOf([hasKey(of, [key]), rest]));
}

/**
 * Writes a statement for the first rows of each value: a window numbers the rows of each value, and
 * the outer query keeps the first numbers.
 */
function compileWindow(
  request: FetchRequest,
  limit: EachLimit,
  dialect: Dialect,
  placeholders: Placeholders,
): string {
  const tests = writeTests(request, dialect, placeholders);
  const from = writeFrom(request, dialect, placeholders);
  const inner = innerColumns(request);
  const place = dialect.quote(freeName(inner));
  const order = orderClause(request.orderBy, dialect);
  // Two spellings of one text have windows of their own, since an index serves them so. Who asks takes
  // the first rows of both together, which are among the first of each.
  const by = limit.of.map((column) => orderOf(column, dialect));
  const window = `ROW_NUMBER() OVER (PARTITION BY ${by.join(', ')}${order}) AS ${place}`;
  const placed = `SELECT ${[...innerList(inner, tests, dialect), window].join(', ')}${from}`;
  return `SELECT ${columnList(request.columns, dialect, named(tests))} FROM (${placed}) AS placed WHERE ${place} <= ${placeholders.add(dialect.rows(limit.rows))}${order}`;
}

/** Writes a statement for the first rows of each value of some columns. */
export function compileEach(
  request: FetchRequest,
  limit: EachLimit,
  dialect: Dialect,
  placeholders: Placeholders,
): string {
  const keyed = hasParts(request, limit, dialect);
  return keyed
    ? compileParts(request, partsOf(limit, keyed), limit.rows, dialect, placeholders)
    : compileWindow(request, limit, dialect, placeholders);
}
