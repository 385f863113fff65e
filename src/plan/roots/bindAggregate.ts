import type { GroupField } from '../../catalog/model/catalog.js';
import { groupFields } from '../../contract/roots/aggregateFields.js';
import { ExchangeError } from '../../errors/exchangeError.js';
import { allOf, type Filter } from '../../source/filter.js';
import type { BindContext, BoundAggregate } from '../boundPlan.js';
import type { Variables } from '../operation/bindVariables.js';
import { fieldArguments } from '../operation/fieldArguments.js';
import type { AggregateRoot } from '../queryPlan.js';
import { bindWhere, requireConditionVariables } from '../where/bindWhere.js';
import { noWhere } from '../where/boundWhere.js';

import { groupKeyOf } from './groupKeyOf.js';

function readGroupBy(stated: unknown, { decision }: AggregateRoot): readonly GroupField[] {
  const groups = groupFields(decision);
  // graphql-js has made a list of the enum's values of it; null asks for one group.
  const names = (stated ?? []) as readonly string[];
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) {
    throw new ExchangeError(
      'BAD_USER_INPUT',
      `\`groupBy\` names each thing once; "${repeated}" stands twice.`,
    );
  }
  return names.flatMap((name) => groups.get(name) ?? []);
}

/** What a group is asked for, it is grouped by: else its rows need not have it in common. */
function checkGroups({ entries }: AggregateRoot, groupBy: readonly GroupField[]): void {
  for (const entry of entries.flatMap((one) => (one.kind === 'group' ? one.entries : []))) {
    if (entry.kind !== 'groupValue' || groupBy.some(({ name }) => name === entry.by.name)) continue;
    throw new ExchangeError(
      'BAD_USER_INPUT',
      `\`group\` tells what rows are grouped by; "${entry.by.name}" is not in \`groupBy\`.`,
    );
  }
}

/** Binds an aggregate: its conditions, within the row scope, and what its rows are grouped by. */
export function bindAggregate(
  step: AggregateRoot,
  scope: Filter,
  context: BindContext,
  variables: Variables,
): BoundAggregate {
  const { contract, limits } = context;
  requireConditionVariables(step.node, variables);
  const { where, groupBy: stated } = fieldArguments('Query', step.node, contract, variables);
  const groupBy = readGroupBy(stated, step);
  checkGroups(step, groupBy);
  const conditions = where === undefined ? noWhere : bindWhere(where, step.decision, context);
  return {
    kind: 'aggregate',
    step,
    filter: allOf([scope, conditions.filter]),
    where: conditions,
    groupBy,
    keys: groupBy.map(groupKeyOf),
    maxGroups: groupBy.length > 0 ? limits.maxPageSize : 1,
  };
}
