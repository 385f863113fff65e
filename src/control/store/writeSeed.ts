import type { EntityManager } from 'typeorm';

import { AdministratorEntity } from '../administrators/administratorEntity.js';
import { AgencyEntity } from '../agencies/agencyEntity.js';
import { ApplicationEntity } from '../applications/applicationEntity.js';
import { ClientEntity } from '../clients/clientEntity.js';
import { ClientKeyEntity } from '../clients/clientKeyEntity.js';
import { GrantEntity } from '../grants/grantEntity.js';
import type { PolicySeed } from '../policy/policySeed.js';
import { RuleEntity } from '../rules/ruleEntity.js';

import { RevisionEntity } from './revisionEntity.js';

/** Writes a seed into empty tables, as revision 1. */
export async function writeSeed(manager: EntityManager, seed: PolicySeed): Promise<void> {
  const agencies = new Set([...seed.clients, ...seed.administrators].map(({ agency }) => agency));
  await manager.insert(
    AgencyEntity,
    [...agencies].map((code) => ({ code, name: code })),
  );
  for (const { id, agency, attributes, keys } of seed.clients) {
    await manager.insert(ClientEntity, { id, agency, attributes });
    await manager.insert(
      ClientKeyEntity,
      keys.map(({ kid, ...jwk }) => ({ client: id, kid, jwk })),
    );
  }
  for (const { id, client, purpose, scenario = null, validUntil, resources } of seed.grants) {
    await manager.insert(ApplicationEntity, { client, purpose, scenario });
    const status = 'ACTIVE' as const;
    await manager.insert(GrantEntity, { id, client, purpose, status, validUntil, resources });
  }
  await manager.insert(
    RuleEntity,
    seed.rules.map((body) => ({ id: body.id, body })),
  );
  for (const { id, agency, role, key } of seed.administrators) {
    const { kid, ...jwk } = key;
    await manager.insert(AdministratorEntity, { id, agency, role, kid, jwk });
  }
  await manager.insert(RevisionEntity, { id: 1, number: 1 });
}
