import type { Column } from '../../../source/column/column.js';
import type { FetchRequest } from '../../../source/request/fetchRequest.js';
import type { Filter } from '../../../source/request/filter.js';
import type { Dialect } from '../dialect.js';
import type { Placeholders } from '../placeholders.js';

import { columnList } from './columnList.js';
import { orderClause } from './orderClause.js';
import { splitNulls, type Part } from './splitNulls.js';
import { writeFrom } from './writeFrom.js';
import { writeTests, type WrittenTests } from './writeTests.js';

/** The columns that an outer query needs of an inner one, each once. */
export function innerColumns({ columns, orderBy }: FetchRequest): readonly Column[] {
  const read = [
    ...columns.filter(({ test }) => test === undefined),
    ...orderBy.map(({ column }) => column),
  ];
  return [...new Map(read.map((column) => [column.name, column])).values()];
}

/** Writes what an inner query gives: columns as they are, tests by their names. */
export function innerList(
  inner: readonly Column[],
  tests: WrittenTests,
  dialect: Dialect,
): readonly string[] {
  return [
    ...inner.map(({ name }) => dialect.quote(name)),
    ...Array.from(tests.values(), ({ sql, name }) => `${sql} AS ${name}`),
  ];
}

/** The tests by the names that an inner query gave them. */
export function named(tests: WrittenTests): WrittenTests {
  return new Map(Array.from(tests, ([test, { name }]) => [test, { name, sql: name }]));
}

/** Writes the first rows of parts of one request, each part by itself. */
class PartWriter {
  readonly #request: FetchRequest;
  readonly #rows: number;
  readonly #dialect: Dialect;
  readonly #placeholders: Placeholders;
  /** The tests among the columns, as each part gives them. */
  tests: WrittenTests = new Map();

  constructor(request: FetchRequest, rows: number, dialect: Dialect, placeholders: Placeholders) {
    this.#request = request;
    this.#rows = rows;
    this.#dialect = dialect;
    this.#placeholders = placeholders;
  }

  write(filter: Filter): string {
    const { table, orderBy } = this.#request;
    const part = { table, filter, orderBy };
    const [head = part, tail] = splitNulls(part, this.#dialect) ?? [];
    const first = this.#select(head) + this.#end(head);
    if (!tail) return first;
    const second = this.#select(tail);
    // The name must be none of a table: it would take that one's place.
    let name = 'head';
    while (`${first}${second}`.toLowerCase().includes(name)) name += '_';
    const quoted = this.#dialect.quote(name);
    const rest = this.#writeTail(second, tail, `(SELECT COUNT(*) FROM ${quoted})`);
    const both = `WITH ${quoted} AS (${first}) SELECT * FROM ${quoted} UNION ALL ${rest}`;
    // Of all rows, the whole statement has the limit.
    return this.#request.limit?.kind === 'each'
      ? `SELECT * FROM (${both}) AS ${this.#dialect.quote('both')}${this.#end(this.#request)}`
      : both;
  }

  /** Writes a tail so that nothing is looked for in it where the head has all rows that are wanted. */
  #writeTail(select: string, { orderBy }: Part, found: string): string {
    const lacks = `${found} < ${this.#placeLimit()}`;
    const order = orderClause(orderBy, this.#dialect);
    const rows = this.#placeLimit();
    const from = (tail: string) => `SELECT * FROM (${tail}) AS ${this.#dialect.quote('tail')}`;
    const { skipsBy } = this.#dialect;
    switch (skipsBy) {
      case 'condition':
        return from(`${select} AND ${lacks}${order} LIMIT ${rows}`);
      case 'limit':
        return from(`${select}${order} LIMIT CASE WHEN ${lacks} THEN ${rows} ELSE 0 END`);
      case 'outside':
        return `${from(`${select}${order} LIMIT ${rows}`)} WHERE ${lacks}`;
      default:
        return skipsBy satisfies never;
    }
  }

  #select({ table, filter }: Part): string {
    const tests = writeTests(this.#request, this.#dialect, this.#placeholders);
    this.tests = named(tests);
    const list = innerList(innerColumns(this.#request), tests, this.#dialect).join(', ') || '1';
    return `SELECT ${list}${writeFrom({ table, filter }, this.#dialect, this.#placeholders)}`;
  }

  #end({ orderBy }: Part): string {
    return `${orderClause(orderBy, this.#dialect)} LIMIT ${this.#placeLimit()}`;
  }

  #placeLimit(): string {
    return this.#placeholders.add(this.#dialect.rows(this.#rows));
  }
}

/**
 * Writes a statement that puts the first rows of each part together, all in order. Where an index gives a
 * part in the wanted order, no further row of it is looked at.
 *
 * @param filters the parts of the request's rows, none of which is in two
 */
export function compileParts(
  request: FetchRequest,
  filters: readonly Filter[],
  rows: number,
  dialect: Dialect,
  placeholders: Placeholders,
): string {
  const writer = new PartWriter(request, rows, dialect, placeholders);
  const [first = '', ...more] = filters.map((filter) => writer.write(filter));
  const parts = [first, ...more].map(
    (part, at) => `SELECT * FROM (${part}) AS ${dialect.quote(`of_${at}`)}`,
  );
  const all = more.length === 0 ? first : parts.join(' UNION ALL ');
  return `SELECT ${columnList(request.columns, dialect, writer.tests)} FROM (${all}) AS placed${orderClause(request.orderBy, dialect)}`;
}
