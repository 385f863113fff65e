import type { DataSource, EntityManager } from 'typeorm';

import { AdministratorEntity } from '../administrators/administratorEntity.js';
import { AgencyEntity } from '../agencies/agencyEntity.js';
import { ApplicationEntity } from '../applications/applicationEntity.js';
import { ClientEntity } from '../clients/clientEntity.js';
import { ClientKeyEntity } from '../clients/clientKeyEntity.js';
import { GrantEntity } from '../grants/grantEntity.js';
import type { PolicySeed } from '../policy/policySeed.js';
import { parseSeed } from '../policy/readPolicy.js';
import { RuleEntity } from '../rules/ruleEntity.js';

import { controlDataSource } from './controlDataSource.js';
import { Mutex } from './mutex.js';
import { RevisionEntity } from './revisionEntity.js';

/** All policy at one revision. */
export interface StoredPolicy {
  readonly revision: number;
  readonly seed: PolicySeed;
}

async function writeSeed(manager: EntityManager, seed: PolicySeed): Promise<void> {
  const agencies = new Set([...seed.clients, ...seed.administrators].map(({ agency }) => agency));
  await manager.insert(
    AgencyEntity,
    [...agencies].map((code) => ({ code, name: code })),
  );
  for (const { id, agency, attributes, keys } of seed.clients) {
    await manager.insert(ClientEntity, { id, agency, attributes });
    await manager.insert(
      ClientKeyEntity,
      keys.map((key) => ({ client: id, ...key })),
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
    await manager.insert(AdministratorEntity, { id, agency, role, ...key });
  }
  await manager.insert(RevisionEntity, { id: 1, number: 1 });
}

async function readSeedOf(manager: EntityManager): Promise<PolicySeed> {
  const [clients, keys, applications, grants, rules, administrators] = [
    await manager.find(ClientEntity, { order: { id: 'ASC' } }),
    await manager.find(ClientKeyEntity, { order: { client: 'ASC', kid: 'ASC' } }),
    await manager.find(ApplicationEntity),
    await manager.find(GrantEntity, { where: { status: 'ACTIVE' }, order: { id: 'ASC' } }),
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
      keys: keys.filter(({ client }) => client === id).map(({ kid, x }) => ({ kid, x })),
    })),
    grants: grants.map(({ id, client, purpose, validUntil, resources }) => ({
      id,
      client,
      purpose,
      scenario: scenarioOf(client, purpose),
      validUntil,
      resources,
    })),
    rules: rules.map(({ body }) => body),
    administrators: administrators.map(({ id, agency, role, kid, x }) => ({
      id,
      agency,
      role,
      key: { kid, x },
    })),
  });
}

/** Policy in the control database. */
export class ControlStore {
  readonly #source: DataSource;
  /** SQLite has one connection: a unit of work begun within another would be a part of it. */
  readonly #mutex: Mutex | null;

  private constructor(source: DataSource) {
    this.#source = source;
    this.#mutex = source.options.type === 'mysql' ? null : new Mutex();
  }

  /**
   * Opens the control database, its tables brought up to date.
   *
   * @throws {Error} where it cannot be opened, without a word of the driver's
   */
  static async open(url: string): Promise<ControlStore> {
    const source = controlDataSource(url);
    try {
      await source.initialize();
      await source.runMigrations({ transaction: 'each' });
    } catch (cause) {
      if (source.isInitialized) await source.destroy();
      throw new Error('TONGDAO_CONTROL: the control database cannot be opened', { cause });
    }
    return new ControlStore(source);
  }

  /** Writes a seed as the first content; does nothing where there is content already. */
  async begin(seed: PolicySeed): Promise<void> {
    await this.#transaction(async (manager) => {
      if (await manager.exists(RevisionEntity, { where: { id: 1 } })) return;
      await writeSeed(manager, seed);
    });
  }

  /** The revision that is in force now. */
  async revision(): Promise<number> {
    const found = await this.read((manager) => manager.findOneBy(RevisionEntity, { id: 1 }));
    return found?.number ?? 0;
  }

  /**
   * All policy, as it stands between two changes.
   *
   * @throws {PolicyError} for content that is no policy by form
   */
  async load(): Promise<StoredPolicy> {
    return this.#transaction(async (manager) => {
      const found = await manager.findOneBy(RevisionEntity, { id: 1 });
      return { revision: found?.number ?? 0, seed: await readSeedOf(manager) };
    });
  }

  /**
   * Changes policy, and raises its revision with the change or not at all.
   *
   * @param accept is shown the policy that the change would leave; nothing is changed if it throws
   */
  async change<T>(
    work: (manager: EntityManager) => Promise<T>,
    accept: (left: PolicySeed, result: T) => Promise<void> = () => Promise.resolve(),
  ): Promise<T> {
    return this.#transaction(async (manager) => {
      // Raised first: two changes at once follow each other.
      await manager.increment(RevisionEntity, { id: 1 }, 'number', 1);
      const result = await work(manager);
      await accept(await readSeedOf(manager), result);
      return result;
    });
  }

  /** Reads, outside of any change. */
  read<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const run = () => work(this.#source.manager);
    return this.#mutex ? this.#mutex.run(run) : run();
  }

  async close(): Promise<void> {
    await this.#source.destroy();
  }

  #transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const run = () => this.#source.transaction(work);
    return this.#mutex ? this.#mutex.run(run) : run();
  }
}
