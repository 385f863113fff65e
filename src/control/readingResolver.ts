import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';

import type { AdminContext } from './adminContext.js';
import { AdministratorEntity } from './administrators/administratorEntity.js';
import { AdministratorType } from './administrators/administratorType.js';
import { AgencyEntity } from './agencies/agencyEntity.js';
import { AgencyType } from './agencies/agencyType.js';
import { ApplicationEntity } from './applications/applicationEntity.js';
import { CatalogType } from './catalogs/catalogType.js';
import { describeCatalog } from './catalogs/describeCatalog.js';
import { ClientEntity } from './clients/clientEntity.js';
import { ClientType } from './clients/clientType.js';
import { GrantEntity, type GrantStatus } from './grants/grantEntity.js';
import { ApplicationType, grantStatusEnum, GrantType } from './grants/grantType.js';
import { RuleEntity } from './rules/ruleEntity.js';
import { RuleType } from './rules/ruleType.js';

/** Everything that an administrator may read; who may is told by the table of permissions. */
@Resolver()
export class ReadingResolver {
  @Query(() => [AgencyType])
  agencies(@Ctx() { control }: AdminContext): Promise<AgencyType[]> {
    return control.store.read((manager) => manager.find(AgencyEntity, { order: { code: 'ASC' } }));
  }

  @Query(() => [CatalogType])
  catalogs(@Ctx() { catalog }: AdminContext): readonly CatalogType[] {
    return describeCatalog(catalog);
  }

  @Query(() => [ClientType])
  clients(@Ctx() { control }: AdminContext): Promise<ClientType[]> {
    return control.store.read((manager) => manager.find(ClientEntity, { order: { id: 'ASC' } }));
  }

  @Query(() => [ApplicationType])
  applications(@Ctx() { control }: AdminContext): Promise<ApplicationType[]> {
    return control.store.read((manager) =>
      manager.find(ApplicationEntity, { order: { client: 'ASC', purpose: 'ASC' } }),
    );
  }

  @Query(() => [GrantType])
  grants(
    @Ctx() { control }: AdminContext,
    @Arg('client', () => ID, { nullable: true }) client?: string,
    @Arg('status', () => grantStatusEnum, { nullable: true }) status?: GrantStatus,
  ): Promise<GrantType[]> {
    // A null is no condition here, and TypeORM would refuse it.
    const where = { ...(client && { client }), ...(status && { status }) };
    return control.store.read((manager) =>
      manager.find(GrantEntity, { where, order: { id: 'ASC' } }),
    );
  }

  @Query(() => [RuleType])
  rules(@Ctx() { control }: AdminContext): Promise<RuleType[]> {
    return control.store.read((manager) => manager.find(RuleEntity, { order: { id: 'ASC' } }));
  }

  @Query(() => [AdministratorType])
  administrators(@Ctx() { control }: AdminContext): Promise<AdministratorType[]> {
    return control.store.read((manager) =>
      manager.find(AdministratorEntity, { order: { id: 'ASC' } }),
    );
  }
}
