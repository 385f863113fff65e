import type { DataSource, EntityManager } from 'typeorm';

import { withDeadline } from '../../shared/withDeadline.js';
import type { PolicySeed } from '../policy/policySeed.js';

import { controlDataSource } from './controlDataSource.js';
import { loadSeed } from './loadSeed.js';
import { Mutex } from './mutex.js';
import { OwnSockets } from './ownSockets.js';
import { RevisionEntity } from './revisionEntity.js';
import { writeSeed } from './writeSeed.js';

/** Milliseconds that a unit of work may take, a start's migrations apart. */
const patience = 5_000;
/** Milliseconds that the connections may take to end. */
const patienceAtEnd = 1_000;

/** All policy at one revision. */
export interface StoredPolicy {
  readonly revision: number;
  readonly seed: PolicySeed;
}

/** Policy in the control database. */
export class ControlStore {
  readonly #source: DataSource;
  /** SQLite has one connection, on which a second transaction would run as a part of the first. */
  readonly #mutex: Mutex | null;

  readonly #sockets: OwnSockets;

  private constructor(source: DataSource, sockets: OwnSockets) {
    this.#source = source;
    this.#sockets = sockets;
    this.#mutex = source.options.type === 'mysql' ? null : new Mutex();
  }

  /**
   * Opens the control database, its tables brought up to date.
   *
   * @throws {Error} where it cannot be opened, without a word of the driver's
   */
  static async open(url: string): Promise<ControlStore> {
    const sockets = new OwnSockets();
    const source = controlDataSource(url, sockets);
    try {
      await source.initialize();
      await source.runMigrations({ transaction: 'each' });
    } catch (cause) {
      if (source.isInitialized) await source.destroy();
      throw new Error('TONGDAO_CONTROL: the control database cannot be opened', { cause });
    }
    return new ControlStore(source, sockets);
  }

  /**
   * Opens the control database without a change of its tables, to look at it.
   *
   * @throws {Error} where it cannot be opened, without a word of the driver's
   */
  static async openAsItIs(url: string): Promise<ControlStore> {
    const sockets = new OwnSockets();
    const source = controlDataSource(url, sockets);
    try {
      await source.initialize();
    } catch (cause) {
      throw new Error('TONGDAO_CONTROL: the control database cannot be opened', { cause });
    }
    return new ControlStore(source, sockets);
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
      return { revision: found?.number ?? 0, seed: await loadSeed(manager) };
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
      // Raised first: the row stays locked, so that two changes at once follow each other.
      await manager.increment(RevisionEntity, { id: 1 }, 'number', 1);
      const result = await work(manager);
      await accept(await loadSeed(manager), result);
      return result;
    });
  }

  /** Reads what is committed. */
  read<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const run = () => this.#inTime(work(this.#source.manager));
    return this.#mutex ? this.#mutex.run(run) : run();
  }

  async close(): Promise<void> {
    const late = () => new Error('the control database does not let go');
    await withDeadline(this.#source.destroy(), patienceAtEnd, late).catch(() => undefined);
    this.#sockets.cut();
  }

  /** Gives up what the database does not answer, and cuts its connections, which would wait on. */
  #inTime<T>(work: Promise<T>): Promise<T> {
    return withDeadline(work, patience, () => {
      // A moment later, or the work would fail with the end of its connection instead.
      queueMicrotask(() => {
        this.#sockets.cut();
      });
      return new Error('the control database takes too long');
    });
  }

  #transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const run = () => this.#inTime(this.#source.transaction(work));
    return this.#mutex ? this.#mutex.run(run) : run();
  }
}
