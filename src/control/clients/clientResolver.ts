import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { EntityManager } from 'typeorm';

import { readKey } from '../../identity/keys/readKey.js';
import type { AdminContext } from '../adminContext.js';
import { AgencyEntity } from '../agencies/agencyEntity.js';
import { AgencyType } from '../agencies/agencyType.js';
import { change, type Change } from '../workflow/change.js';
import { refusalOf } from '../workflow/refusalOf.js';

import { ClientEntity } from './clientEntity.js';
import { ClientKeyEntity } from './clientKeyEntity.js';
import { ClientKeyType, ClientType } from './clientType.js';
import { ClientKeyInput, RegisterClientInput } from './registerClientInput.js';

/** A client concerns no resource until something is granted to it. */
function changeOf(client: ClientEntity): Change<ClientType> {
  return { target: client.id, resources: [], suspends: false, result: client };
}

async function findClient(manager: EntityManager, id: string): Promise<ClientEntity> {
  const client = await manager.findOneBy(ClientEntity, { id });
  if (!client) throw refusalOf('no such client');
  return client;
}

async function insertKey(
  manager: EntityManager,
  client: string,
  { kid, ...stated }: ClientKeyInput,
): Promise<void> {
  if (await manager.existsBy(ClientKeyEntity, { client, kid })) {
    throw refusalOf('the client has a key of this name already');
  }
  const read = readKey(stated);
  if ('fault' in read) throw refusalOf(`${read.fault.member} of the key: ${read.fault.offence}`);
  await manager.insert(ClientKeyEntity, { client, kid, jwk: read.key });
}

/** Clients, and the keys by which they are known. */
@Resolver(() => ClientType)
export class ClientResolver {
  @Query(() => [ClientType])
  clients(@Ctx() { control }: AdminContext): Promise<ClientType[]> {
    return control.store.read((manager) => manager.find(ClientEntity, { order: { id: 'ASC' } }));
  }

  @FieldResolver(() => AgencyType, { nullable: true })
  agency(@Root() { agency }: ClientType, @Ctx() { loaders }: AdminContext) {
    return loaders.agency.load(agency);
  }

  @FieldResolver(() => [ClientKeyType])
  async keys(@Root() { id }: ClientType, @Ctx() { loaders }: AdminContext) {
    const keys = await loaders.keysOfClient.load(id);
    return keys.map(({ kid, jwk }) => ({ kid, ...jwk }));
  }

  @Mutation(() => ClientType)
  registerClient(
    @Arg('input', () => RegisterClientInput) input: RegisterClientInput,
    @Ctx() context: AdminContext,
  ): Promise<ClientType> {
    return change(context, 'registerClient', async (manager) => {
      const { id, agency, keys } = input;
      if (await manager.existsBy(ClientEntity, { id })) {
        throw refusalOf('a client of this id is registered already');
      }
      if (!(await manager.existsBy(AgencyEntity, { code: agency }))) {
        throw refusalOf('no agency of this code is registered; `registerAgency` adds one');
      }
      const client = { id, agency, attributes: input.attributes ?? {} };
      await manager.save(ClientEntity, client);
      for (const key of keys) await insertKey(manager, id, key);
      return changeOf(client);
    });
  }

  @Mutation(() => ClientType)
  addClientKey(
    @Arg('client', () => ID) id: string,
    @Arg('key', () => ClientKeyInput) key: ClientKeyInput,
    @Ctx() context: AdminContext,
  ): Promise<ClientType> {
    return change(context, 'addClientKey', async (manager) => {
      const client = await findClient(manager, id);
      await insertKey(manager, id, key);
      return changeOf(client);
    });
  }

  @Mutation(() => ClientType, { description: 'Tokens signed by the key are refused from now on' })
  removeClientKey(
    @Arg('client', () => ID) id: string,
    @Arg('kid', () => String) kid: string,
    @Ctx() context: AdminContext,
  ): Promise<ClientType> {
    return change(context, 'removeClientKey', async (manager) => {
      const client = await findClient(manager, id);
      const { affected } = await manager.delete(ClientKeyEntity, { client: id, kid });
      if (affected !== 1) throw refusalOf('the client has no such key');
      return changeOf(client);
    });
  }
}
