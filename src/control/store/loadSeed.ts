import type { EntityManager } from 'typeorm';

import { AdministratorEntity } from '../administrators/administratorEntity.js';
import { ApplicationEntity } from '../applications/applicationEntity.js';
import { ClientEntity } from '../clients/clientEntity.js';
import { ClientKeyEntity } from '../clients/clientKeyEntity.js';
import { ApprovalEntity } from '../grants/approvalEntity.js';
import { GrantEntity } from '../grants/grantEntity.js';
import { withApprovals } from '../grants/withApprovals.js';
import { parseSeed, type PolicySeed } from '../policy/policySeed.js';
import { RuleEntity } from '../rules/ruleEntity.js';

/**
 * What is in force of the tables, as a seed. Grants that are pending, suspended or revoked are left out.
 *
 * @throws {PolicyError} for content that is no policy by form
 */
export async function loadSeed(manager: EntityManager): Promise<PolicySeed> {
  const [clients, keys, applications, grants, approvals, rules, administrators] = [
    await manager.find(ClientEntity, { order: { id: 'ASC' } }),
    await manager.find(ClientKeyEntity, { order: { client: 'ASC', kid: 'ASC' } }),
    await manager.find(ApplicationEntity),
    await manager.find(GrantEntity, { where: { status: 'ACTIVE' }, order: { id: 'ASC' } }),
    await manager.find(ApprovalEntity),
    await manager.find(RuleEntity, { order: { id: 'ASC' } }),
    await manager.find(AdministratorEntity, { order: { id: 'ASC' } }),
  ];
  const scenarioOf = (client: string, purpose: string) =>
    applications.find((one) => one.client === client && one.purpose === purpose)?.scenario ??
    undefined;
  return parseSeed({
    clients: clients.map(({ id, agency, attributes }) => ({
      id,
      agency,
      attributes,
      keys: keys.filter(({ client }) => client === id).map(({ kid, jwk }) => ({ kid, ...jwk })),
    })),
    grants: grants.map(({ id, client, purpose, validUntil, resources }) => ({
      id,
      client,
      purpose,
      scenario: scenarioOf(client, purpose),
      validUntil,
      resources: withApprovals(
        resources,
        approvals.filter(({ grant }) => grant === id),
      ),
    })),
    rules: rules.map(({ body }) => body),
    administrators: administrators.map(({ id, agency, role, kid, jwk }) => ({
      id,
      agency,
      role,
      key: { kid, ...jwk },
    })),
  });
}
