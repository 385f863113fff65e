import type { FieldNode } from 'graphql';

import type { ResourceDecision } from '../../policy/model/decisions.js';
import { collectEntries } from '../operation/collectEntries.js';
import type { StatisticEntry, StatisticPart, StatisticsRoot } from '../queryPlan.js';
import { ColumnList, openFetch, type PlanContext } from '../rows/planContext.js';

/** Compiles the selections on the cells of a cube. Which cube it is, its variables may tell. */
export function compileStatistics(
  context: PlanContext,
  decision: ResourceDecision,
  key: string,
  node: FieldNode,
  nodes: readonly FieldNode[],
): StatisticsRoot {
  const typeName = `${decision.resource.name}Statistic`;
  const partsOf = (of: string, inner: readonly FieldNode[]): readonly StatisticPart[] =>
    collectEntries(context, inner).map((part) =>
      part.name === '__typename'
        ? { kind: 'typename', key: part.key, name: `${typeName}${of}` }
        : { kind: 'part', key: part.key, name: part.name },
    );
  const entries = collectEntries(context, nodes).map((entry): StatisticEntry => {
    switch (entry.name) {
      case 'over':
      case 'count':
        return { kind: entry.name, key: entry.key };
      case 'group':
        return { kind: 'group', key: entry.key, entries: partsOf('Group', entry.inner) };
      case 'sum':
        return { kind: 'sum', key: entry.key, entries: partsOf('Sum', entry.inner) };
      default:
        return { kind: 'typename', key: entry.key, name: typeName };
    }
  });
  const fetch = openFetch(context, decision, new ColumnList());
  return { kind: 'statistics', key, node, decision, fetch, entries };
}
