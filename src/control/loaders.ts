import DataLoader from 'dataloader';
import { In } from 'typeorm';

import { AgencyEntity } from './agencies/agencyEntity.js';
import { ClientEntity } from './clients/clientEntity.js';
import { ClientKeyEntity } from './clients/clientKeyEntity.js';
import { ApprovalEntity } from './grants/approvalEntity.js';
import type { ControlStore } from './store/controlStore.js';

/**
 * The relations of the schema. Each is read once for all the rows of an answer. Loaders belong to one
 * request and are never shared.
 */
export interface Loaders {
  readonly agency: DataLoader<string, AgencyEntity | null>;
  readonly client: DataLoader<string, ClientEntity | null>;
  readonly approvalsOfGrant: DataLoader<string, readonly ApprovalEntity[]>;
  readonly keysOfClient: DataLoader<string, readonly ClientKeyEntity[]>;
}

export function createLoaders(store: ControlStore): Loaders {
  // Nothing is kept: after a mutation, the same request may ask for what it changed.
  const options = { cache: false };
  return {
    agency: new DataLoader(async (codes) => {
      const found = await store.read((manager) =>
        manager.findBy(AgencyEntity, { code: In([...codes]) }),
      );
      return codes.map((code) => found.find((agency) => agency.code === code) ?? null);
    }, options),
    client: new DataLoader(async (ids) => {
      const found = await store.read((manager) =>
        manager.findBy(ClientEntity, { id: In([...ids]) }),
      );
      return ids.map((id) => found.find((client) => client.id === id) ?? null);
    }, options),
    approvalsOfGrant: new DataLoader(async (ids) => {
      const found = await store.read((manager) =>
        manager.find(ApprovalEntity, {
          where: { grant: In([...ids]) },
          order: { at: 'ASC', role: 'ASC' },
        }),
      );
      return ids.map((id) => found.filter(({ grant }) => grant === id));
    }, options),
    keysOfClient: new DataLoader(async (ids) => {
      const found = await store.read((manager) =>
        manager.find(ClientKeyEntity, {
          where: { client: In([...ids]) },
          order: { kid: 'ASC' },
        }),
      );
      return ids.map((id) => found.filter(({ client }) => client === id));
    }, options),
  };
}
