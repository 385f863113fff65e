import { ExchangeError } from '../../errors/exchangeError.js';
import type { BoundAggregate } from '../../plan/boundPlan.js';
import type { AggregateEntry, GroupEntry, MeasureEntry } from '../../plan/queryPlan.js';
import { unreachable } from '../../shared/unreachable.js';
import type { Row, SqlValue } from '../../source/row.js';
import type { Fetcher } from '../fetch/fetcher.js';
import { aggregateRequest } from '../fetch/requests.js';
import { resolveElsewhere } from '../fetch/resolveElsewhere.js';
import { at, errorAt, type Assembly, type Json, type Path } from '../write/assembly.js';
import { readGroupValue } from '../write/readGroupValue.js';
import { readScalar, type Scalar } from '../write/readValue.js';

/** Makes the objects of an aggregate's groups. */
class GroupAssembler {
  readonly #bound: BoundAggregate;
  readonly #assembly: Assembly;

  constructor(bound: BoundAggregate, assembly: Assembly) {
    this.#bound = bound;
    this.#assembly = assembly;
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
    return this.#read(readGroupValue(entry.by, row[index] ?? null), field.name, path);
  }

  #measure(entry: MeasureEntry, isMean: boolean, row: Row, path: Path): Json {
    if (entry.kind === 'typename') return entry.name;
    const value = this.#measured(row, entry.index);
    if (isMean) {
      const count = Number(this.#measured(row, entry.countIndex));
      return value === null || count === 0 ? null : Number(value) / count;
    }
    const kind = this.#bound.step.measures[entry.index]?.kind;
    if (kind === 'distinct') return Number(value);
    if (kind === 'sum') return value === null ? null : Number(value);
    return this.#read(readScalar(entry.field.type, value), entry.field.name, path);
  }

  #read(read: Scalar | undefined, field: string, path: Path): Json {
    if (read !== undefined) return read;
    const cause = new TypeError(`a value at the source does not fit its field "${field}"`);
    this.#assembly.errors.push(errorAt(path, cause));
    return null;
  }

  #measured(row: Row, index: number): SqlValue {
    return row[this.#bound.groupBy.length + index] ?? null;
  }
}

/** Tells of the groups of a resource's rows. @throws {ExchangeError} LIMIT_EXCEEDED for too many */
export async function executeAggregate(
  bound: BoundAggregate,
  fetcher: Fetcher,
  assembly: Assembly,
): Promise<Json> {
  const { step, maxGroups } = bound;
  const { source } = step.fetch;
  const filter = await resolveElsewhere(bound.filter, bound.where, source, fetcher);
  const found = await fetcher.aggregate(source, aggregateRequest({ ...bound, filter }));
  // It counts rows in scope only, so that the refusal says no more than the answer would.
  if (found.length > maxGroups) {
    throw new ExchangeError(
      'LIMIT_EXCEEDED',
      `An aggregate has at most ${maxGroups} groups; this one has more: group by less, or state a condition.`,
    );
  }
  fetcher.count(step.fetch, found.length);
  const assembler = new GroupAssembler(bound, assembly);
  return found.map((row, index) => assembler.object(row, at(at(null, step.key), index)));
}
