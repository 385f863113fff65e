import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { lockFile } from '../../src/record/write/lockFile.js';
import { readSettings } from '../../src/start/settings.js';
import {
  dataDir,
  freePort,
  runToEnd,
  spawnGateway,
  type SpawnedGateway,
} from '../support/spawnGateway.js';

const data = dataDir();
let gateway: SpawnedGateway;
beforeAll(async () => {
  gateway = await spawnGateway(data.dir);
  await gateway.ready();
}, 60_000);
afterAll(async () => {
  await gateway.kill();
  data.remove();
});

describe('a wrong setting ends the start, is named, and is not told', () => {
  const secret = 'SECRETsecret';
  const production = {
    TONGDAO_MODE: 'production',
    TONGDAO_CATALOG_DIR: 'test/support/catalogs',
    TONGDAO_SOURCES: '{"divisions":"sqlite:a","population":"sqlite:b"}',
    TONGDAO_POLICY_FILE: 'policy.json',
    TONGDAO_MASTER_KEY: 'ab'.repeat(32),
  };

  it.each([
    ['PORT', { PORT: secret }],
    ['PORT', { PORT: '65536' }],
    ['TONGDAO_MODE', { TONGDAO_MODE: secret }],
    ['TONGDAO_LOG_LEVEL', { TONGDAO_LOG_LEVEL: secret }],
    ['TONGDAO_MAX_DEPTH', { TONGDAO_MAX_DEPTH: '0' }],
    ['TONGDAO_MAX_COST', { TONGDAO_MAX_COST: secret }],
    ['TONGDAO_MAX_BODY_SIZE', { TONGDAO_MAX_BODY_SIZE: '1.5' }],
    ['TONGDAO_SOURCE_TIMEOUT', { TONGDAO_SOURCE_TIMEOUT: '-5' }],
    ['TONGDAO_MASTER_KEY', { ...production, TONGDAO_MASTER_KEY: secret }],
    ['TONGDAO_MASTER_KEY', { ...production, TONGDAO_MASTER_KEY: '' }],
    ['TONGDAO_SOURCES', { ...production, TONGDAO_SOURCES: secret }],
    ['TONGDAO_SOURCES', { ...production, TONGDAO_SOURCES: `{"a":"mysql://u:${secret}@h"}` }],
    ['TONGDAO_DEMO', { TONGDAO_DEMO: `mysql://u:${secret}@h/d` }],
    ['TONGDAO_POLICY_FILE', { ...production, TONGDAO_POLICY_FILE: '' }],
    ['TONGDAO_CATALOG_DIR', { ...production, TONGDAO_CATALOG_DIR: '' }],
  ])('%s: %j', (name, settings) => {
    expect(() => readSettings(settings)).toThrow(
      new RegExp(`^The settings cannot be used:\\n  ${name}`),
    );
    expect(() => readSettings(settings)).not.toThrow(secret);
  });

  it.each([
    ['PORT', { PORT: secret }],
    ['TONGDAO_MASTER_KEY', { ...production, TONGDAO_MASTER_KEY: secret }],
  ])(
    '%s, before anything is made',
    (name, settings) => {
      const dir = join(data.dir, 'none');
      const { status, stdout, stderr } = runToEnd({ TONGDAO_DATA_DIR: dir, ...settings });
      expect(status).toBe(1);
      expect(stderr).toMatch(new RegExp(`^The settings cannot be used:\\n  ${name}`));
      expect(stdout + stderr).not.toContain(secret);
      expect(existsSync(dir)).toBe(false);
    },
    30_000,
  );

  it('none, where all are right', () => {
    expect(readSettings(production)).toMatchObject({ TONGDAO_MODE: 'production', PORT: 4000 });
    expect(readSettings({ PORT: '' })).toMatchObject({ TONGDAO_MODE: 'demo', PORT: 4000 });
  });

  it('all at once, where several are wrong', () => {
    const settings = { PORT: 'x', TONGDAO_MAX_COST: '0', TONGDAO_LOG_LEVEL: 'loud' };
    expect(() => readSettings(settings)).toThrow(/PORT[^]*TONGDAO_LOG_LEVEL[^]*TONGDAO_MAX_COST/);
  });
});

describe('a second process', () => {
  it('on the same data is refused, since two cannot write one record; the first goes on', async () => {
    const { status, stderr } = runToEnd({
      TONGDAO_DATA_DIR: data.dir,
      PORT: String(await freePort()),
    });
    expect(status).toBe(1);
    expect(stderr).toContain('is held by another gateway');
    expect(stderr).toContain('two cannot write one record');
    expect((await fetch(`${gateway.address}/readyz`)).status).toBe(200);
  }, 30_000);

  it('on a port that is taken says so and ends, and leaves its data to the next', async () => {
    const other = dataDir(data.dir);
    const taken = createServer().listen(0, '127.0.0.1');
    try {
      await once(taken, 'listening');
      const { port } = taken.address() as AddressInfo;
      const { status, signal, stderr } = runToEnd(
        { TONGDAO_DATA_DIR: other.dir, PORT: String(port) },
        8_000,
      );
      expect(stderr).toContain('EADDRINUSE');
      expect([status, signal]).toEqual([1, null]);
      // Nobody holds it any more.
      lockFile(join(other.dir, 'record.jsonl.held')).release();
    } finally {
      taken.close();
      other.remove();
    }
  }, 30_000);
});
