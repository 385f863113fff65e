import { maxInnerCells, publishCube, type PublishedCell } from '../../disclosure/publishCube.js';
import { ExchangeError } from '../../errors/exchangeError.js';
import type { BoundStatistics, StatisticEntry } from '../../plan/roots/statistics.js';
import { noWhere } from '../../plan/where/boundWhere.js';
import { unreachable } from '../../shared/unreachable.js';
import type { Json } from '../../value/scalarType.js';
import { readStatistics, rulesOf, statisticsRequest } from '../fetch/statisticsRequest.js';
import type { RootExecutor } from '../rootExecutor.js';

function writeEntry(
  entry: StatisticEntry,
  { members, count, sums }: PublishedCell,
  { dimensions, measures }: BoundStatistics['cube'],
): Json {
  switch (entry.kind) {
    case 'typename':
      return entry.name;
    case 'over':
      return dimensions.flatMap(({ name }, at) => (members[at] === undefined ? name : []));
    case 'count':
      return count;
    case 'group':
    case 'sum': {
      const parts = entry.entries.map((part) => {
        if (part.kind === 'typename') return [part.key, part.name];
        const known = entry.kind === 'group' ? dimensions : measures;
        const at = known.findIndex(({ name }) => name === part.name);
        return [part.key, (entry.kind === 'group' ? members[at] : sums[at]) ?? null];
      });
      return Object.fromEntries(parts) as Json;
    }
    default:
      return unreachable(entry);
  }
}

/** Publishes the cells of a cube that may be told. */
export const statistics: RootExecutor<BoundStatistics, readonly PublishedCell[]> = {
  toRequest: (root) => ({
    kind: 'groups',
    name: 'statistic',
    fetch: root.step.fetch,
    request: statisticsRequest(root),
    where: noWhere,
  }),

  async fetch(root, { fetcher }) {
    const { step, cube } = root;
    const found = await fetcher.aggregate(step.fetch.source, statisticsRequest(root));
    const published = publishCube(readStatistics(found, root), rulesOf(root), root.draw);
    if (published.kind === 'tooMany') {
      // Only members that may be told count, so the refusal says no more than the answer would.
      throw new ExchangeError(
        'LIMIT_EXCEEDED',
        `A statistic has at most ${maxInnerCells} cells besides sums; the cube ${cube.name} has more: ask its provider for one of fewer dimensions.`,
      );
    }
    fetcher.count(step.fetch, published.cells.length);
    return published.cells;
  },

  write: ({ step, cube }, cells) =>
    cells.map(
      (cell) =>
        Object.fromEntries(
          step.entries.map((entry) => [entry.key, writeEntry(entry, cell, cube)]),
        ) as Json,
    ),
};
