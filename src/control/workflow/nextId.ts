import type { EntityManager } from 'typeorm';

import { GrantEntity } from '../grants/grantEntity.js';
import type { RuleEntity } from '../rules/ruleEntity.js';
import { RevisionEntity } from '../store/revisionEntity.js';

/**
 * An id for a grant or a rule, as `G-7`: it tells the revision that made it, and no two changes have
 * the same. One that a seed took already is passed over.
 */
export async function nextId(
  manager: EntityManager,
  entity: typeof GrantEntity | typeof RuleEntity,
): Promise<string> {
  const prefix = entity === GrantEntity ? 'G' : 'R';
  const revision = await manager.findOneByOrFail(RevisionEntity, { id: 1 });
  for (let turn = 1; ; turn += 1) {
    const id = `${prefix}-${revision.number}${turn === 1 ? '' : `-${turn}`}`;
    if (!(await manager.existsBy(entity, { id }))) return id;
  }
}
