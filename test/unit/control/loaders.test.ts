import { join } from 'node:path';

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { graphql } from 'graphql';

import { adminSchema } from '../../../src/control/adminSchema.js';
import { createLoaders } from '../../../src/control/loaders.js';
import { readSeed } from '../../../src/control/policy/readSeed.js';
import { ControlStore } from '../../../src/control/store/controlStore.js';
import { temporaryFolder } from '../../support/temporaryFolder.js';
import { testPolicy } from '../../support/testPolicy.js';
import { testCatalog } from '../support/testCatalog.js';

const { dir, remove } = temporaryFolder();
let store: ControlStore;
beforeAll(async () => {
  store = await ControlStore.open(`sqlite:${join(dir, 'control.sqlite')}`);
  await store.begin(readSeed(testPolicy()));
});
afterAll(async () => {
  await store.close();
  remove();
});

it('relations are read once for all rows: grants, their clients, then agencies and keys', async () => {
  let reads = 0;
  const read: ControlStore['read'] = (work) => {
    reads += 1;
    return store.read(work);
  };
  const counting = { read } as ControlStore;
  const { data, errors } = await graphql({
    schema: adminSchema(),
    source: '{ grants { id client { id agency { code } keys { kid } } } }',
    contextValue: {
      administrator: { role: 'AUDITOR' },
      control: { store: counting },
      catalog: testCatalog,
      loaders: createLoaders(counting),
      actions: { acted: () => undefined },
    },
  });
  expect(errors).toBeUndefined();
  const fund = { id: 'fund', agency: { code: 'qd-housing-fund' }, keys: [{ kid: 'fund-1' }] };
  expect(JSON.parse(JSON.stringify(data))).toMatchObject({
    grants: [{ id: 'G-1', client: { id: 'school' } }, { client: fund }, { client: fund }],
  });
  expect(reads).toBe(4);
});
