import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';

import { AdministratorEntity } from '../../entities/administrator.js';
import { AgencyEntity } from '../../entities/agency.js';
import { ApplicationEntity } from '../../entities/application.js';
import { ClientEntity } from '../../entities/client.js';
import { GrantEntity, type GrantStatus } from '../../entities/grant.js';
import { RuleEntity } from '../../entities/rule.js';
import type { AdminContext } from '../adminContext.js';
import { describeCatalog } from '../describeCatalog.js';
import { AdministratorType } from '../types/administratorType.js';
import { AgencyType } from '../types/agencyType.js';
import { CatalogType } from '../types/catalogType.js';
import { ClientType } from '../types/clientType.js';
import { ApplicationType, grantStatusEnum, GrantType } from '../types/grantType.js';
import { RuleType } from '../types/ruleType.js';

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
