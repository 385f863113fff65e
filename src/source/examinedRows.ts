import type { Column } from './column/column.js';
import type { AggregateRequest } from './request/aggregateRequest.js';
import type { FetchRequest } from './request/fetchRequest.js';
import type { Filter } from './request/filter.js';
import type { Junction } from './request/junction.js';
import { isKeptInOrder, servesOrder } from './servingIndex.js';
import type { SourceSizes, TableSize } from './tableSize.js';

/** The part of the rows that a comparison by size, or its contrary, is taken to leave. */
const partOfRange = 1 / 3;
/** The part of the rows that one value of a column without an index is taken to leave. */
const partOfValue = 1 / 1_000;

type Keyed = Extract<Filter, { readonly kind: 'compare' }>;

/** How many rows have one value of a column, found by an index; undefined where none leads to them. */
function rowsPerValue({ indexes }: TableSize, column: Column): number | undefined {
  const found = indexes.filter(({ columns }) => columns[0] === column.name);
  if (found.length === 0) return undefined;
  return Math.min(
    ...found.map(({ columns, isUnique, rowsPerValue: rows }) =>
      isUnique && columns.length === 1 ? 1 : Math.max(1, rows),
    ),
  );
}

/** Estimates what one kind of statement costs at one source, from the sizes of its tables. */
class Estimate {
  readonly #sizes: SourceSizes;

  constructor(sizes: SourceSizes) {
    this.#sizes = sizes;
  }

  /** How many rows of a table are looked at to find those that a filter lets through. */
  found(filter: Filter, table: string): number {
    const size = this.#sizes.get(table);
    // A view leads to its rows as its tables do, whose indexes nobody tells.
    if (!size) return keyed(filter) ?? Infinity;
    return Math.min(this.#candidates(filter, size), size.rows) + this.#beyond(filter);
  }

  /**
   * How many rows are looked at where an index gives them in order, until enough are found;
   * undefined where none does.
   */
  inOrder({ table, filter, orderBy, limit }: FetchRequest): number | undefined {
    const size = this.#sizes.get(table);
    if (!size || limit?.kind !== 'total' || !servesOrder(orderBy, filter, size)) return undefined;
    const part = partOf(filter);
    return Math.min(size.rows, limit.rows / part) + this.#beyond(filter);
  }

  /** How many rows are looked at to find pairs, and the rows that they lead to. */
  reached({ table, filter, on: [first] }: Junction, target: string): number {
    const pairs = this.found(filter, table);
    const size = this.#sizes.get(target);
    if (!size || !first) return Infinity;
    return pairs + pairs * (rowsPerValue(size, first.to) ?? size.rows);
  }

  #candidates(filter: Filter, size: TableSize): number {
    switch (filter.kind) {
      case 'nothing':
        return 0;
      case 'compare':
        return inIndex(filter, size) ?? size.rows;
      case 'isNull':
        return rowsPerValue(size, filter.column) ?? size.rows;
      case 'and':
        return Math.min(...filter.of.map((part) => this.#candidates(part, size)));
      case 'or':
        return filter.of.reduce((sum, part) => sum + this.#candidates(part, size), 0);
      case 'contains':
      case 'has':
      case 'related':
      case 'elsewhere':
      case 'everything':
      case 'not':
        return size.rows;
      default:
        return filter satisfies never;
    }
  }

  /** The rows of other tables that the conditions through links look at. */
  #beyond(filter: Filter): number {
    switch (filter.kind) {
      case 'and':
      case 'or':
        return filter.of.reduce((sum, part) => sum + this.#beyond(part), 0);
      case 'not':
        return this.#beyond(filter.of);
      case 'related': {
        const { table, scope, condition } = filter;
        return this.found({ kind: 'and', of: [scope, condition] }, table);
      }
      case 'compare':
      case 'isNull':
      case 'contains':
      case 'has':
      case 'nothing':
      case 'everything':
      case 'elsewhere':
        return 0;
      default:
        return filter satisfies never;
    }
  }
}

function inIndex({ column, operator, values }: Keyed, size: TableSize): number | undefined {
  const each = rowsPerValue(size, column);
  // No index has the days that its numbers hold, nor the digits.
  if (each === undefined || column.reading?.kind === 'birth' || column.holdsNumbers) {
    return undefined;
  }
  if (operator === 'in') return each * values.length;
  const leading = size.indexes.filter(({ columns: [first] }) => first === column.name);
  const isKept = leading.some((index) => isKeptInOrder(column, index));
  return isKept ? size.rows * partOfRange : undefined;
}

/** The number of keys that a filter finds rows by; undefined where it names none. */
function keyed(filter: Filter): number | undefined {
  if (filter.kind === 'nothing') return 0;
  if (filter.kind === 'compare' && filter.operator === 'in') return filter.values.length;
  if (filter.kind !== 'and') return undefined;
  const found = filter.of.flatMap((part) => keyed(part) ?? []);
  return found.length > 0 ? Math.min(...found) : undefined;
}

/** The part of the rows that a filter is taken to leave. */
function partOf(filter: Filter): number {
  switch (filter.kind) {
    case 'everything':
      return 1;
    case 'compare':
      return filter.operator === 'in'
        ? Math.min(1, filter.values.length * partOfValue)
        : partOfRange;
    case 'and':
      return filter.of.reduce((part, one) => part * partOf(one), 1);
    case 'or':
      return Math.min(
        1,
        filter.of.reduce((part, one) => part + partOf(one), 0),
      );
    case 'not':
      return Math.max(partOfValue, 1 - partOf(filter.of));
    case 'nothing':
    case 'isNull':
    case 'contains':
    case 'has':
    case 'related':
    case 'elsewhere':
      return partOfValue;
    default:
      return filter satisfies never;
  }
}

/**
 * Estimates how many rows a source looks at for one statement, from the sizes and the indexes of its
 * tables; Infinity where nothing is known of a table. It is good enough to keep few heavy statements
 * from many light ones, and for nothing else.
 */
export function examinedRows(request: FetchRequest | AggregateRequest, sizes: SourceSizes): number {
  const estimate = new Estimate(sizes);
  if (request.junction) return estimate.reached(request.junction, request.table);
  const found = estimate.found(request.filter, request.table);
  if ('measures' in request) return found;
  return Math.min(found, estimate.inOrder(request) ?? Infinity);
}
