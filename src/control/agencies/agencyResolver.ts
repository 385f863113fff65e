import { Ctx, Query, Resolver } from 'type-graphql';

import type { AdminContext } from '../adminContext.js';

import { AgencyEntity } from './agencyEntity.js';
import { AgencyType } from './agencyType.js';

@Resolver()
export class AgencyResolver {
  @Query(() => [AgencyType])
  agencies(@Ctx() { control }: AdminContext): Promise<AgencyType[]> {
    return control.store.read((manager) => manager.find(AgencyEntity, { order: { code: 'ASC' } }));
  }
}
