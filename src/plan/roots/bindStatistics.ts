import { cubeName } from '../../contract/roots/statisticsField.js';
import { ExchangeError } from '../../errors/exchangeError.js';
import type { Filter } from '../../source/filter.js';
import type { BindContext, BoundStatistics } from '../boundPlan.js';
import type { Variables } from '../operation/bindVariables.js';
import { fieldArguments } from '../operation/fieldArguments.js';
import type { StatisticsRoot } from '../queryPlan.js';

/** What is asked of a cell, its cube has: else nothing could be said of it. */
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

/** Binds a statistic: its cube, within the row scope and under no other condition. */
export function bindStatistics(
  step: StatisticsRoot,
  scope: Filter,
  { contract }: BindContext,
  variables: Variables,
): BoundStatistics {
  const stated = fieldArguments('Query', step.node, contract, variables)[cubeName];
  const cube = step.decision.cubes.get(String(stated));
  if (!cube) throw new TypeError('a statistic is of a cube that its contract does not hold');
  checkParts({ step, cube });
  return { kind: 'statistics', step, cube, filter: scope };
}
