import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { load } from '../support/load.js';
import {
  dataDir,
  demoIdNo,
  demoRequesters,
  recordedIds,
  spawnGateway,
  verifyDemoRecord,
  type SpawnedGateway,
} from '../support/spawnGateway.js';

const data = dataDir();
const record = join(data.dir, 'record.jsonl');
let gateway: SpawnedGateway;

async function start(): Promise<void> {
  // Load asks for one resident as often as it can.
  gateway = await spawnGateway(data.dir, { TONGDAO_SUBJECT_LOOKUPS_PER_DAY: '1000000' });
  await gateway.ready();
}

beforeAll(start, 60_000);
afterAll(async () => {
  await gateway.kill();
  data.remove();
});

/** The line that the head is at. */
function headSeq(): number {
  const text = readFileSync(join(data.dir, 'record.head'), 'utf8');
  return (JSON.parse(text) as { seq: number }).seq;
}

/** What the demo's requesters ask, in turn. */
async function requests() {
  const [school, fund, office] = await demoRequesters(gateway.address);
  return [
    { headers: school!, query: `{ resident(idNo: "${demoIdNo}") { name division { name } } }` },
    { headers: fund!, query: `{ resident(idNo: "${demoIdNo}") { name } }` },
    { headers: office!, query: '{ residents(first: 50) { nodes { name birthDate } } }' },
    { headers: { 'content-type': 'application/json' }, query: '{ provinces { nodes { name } } }' },
  ];
}

describe('a gateway that is killed under load', () => {
  it.each([1, 2, 3, 4, 5])(
    'has on record every answer that anyone received, and goes on from there: %i',
    async (round) => {
      const before = await verifyDemoRecord(data.dir);
      const asked = await requests();
      let begun = 0;
      const underLoad = load(gateway.port, asked, () => (begun += 1) < 0);
      const deadline = performance.now() + 15_000;
      await setTimeout(900 + round * 37);
      // As many on a machine that is busy with other work.
      while (begun < 250 && performance.now() < deadline) await setTimeout(25);
      // Verified while it is written to, it is sound too.
      expect((await verifyDemoRecord(data.dir)).damages).toEqual([]);
      await gateway.kill('SIGKILL');
      const { answered, broken } = await underLoad;

      expect(answered.length).toBeGreaterThan(100);
      expect(broken).toBe(8);
      const recorded = recordedIds(data.dir);
      expect(answered.filter((id) => !recorded.has(id))).toEqual([]);
      const left = await verifyDemoRecord(data.dir);
      expect(left.damages).toEqual([]);
      // The head covers every answer that left, and nothing that is not there.
      const ids = [...recorded];
      const last = Math.max(...answered.map((id) => ids.indexOf(id) + 1));
      expect(headSeq()).toBeGreaterThanOrEqual(last);
      expect(headSeq()).toBeLessThanOrEqual(left.lines);
      expect(left.lines).toBeGreaterThanOrEqual(before.lines + answered.length);

      await start();
      const healed = await verifyDemoRecord(data.dir);
      expect(healed).toMatchObject({ damages: [], torn: 0, bytes: left.bytes });
      const { answered: next } = await load(gateway.port, asked, once(), 1);
      expect(await verifyDemoRecord(data.dir)).toMatchObject({
        damages: [],
        torn: 0,
        lines: left.lines + 1,
      });
      expect(recordedIds(data.dir)).toContain(next[0]);
    },
    30_000,
  );

  it('heals a last line that was torn, whatever is left of it', async () => {
    for (const part of ['{"seq":1,"prev":"00', 'x'.repeat(5_000)]) {
      await gateway.kill('SIGKILL');
      const whole = await verifyDemoRecord(data.dir);
      appendFileSync(record, part);
      expect(await verifyDemoRecord(data.dir)).toMatchObject({ damages: [], torn: part.length });
      await start();
      expect(await verifyDemoRecord(data.dir)).toEqual(whole);
    }
  }, 60_000);

  it('does not start on a record that was altered, and leaves it as it is', async () => {
    await gateway.kill('SIGKILL');
    const text = readFileSync(record, 'utf8');
    const altered = text.replace('"client":"enrolment-app"', '"client":"somebody-else"');
    const line = text.slice(0, text.indexOf('"client":"enrolment-app"')).split('\n').length;
    writeFileSync(record, altered);
    gateway = await spawnGateway(data.dir);
    expect(await gateway.endedWithin(10_000)).toEqual([1, null]);
    expect(gateway.output.stderr).toContain(`is broken at line ${line}`);
    expect(readFileSync(record, 'utf8')).toBe(altered);
    writeFileSync(record, text);
    await start();
  }, 30_000);
});

/** True from the second time that it is asked. */
function once(): () => boolean {
  let asked = 0;
  return () => (asked += 1) > 1;
}
