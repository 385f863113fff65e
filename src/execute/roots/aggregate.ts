import { ExchangeError } from '../../errors/exchangeError.js';
import { ValueMismatch } from '../../errors/valueMismatch.js';
import type {
  AggregateEntry,
  BoundAggregate,
  GroupEntry,
  MeasureEntry,
} from '../../plan/roots/aggregate.js';
import { unreachable } from '../../shared/unreachable.js';
import { isTooLarge } from '../../source/column/tooLarge.js';
import type { AggregateRequest } from '../../source/request/aggregateRequest.js';
import type { Row, SqlValue } from '../../source/row.js';
import { meanOf } from '../../value/meanOf.js';
import type { Scalar } from '../../value/scalarType.js';
import type { Json } from '../../value/scalarType.js';
import { scalarTypes } from '../../value/scalarTypes.js';
import { resolveElsewhere } from '../fetch/resolveElsewhere.js';
import type { RootExecutor } from '../rootExecutor.js';
import { at, type Path } from '../write/path.js';
import { readGroupValue } from '../write/readGroupValue.js';
import { readScalar } from '../write/readScalar.js';
import { mismatchAt, tooLargeAt, type Writing } from '../write/writing.js';

type MeanEntry = Pick<Extract<MeasureEntry, { readonly kind: 'measure' }>, 'field' | 'countIndex'>;

/** Writes the groups of an aggregate as objects. */
class GroupWriter {
  readonly #bound: BoundAggregate;
  readonly #writing: Writing;
  readonly #mismatches = new Map<string, ValueMismatch>();

  constructor(bound: BoundAggregate, writing: Writing) {
    this.#bound = bound;
    this.#writing = writing;
  }

  object(row: Row, path: Path): Json {
    const entries = this.#bound.step.entries;
    return Object.fromEntries(
      entries.map((entry) => [entry.key, this.#entry(entry, row, at(path, entry.key))]),
    );
  }

  #entry(entry: AggregateEntry, row: Row, path: Path): Json {
    switch (entry.kind) {
      case 'typename':
        return entry.name;
      case 'count':
        return Number(this.#measured(row, 0));
      case 'group':
        return Object.fromEntries(
          entry.entries.map((part) => [part.key, this.#grouped(part, row, at(path, part.key))]),
        );
      case 'measures':
        return Object.fromEntries(
          entry.entries.map((part) => [
            part.key,
            this.#measure(part, entry.measure === 'avg', row, at(path, part.key)),
          ]),
        );
      default:
        return unreachable(entry);
    }
  }

  #grouped(entry: GroupEntry, row: Row, path: Path): Json {
    if (entry.kind === 'typename') return entry.name;
    const { field, name } = entry.by;
    const index = this.#bound.groupBy.findIndex((group) => group.name === name);
    const value = row[index] ?? null;
    if (entry.by.part === 'value' && isTooLarge(field.column, value)) {
      const coordinate = `${this.#bound.step.fetch.resource.name}.${field.name}`;
      this.#writing.errors.push(tooLargeAt(path, coordinate, field.column.bound));
      return null;
    }
    return this.#read(readGroupValue(entry.by, value), field.name, path);
  }

  #measure(entry: MeasureEntry, isMean: boolean, row: Row, path: Path): Json {
    if (entry.kind === 'typename') return entry.name;
    const value = this.#measured(row, entry.index);
    const { type, name, column } = entry.field;
    if (isMean) return this.#read(this.#mean(entry, row, value), name, path);
    const kind = this.#bound.step.measures[entry.index]?.kind;
    if (kind === 'distinct') return Number(value);
    const read = kind === 'sum' ? (scalarTypes[type].sums?.sum ?? type) : type;
    return this.#read(readScalar(read, column, value), name, path);
  }

  /** @param sum its digits */
  #mean({ field, countIndex }: MeanEntry, row: Row, sum: SqlValue): Scalar | undefined {
    const count = this.#measured(row, countIndex);
    if (sum === null || Number(count) === 0) return null;
    if (scalarTypes[field.type].sums?.mean === 'Decimal')
      return meanOf(String(sum), BigInt(Number(count)));
    return Number(sum) / Number(count);
  }

  #read(read: Json | undefined, field: string, path: Path): Json {
    if (read !== undefined) return read;
    const coordinate = `${this.#bound.step.fetch.resource.name}.${field}`;
    const known = this.#mismatches.get(coordinate) ?? new ValueMismatch(coordinate);
    this.#mismatches.set(coordinate, known);
    this.#writing.errors.push(mismatchAt(path, known));
    return null;
  }

  #measured(row: Row, index: number): SqlValue {
    return row[this.#bound.groupBy.length + index] ?? null;
  }
}

/**
 * Asks for the groups of an aggregate. It asks for one more than allowed, which shows that there
 * are too many.
 */
function aggregateRequest({ step, filter, keys, maxGroups }: BoundAggregate): AggregateRequest {
  const { fetch, measures } = step;
  return {
    table: fetch.table,
    filter,
    groupBy: keys,
    measures,
    each: null,
    maxGroups: maxGroups + 1,
  };
}

export const aggregate: RootExecutor<BoundAggregate, readonly Row[]> = {
  toRequest: (root) => ({
    kind: 'groups',
    name: 'aggregate',
    fetch: root.step.fetch,
    request: aggregateRequest(root),
    where: root.where,
  }),

  async fetch(root, { fetcher }) {
    const { step, where, maxGroups } = root;
    const { source } = step.fetch;
    const filter = await resolveElsewhere(root.filter, where, source, fetcher);
    const found = await fetcher.aggregate(source, aggregateRequest({ ...root, filter }));
    // Only rows in scope make groups, so the refusal says no more than the answer would.
    if (found.length > maxGroups) {
      throw new ExchangeError(
        'LIMIT_EXCEEDED',
        `An aggregate has at most ${maxGroups} groups; this one has more: group by less, or state a condition.`,
      );
    }
    fetcher.count(step.fetch, found.length);
    return found;
  },

  write(root, found, writing) {
    const writer = new GroupWriter(root, writing);
    const place = at(null, root.step.key);
    writing.out.json(found.map((row, index) => writer.object(row, at(place, index))));
  },
};
