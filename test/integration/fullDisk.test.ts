import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { withoutChance } from '../support/alike.js';
import {
  dataDir,
  demoIdNo,
  demoRequesters,
  recordedIds,
  spawnGateway,
  verifyDemoRecord,
  type SpawnedGateway,
} from '../support/spawnGateway.js';

let data: ReturnType<typeof dataDir>;
let gateway: SpawnedGateway;
let headers: Record<string, string>;
beforeEach(async () => {
  data = dataDir();
  gateway = await spawnGateway(data.dir);
  await gateway.ready();
  headers = (await demoRequesters(gateway.address))[0]!;
}, 60_000);
afterEach(async () => {
  await gateway.kill();
  data.remove();
});

/** The kernel lets none of the process's files grow beyond so many bytes; undefined lifts it. */
function limitFiles(bytes: number | undefined): void {
  const limit = `--fsize=${bytes ?? 'unlimited'}:unlimited`;
  const pid = String(gateway.child.pid);
  const { status } = spawnSync('/usr/bin/prlimit', ['--pid', pid, limit]);
  expect(status).toBe(0);
}

async function ask() {
  const query = `{ resident(idNo: "${demoIdNo}") { name birthDate } }`;
  const answer = await gateway.post(headers, { query });
  return {
    status: answer.status,
    id: answer.headers.get('request-id'),
    text: await answer.text(),
  };
}

const readiness = async () => (await fetch(`${gateway.address}/readyz`)).status;

describe('a record whose disk is full', () => {
  it('lets nothing leave; once there is room, goes on without a gap', async () => {
    const record = join(data.dir, 'record.jsonl');
    const first = await ask();
    expect([first.status, await readiness()]).toEqual([200, 200]);

    // Room for a part of the next line, so that it is torn too.
    limitFiles(statSync(record).size + 100);
    for (const refused of [await ask(), await ask()]) {
      expect(refused.status).toBe(503);
      expect(refused.text).toContain('NOT_READY');
      expect(withoutChance(refused.text)).not.toMatch(/1991|resident"|record\.jsonl|EFBIG|ENOSPC/);
      expect(recordedIds(data.dir)).not.toContain(refused.id);
    }
    expect(await readiness()).toBe(503);

    limitFiles(undefined);
    const next = await ask();
    expect([next.status, await readiness()]).toEqual([200, 200]);
    expect([...recordedIds(data.dir)].slice(-2)).toEqual([first.id, next.id]);
    expect(await verifyDemoRecord(data.dir)).toMatchObject({ damages: [], torn: 0 });
  }, 30_000);

  it('makes the gateway ready again by itself once there is room: no one sends requests to one that is not', async () => {
    limitFiles(statSync(join(data.dir, 'record.jsonl')).size);
    expect((await ask()).status).toBe(503);
    expect(await readiness()).toBe(503);
    limitFiles(undefined);
    const deadline = performance.now() + 3_000;
    while ((await readiness()) !== 200 && performance.now() < deadline) await setTimeout(100);
    expect(await readiness()).toBe(200);
  }, 30_000);
});
