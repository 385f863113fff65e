import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';

import type { AdminContext } from '../adminContext.js';
import { AgencyType } from '../agencies/agencyType.js';

import { AdministratorEntity } from './administratorEntity.js';
import { AdministratorType } from './administratorType.js';

@Resolver(() => AdministratorType)
export class AdministratorResolver {
  @Query(() => [AdministratorType])
  administrators(@Ctx() { control }: AdminContext): Promise<AdministratorType[]> {
    return control.store.read((manager) =>
      manager.find(AdministratorEntity, { order: { id: 'ASC' } }),
    );
  }

  @FieldResolver(() => AgencyType, { nullable: true })
  agency(@Root() { agency }: AdministratorType, @Ctx() { loaders }: AdminContext) {
    return loaders.agency.load(agency);
  }
}
