import { Ctx, Query, Resolver } from 'type-graphql';

import { closesResource } from '../../catalog/live/drift.js';
import type { AdminContext } from '../adminContext.js';
import { extentOf } from '../roles/permissions.js';

import { DriftType } from './driftType.js';

/** Where sources have drifted away from the catalog. Administrators are told no source and no column. */
@Resolver()
export class DriftResolver {
  @Query(() => [DriftType], {
    description:
      'Where sources hold no more what the catalog says; of a provider its own resources',
  })
  drift(@Ctx() { drift, administrator }: AdminContext): readonly DriftType[] {
    const seesAll = extentOf(administrator.role, 'drift') === 'ALL';
    return drift()
      .filter(({ agency }) => seesAll || agency === administrator.agency)
      .map(({ agency, resource, field, role, why }) => ({
        agency,
        resource,
        field,
        role,
        closesResource: closesResource({ role }),
        why,
      }));
  }
}
