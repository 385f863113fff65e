import type { Resource } from '../../catalog/model/catalog.js';
import type { Condition } from '../../policy/model/condition.js';
import type { Column } from '../../source/column/column.js';
import type { PlanContext } from '../planContext.js';

/** What stands in the place of a column where each row tells whether it meets a condition. */
export function testColumn(
  { tests }: PlanContext,
  condition: Condition,
  resource: Resource,
): Column {
  const known = tests.findIndex((test) => test.condition === condition);
  const test = known >= 0 ? known : tests.push({ condition, resource }) - 1;
  return { name: `test ${test}`, storage: 'INTEGER', nullable: false, exact: true, test };
}
