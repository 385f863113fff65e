import { maxInnerCells, publishCube, type PublishedCell } from '../../disclosure/publishCube.js';
import { ExchangeError } from '../../errors/exchangeError.js';
import type { BoundStatistics } from '../../plan/boundPlan.js';
import type { StatisticEntry } from '../../plan/queryPlan.js';
import { unreachable } from '../../shared/unreachable.js';
import type { Fetcher } from '../fetch/fetcher.js';
import type { Json } from '../write/assembly.js';

import { readStatistics, rulesOf, statisticsRequest } from './statisticGroups.js';

function assembleEntry(
  entry: StatisticEntry,
  { members, numbers }: PublishedCell,
  { dimensions, measures }: BoundStatistics['cube'],
): Json {
  switch (entry.kind) {
    case 'typename':
      return entry.name;
    case 'over':
      return dimensions.flatMap(({ name }, at) => (members[at] === undefined ? name : []));
    case 'count':
      return numbers?.[0] ?? null;
    case 'group':
    case 'sum': {
      const parts = entry.entries.map((part) => {
        if (part.kind === 'typename') return [part.key, part.name];
        const known = entry.kind === 'group' ? dimensions : measures;
        const at = known.findIndex(({ name }) => name === part.name);
        return [part.key, (entry.kind === 'group' ? members[at] : numbers?.[at + 1]) ?? null];
      });
      return Object.fromEntries(parts) as Json;
    }
    default:
      return unreachable(entry);
  }
}

/** Tells of the cells of a cube. @throws {ExchangeError} LIMIT_EXCEEDED for too many */
export async function executeStatistics(bound: BoundStatistics, fetcher: Fetcher): Promise<Json> {
  const { step, cube } = bound;
  const found = await fetcher.aggregate(step.fetch.source, statisticsRequest(bound));
  const size = { dimensions: cube.dimensions.length, measures: cube.measures.length };
  const published = publishCube(readStatistics(found, bound), size, rulesOf(bound));
  if (published.kind === 'tooMany') {
    // It counts members that would be told of, so that the refusal says no more than the answer would.
    throw new ExchangeError(
      'LIMIT_EXCEEDED',
      `A statistic has at most ${maxInnerCells} cells besides sums; the cube ${cube.name} has more: ask its provider for one of fewer dimensions.`,
    );
  }
  const { cells } = published;
  fetcher.count(step.fetch, cells.length);
  return cells.map(
    (cell) =>
      Object.fromEntries(
        step.entries.map((entry) => [entry.key, assembleEntry(entry, cell, cube)]),
      ) as Json,
  );
}
