import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import type { AdminContext } from './adminContext.js';
import { AdministratorType } from './administrators/administratorType.js';
import { AgencyType } from './agencies/agencyType.js';
import { ClientKeyType, ClientType } from './clients/clientType.js';
import { GrantType } from './grants/grantType.js';

@Resolver(() => ClientType)
export class ClientRelations {
  @FieldResolver(() => AgencyType, { nullable: true })
  agency(@Root() { agency }: ClientType, @Ctx() { loaders }: AdminContext) {
    return loaders.agency.load(agency);
  }

  @FieldResolver(() => [ClientKeyType])
  keys(@Root() { id }: ClientType, @Ctx() { loaders }: AdminContext) {
    return loaders.keysOfClient.load(id);
  }
}

@Resolver(() => GrantType)
export class GrantRelations {
  @FieldResolver(() => ClientType, { nullable: true })
  client(@Root() { client }: GrantType, @Ctx() { loaders }: AdminContext) {
    return loaders.client.load(client);
  }
}

@Resolver(() => AdministratorType)
export class AdministratorRelations {
  @FieldResolver(() => AgencyType, { nullable: true })
  agency(@Root() { agency }: AdministratorType, @Ctx() { loaders }: AdminContext) {
    return loaders.agency.load(agency);
  }
}
