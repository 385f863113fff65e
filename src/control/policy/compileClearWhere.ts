import type { Resource } from '../../catalog/model/catalog.js';
import { leavesOf, type Condition } from '../../policy/model/condition.js';

import { compileCondition } from './compileCondition.js';
import type { ConditionSeed } from './conditionSeed.js';
import type { Place } from './place.js';

/**
 * Compiles in which rows a field is clear.
 *
 * @param name the field's
 */
export function compileClearWhere(
  seed: ConditionSeed,
  name: string,
  resource: Resource | undefined,
  place: Place,
): Condition {
  const clearWhere = compileCondition(seed, resource, place.within(name));
  if (leavesOf(clearWhere).some(({ kind }) => kind === 'some')) {
    place.tell(
      `"${name}" is clear by what its own row holds; \`clearWhere\` leads through no link`,
    );
  }
  return clearWhere;
}
