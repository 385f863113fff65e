import { randomBytes } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { ControlStore } from '../../src/control/store/controlStore.js';
import { examine, productionOver } from '../support/doctorWorld.js';
import { createDatabase, type TestDatabase } from '../support/mariadb.js';
import { openSmallWorld } from '../support/smallWorld.js';
import type { TestWorld } from '../support/testWorld.js';

let world: TestWorld;
let database: TestDatabase;
beforeAll(async () => {
  world = await openSmallWorld();
  database = await createDatabase(`tongdao_doctor_${randomBytes(3).toString('hex')}`);
});
afterAll(async () => {
  await world.remove();
  await database.drop();
});

describe('`tongdao doctor` of a control database on a server', () => {
  it('says whose tables it has, and changes none', async () => {
    const settings = { ...productionOver(world), TONGDAO_CONTROL: database.url };
    const told = await examine(settings);
    expect(told.of('control database')).toEqual([
      'warning: its tables are not those of this version',
    ]);
    expect(await database.query('SHOW TABLES')).toEqual([]);
    const store = await ControlStore.open(database.url);
    await store.begin({ clients: [], grants: [], rules: [], administrators: [] });
    await store.close();
    expect((await examine(settings)).of('control database')).toEqual([
      'ok: it answers, at revision 1',
    ]);
  });
});
