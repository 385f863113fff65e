import type { FieldNode } from 'graphql';

import type { Cube } from '../../catalog/model/catalog.js';
import { argumentNames } from '../../catalog/model/rootNames.js';
import type { Draw } from '../../disclosure/cellDraws.js';
import { maxInnerCells } from '../../disclosure/publishCube.js';
import { ExchangeError } from '../../errors/exchangeError.js';
import type { ResourceDecision } from '../../policy/model/decisions.js';
import type { Filter } from '../../source/request/filter.js';
import { scanCost } from '../facts/boundFacts.js';
import { readsFor } from '../facts/reads.js';
import { collectEntries } from '../operation/collectEntries.js';
import { fieldArguments } from '../operation/fieldArguments.js';
import type { PlanContext } from '../planContext.js';
import type { BoundRootOf, RootPlanner } from '../rootPlanner.js';
import { ColumnList } from '../rows/columnList.js';
import type { Fetch } from '../rows/fetch.js';
import { openFetch } from '../rows/openFetch.js';
import type { TypenameEntry } from '../rows/rowShape.js';

/** A dimension or measure of a cell, by name. */
export type StatisticPart =
  TypenameEntry | { readonly kind: 'part'; readonly key: string; readonly name: string };

export type StatisticEntry =
  | TypenameEntry
  | { readonly kind: 'over' | 'count'; readonly key: string }
  | {
      readonly kind: 'group' | 'sum';
      readonly key: string;
      readonly entries: readonly StatisticPart[];
    };

/** A declared statistic. A variable may name its cube, so the cube is not known yet. */
export interface StatisticsStep {
  readonly kind: 'statistics';
  readonly key: string;
  readonly node: FieldNode;
  readonly decision: ResourceDecision;
  readonly fetch: Fetch;
  readonly entries: readonly StatisticEntry[];
}

/** A statistic of the named cube. */
export interface BoundStatistics extends BoundRootOf<'statistics', StatisticsStep> {
  readonly cube: Cube;
  /** The row scope. A statistic takes no other condition. */
  readonly filter: Filter;
  /** Draws what the numbers of a cell are rounded with. */
  readonly draw: Draw;
}

function compileParts(
  context: PlanContext,
  typeName: string,
  nodes: readonly FieldNode[],
): readonly StatisticPart[] {
  return collectEntries(context, nodes).map(({ key, name }) =>
    name === '__typename' ? { kind: 'typename', key, name: typeName } : { kind: 'part', key, name },
  );
}

/** Refuses a dimension or measure that the named cube does not have. */
function checkParts({ step, cube }: Pick<BoundStatistics, 'step' | 'cube'>): void {
  for (const entry of step.entries) {
    if (entry.kind !== 'group' && entry.kind !== 'sum') continue;
    const known = entry.kind === 'group' ? cube.dimensions : cube.measures;
    const names: readonly string[] = known.map(({ name }) => name);
    const other = entry.entries.find((part) => part.kind === 'part' && !names.includes(part.name));
    if (!other) continue;
    const has = names.length > 0 ? `has ${names.join(', ')}` : 'has none';
    throw new ExchangeError(
      'BAD_USER_INPUT',
      `\`${entry.kind}\` of the cube ${cube.name} ${has}; "${other.name}" is of another cube.`,
    );
  }
}

export const statistics: RootPlanner<StatisticsStep, BoundStatistics> = {
  compile({ context, decision, key, node, nodes }) {
    const typeName = `${decision.resource.name}Statistic`;
    const entries = collectEntries(context, nodes).map((entry): StatisticEntry => {
      switch (entry.name) {
        case 'over':
        case 'count':
          return { kind: entry.name, key: entry.key };
        case 'group':
        case 'sum': {
          const of = `${typeName}${entry.name === 'group' ? 'Group' : 'Sum'}`;
          const parts = compileParts(context, of, entry.inner);
          return { kind: entry.name, key: entry.key, entries: parts };
        }
        default:
          return { kind: 'typename', key: entry.key, name: typeName };
      }
    });
    const fetch = openFetch(context, decision, new ColumnList());
    return { kind: 'statistics', key, node, decision, fetch, entries };
  },

  bind(step, { context, variables, scopeOf, scopeIdentityOf }) {
    const { decision, node, fetch } = step;
    const stated = fieldArguments('Query', node, context.contract, variables)[argumentNames.cube];
    const cube = decision.cubes.get(String(stated));
    if (!cube) throw new TypeError('a statistic is of a cube that its contract does not hold');
    checkParts({ step, cube });
    const names = [...cube.dimensions, ...cube.measures].map(({ field }) => field.name);
    const facts = {
      // The sums over its cells may be as many as the cells.
      cost: scanCost + 2 * maxInnerCells,
      reads: readsFor('STATISTICS', decision.resource.name, names),
      lookupLevel: null,
      subjects: null,
    };
    // One table has one draw for each cell, by whatever type, cube and grant it is asked for.
    const place = [fetch.source, fetch.table, scopeIdentityOf(fetch)];
    const draw: Draw = (cell) => context.draw(JSON.stringify([...place, cell]));
    return { kind: 'statistics', step, cube, filter: scopeOf(fetch), draw, facts };
  },
};
