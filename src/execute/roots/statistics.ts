import type { CubeMeasure } from '../../catalog/model/catalog.js';
import { maxInnerCells, publishCube, type PublishedCell } from '../../disclosure/publishCube.js';
import { ExchangeError } from '../../errors/exchangeError.js';
import type { BoundStatistics, StatisticEntry } from '../../plan/roots/statistics.js';
import { noWhere } from '../../plan/where/boundWhere.js';
import { unreachable } from '../../shared/unreachable.js';
import type { Json } from '../../value/scalarType.js';
import { textOfUnits } from '../../value/unitsOf.js';
import { readStatistics, rulesOf, statisticsRequest } from '../fetch/statisticsRequest.js';
import type { RootExecutor } from '../rootExecutor.js';

/**
 * What is told of a sum. Those of decimals came as units of their last digit, and are multiples of a base:
 * a double keeps which, where it may not keep all their digits.
 */
function writeSum(
  told: number | null | undefined,
  { field, atMost }: CubeMeasure,
  base: number,
): Json {
  if (told === null || told === undefined || field.type !== 'Decimal') return told ?? null;
  const unit = base * atMost;
  return textOfUnits(BigInt(Math.round(told / unit)) * BigInt(unit), field.column.scale ?? 0);
}

function writeEntry(
  entry: StatisticEntry,
  { members, count, sums }: PublishedCell,
  { dimensions, measures, base }: BoundStatistics['cube'],
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
        const measure = entry.kind === 'sum' ? measures[at] : undefined;
        const told = measure ? writeSum(sums[at], measure, base) : members[at];
        return [part.key, told ?? null];
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

  write: ({ step, cube }, cells, { out }) => {
    const written = cells.map(
      (cell) =>
        Object.fromEntries(
          step.entries.map((entry) => [entry.key, writeEntry(entry, cell, cube)]),
        ) as Json,
    );
    out.json(written);
  },
};
