import {
  appendFileSync,
  chmodSync,
  existsSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { deploy } from '../../src/start/deploy.js';
import { createGateway, type Gateway } from '../../src/start/gateway.js';
import { readSettings } from '../../src/start/settings.js';
import { callCli } from '../support/callCli.js';
import { examine, productionOver, secret } from '../support/doctorWorld.js';
import { openSmallWorld } from '../support/smallWorld.js';
import { freePort, type Environment } from '../support/spawnGateway.js';
import type { TestWorld } from '../support/testWorld.js';

let world: TestWorld;
let settings: Environment;
const inData = (name: string) => join(world.dir, 'data', name);

const startGateway = async (): Promise<Gateway> =>
  createGateway(await deploy(readSettings(settings), null, () => undefined));

beforeAll(async () => {
  world = await openSmallWorld();
  settings = {
    ...productionOver(world),
    TONGDAO_CONTROL: `sqlite:${join(world.dir, 'control.sqlite')}`,
  };
});
afterAll(() => world.remove());

describe('`tongdao doctor` before the first start', () => {
  it('finds nothing wrong, and makes nothing', async () => {
    const told = await examine(settings);
    expect(told.findings.filter(({ verdict }) => verdict !== 'ok')).toEqual([]);
    expect([told.status, told.sound]).toEqual([0, true]);
    expect(told.of('control database')).toEqual([
      'ok: it is not there yet; the first start makes it of the policy file',
    ]);
    expect(existsSync(join(world.dir, 'control.sqlite'))).toBe(false);
    expect(existsSync(inData('.'))).toBe(false);
  });

  it('says what is wrong with settings, and no more', async () => {
    const wrong = { ...settings, TONGDAO_MASTER_KEY: secret, TONGDAO_SOURCES: secret };
    const told = await examine(wrong);
    expect(told.status).toBe(1);
    expect(told.findings.map(({ of, verdict }) => [of, verdict])).toEqual([
      ['settings', 'wrong'],
      ['settings', 'wrong'],
    ]);
    expect(told.stdout).not.toContain(secret);
  });
});

describe('`tongdao doctor` beside a gateway', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await startGateway();
    await gateway.app.inject({
      method: 'POST',
      url: '/graphql',
      payload: { query: '{ __typename }' },
    });
  });
  afterAll(() => gateway.close());

  it('says that all is well, and who holds the data folder', async () => {
    const { status, stdout } = await callCli(['doctor'], settings);
    expect(stdout).toContain('ok       lock: a gateway runs on the data folder');
    expect(stdout).toContain('ok       record: it is sound (lines: 1)');
    expect(stdout).toContain('ok       control database: it answers, at revision 1');
    expect(stdout).toMatch(/\nno faults, no warnings\n$/);
    expect(status).toBe(0);
  });

  it('says which column has drifted, and what is lost by it', async () => {
    await world.alter('population', 'ALTER TABLE resident DROP COLUMN faith');
    const told = await examine(settings);
    expect(told.status).toBe(1);
    expect(told.of('drift')).toEqual([
      'wrong: Resident.faith has left the contracts: its column is gone from its source ("faith" in source "population")',
    ]);
    await world.alter('population', 'ALTER TABLE resident ADD COLUMN faith VARCHAR(255)');
    expect((await examine(settings)).status).toBe(0);
  });

  it('has `explain` beside it, which tells the step by which the field left', async () => {
    await world.alter('divisions', 'ALTER TABLE province DROP COLUMN name');
    const asker = ['--as', 'fund', '--purpose', 'divisions'];
    const { status, stdout } = await callCli(['explain', 'Province.name', ...asker], settings);
    expect(status).toBe(0);
    expect(stdout).toMatch(/WITHHELD[^]*ceiling +its column is gone from its source/);
    await world.alter('divisions', 'ALTER TABLE province ADD COLUMN name VARCHAR(255)');
  });

  it('says that a source, Redis and a control database are absent, and no address', async () => {
    const port = await freePort();
    const absent = `mysql://${secret}:${secret}@127.0.0.1:${port}/${secret}`;
    const sources = { ...Object.fromEntries(world.sources), population: absent };
    const told = await examine({
      ...settings,
      TONGDAO_SOURCES: JSON.stringify(sources),
      TONGDAO_CONTROL: absent,
      TONGDAO_REDIS: `redis://${secret}:${secret}@127.0.0.1:${port}`,
    });
    expect(told.status).toBe(1);
    expect(told.of('source "population"')).toEqual([
      'wrong: it cannot be read: nothing answers at its host and port',
    ]);
    expect(told.of('source "divisions"')).toEqual([expect.stringMatching(/^ok: it answers/)]);
    expect(told.of('control database')).toEqual([
      'wrong: it cannot be read, so nothing is answered',
    ]);
    expect(told.of('Redis')).toEqual([
      'wrong: it does not answer, so no lookup that must be counted is answered',
    ]);
    expect(told.stdout).not.toContain(secret);
    expect(told.stdout).not.toContain(String(port));
  });
});

describe('`tongdao doctor` after it', () => {
  it('says that nobody holds the data folder', async () => {
    expect((await examine(settings)).of('lock')).toEqual([
      'ok: no gateway runs on the data folder',
    ]);
  });

  it('says that a file can be read by others', async () => {
    chmodSync(inData('record.jsonl'), 0o644);
    const told = await examine(settings);
    expect(told.of('file modes')).toEqual([
      'wrong: record.jsonl can be read by others of this machine',
    ]);
    expect(told.status).toBe(1);
    chmodSync(inData('record.jsonl'), 0o600);
  });

  it('says that the clock is behind the record', async () => {
    const later = Date.now() / 1_000 + 3_600;
    utimesSync(inData('record.jsonl'), later, later);
    expect((await examine(settings)).of('clock')).toEqual([
      expect.stringMatching(/^wrong: the record was written 3\d{3} s later than this clock says/),
    ]);
    const now = Date.now() / 1_000;
    utimesSync(inData('record.jsonl'), now, now);
  });

  it('says that the record is of another key, or not what was written', async () => {
    const other = { ...settings, TONGDAO_MASTER_KEY: 'cd'.repeat(32) };
    expect((await examine(other)).of('record')).toEqual([
      expect.stringMatching(/^wrong: it is not what a gateway of this master key wrote/),
    ]);
    const [line = ''] = readFileSync(inData('record.jsonl'), 'utf8').split('\n');
    appendFileSync(inData('record.jsonl'), `${line}\n`);
    expect((await examine(settings)).of('record')).toEqual([
      expect.stringMatching(/^wrong: it is not what/),
    ]);
  });

  it('says what of the policy does not fit', async () => {
    const file = join(world.dir, 'misfit.json');
    const policy = {
      clients: [],
      grants: [],
      rules: [{ id: 'R', kind: 'SUSPEND', resource: 'X' }],
    };
    writeFileSync(file, JSON.stringify(policy));
    const without = { ...settings, TONGDAO_CONTROL: '' };
    const told = await examine({ ...without, TONGDAO_POLICY_FILE: file });
    expect(told.of('policy')).toEqual(['wrong: rule R: the catalog has no resource "X"']);
  });
});
