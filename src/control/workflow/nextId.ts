import type { EntityManager, EntityTarget } from 'typeorm';

import { RevisionEntity } from '../store/revisionEntity.js';

/**
 * An id for what a change makes, as `G-7`. It names the revision of the change, and no two changes
 * have the same revision. An id that a seed took already is passed over.
 */
export async function nextId(
  manager: EntityManager,
  entity: EntityTarget<{ id: string }>,
  prefix: string,
): Promise<string> {
  const revision = await manager.findOneByOrFail(RevisionEntity, { id: 1 });
  for (let turn = 1; ; turn += 1) {
    const id = `${prefix}-${revision.number}${turn === 1 ? '' : `-${turn}`}`;
    if (!(await manager.existsBy(entity, { id }))) return id;
  }
}
