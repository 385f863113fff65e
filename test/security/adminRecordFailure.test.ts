import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { graphql } from 'graphql';

import type { AdminContext } from '../../src/control/adminContext.js';
import { adminSchema } from '../../src/control/adminSchema.js';
import { AdministratorEntity } from '../../src/control/administrators/administratorEntity.js';
import { createLoaders } from '../../src/control/loaders.js';
import { ExchangeError } from '../../src/errors/exchangeError.js';
import { RecordReader } from '../../src/record/search/recordReader.js';
import { openAdministered, type Administered } from '../support/administered.js';

let gateway: Administered;
beforeAll(async () => {
  gateway = await openAdministered();
});
afterAll(() => gateway.close());

it.each([true, false])(
  'a change whose record can be written (%s) is made, or is not',
  async (can) => {
    const { store } = gateway;
    const administrator = await store.read((manager) =>
      manager.findOneByOrFail(AdministratorEntity, { id: 'authority' }),
    );
    const contextValue: AdminContext = {
      administrator,
      control: { store, refresh: () => Promise.resolve() },
      catalog: gateway.catalog,
      drift: () => [],
      loaders: createLoaders(store),
      record: new RecordReader('/nowhere', new Uint8Array(32)),
      actions: {
        acted: () => undefined,
        actedOn: () => undefined,
        begun: () => (can ? Promise.resolve() : Promise.reject(new ExchangeError('NOT_READY'))),
      },
    };
    const id = can ? 'G-1' : 'G-2';
    const before = await store.load();
    const { errors } = await graphql({
      schema: adminSchema(),
      source: `mutation { revokeGrant(id: "${id}", reason: "any") { id } }`,
      contextValue,
    });
    expect(errors?.map(({ message }) => message)).toEqual(
      can ? undefined : ['The channel cannot answer lawfully now; try again.'],
    );
    const after = await store.load();
    expect(after.revision - before.revision).toBe(can ? 1 : 0);
    expect(after.seed.grants.some((grant) => grant.id === id)).toBe(!can);
  },
);
