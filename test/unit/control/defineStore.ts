import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { GrantEntity } from '../../../src/control/grants/grantEntity.js';
import { readSeed } from '../../../src/control/policy/readSeed.js';
import { RuleEntity } from '../../../src/control/rules/ruleEntity.js';
import { ControlStore } from '../../../src/control/store/controlStore.js';
import { testPolicy } from '../../support/testPolicy.js';

const seed = readSeed(testPolicy({ rules: [{ id: 'R-1', kind: 'SUSPEND', resource: 'Village' }] }));

/** What holds of every kind of control database. */
export function defineStore(open: () => Promise<string>, remove: () => Promise<void>): void {
  let store: ControlStore;
  let url: string;
  beforeAll(async () => {
    url = await open();
    store = await ControlStore.open(url);
  });
  afterAll(async () => {
    await store.close();
    await remove();
  });

  it('has no policy at first', async () => {
    expect(await store.revision()).toBe(0);
  });

  it('begins with a seed, once, and gives it back', async () => {
    await store.begin(seed);
    await store.begin({ clients: [], grants: [], rules: [], administrators: [] });
    const stored = await store.load();
    const byId = <T extends { readonly id: string }>(list: readonly T[]) =>
      [...list].sort((one, other) => (one.id < other.id ? -1 : 1));
    expect(stored.revision).toBe(1);
    expect(stored.seed.clients).toEqual(byId(seed.clients));
    expect(stored.seed.grants).toEqual(byId(seed.grants));
    expect(stored.seed.rules).toEqual(seed.rules);
  });

  it('raises its revision with every change, and with none that fails', async () => {
    const before = await store.revision();
    await store.change((manager) =>
      manager.update(GrantEntity, { id: 'G-1' }, { status: 'REVOKED' }),
    );
    expect(await store.revision()).toBe(before + 1);
    const failing = store.change(async (manager) => {
      await manager.delete(RuleEntity, { id: 'R-1' });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    const { revision, seed: now } = await store.load();
    expect([revision, now.rules.length]).toEqual([before + 1, 1]);
    expect(now.grants.map(({ id }) => id)).toEqual(['G-2', 'G-3']);
  });

  it('loses no change of many at once, nor mixes them', async () => {
    const before = await store.revision();
    const ids = Array.from({ length: 20 }, (_, at) => `R-${at + 10}`);
    const changes = ids.map((id, at) =>
      store.change(async (manager) => {
        await manager.insert(RuleEntity, { id, body: { id, kind: 'SUSPEND', resource: 'Street' } });
        if (at % 2 === 1) throw new Error('taken back');
      }),
    );
    const settled = await Promise.allSettled(changes);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    const { revision, seed: now } = await store.load();
    expect(revision).toBe(before + 10);
    const kept = now.rules.map(({ id }) => id).filter((id) => id !== 'R-1');
    expect(kept.sort()).toEqual(ids.filter((_id, at) => at % 2 === 0).sort());
  });

  it('is opened again as it was', async () => {
    const again = await ControlStore.open(url);
    expect(await again.revision()).toBe(await store.revision());
    await again.close();
  });
}
