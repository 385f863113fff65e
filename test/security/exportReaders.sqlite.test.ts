import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';

import { afterEach, describe, expect, it } from '@jest/globals';

import { readExport } from '../support/askExport.js';
import { asSync, exportPolicy } from '../support/exportPolicy.js';
import { residents, type ResidentRow } from '../support/smallWorld.js';
import type { GatewayChange } from '../support/testDeployment.js';
import { openTestGateway, type TestGateway } from '../support/testGateway.js';

/** More bytes than all that lies between two ends of a connection holds. */
const many: readonly ResidentRow[] = Array.from({ length: 30_000 }, (_, index) => ({
  ...residents[index % residents.length]!,
  row_id: index + 1,
  id_no: String(index + 1).padStart(18, '0'),
  address: '路'.repeat(400),
}));
const all = { chunks: 60, rows: many.length };

let gateway: TestGateway;
afterEach(() => gateway.close());

const open = async (change: GatewayChange = {}) => {
  gateway = await openTestGateway({ policy: exportPolicy(), ...change }, many);
  await gateway.app.listen({ host: '127.0.0.1', port: 0 });
};

const query = '{ residentExport { name address } }';

/** Begins an export, and gives its answer once the headers are there. */
async function begin(): Promise<IncomingMessage> {
  const { port } = gateway.app.server.address() as AddressInfo;
  const sent = request({
    port,
    host: '127.0.0.1',
    path: '/export',
    method: 'POST',
    agent: false,
    headers: { 'content-type': 'application/json', ...(await gateway.headersOf(asSync)) },
  });
  sent.end(JSON.stringify({ query }));
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  answer.on('error', () => undefined);
  return answer;
}

async function readOn(answer: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

const ofExports = () => gateway.entries().filter((entry) => entry.export !== undefined);

/** The last entry of an export, once it is an end. */
async function ended() {
  for (let turn = 0; turn < 500; turn += 1) {
    const last = ofExports().at(-1);
    if (last?.export?.step === 'CLOSE' || last?.export?.step === 'ABORT') return last;
    await setTimeout(20);
  }
  throw new Error('no export has ended');
}

/** How many statements were sent, once no more are. */
async function settled(): Promise<number> {
  for (let known = -1; known < gateway.statements.length;) {
    known = gateway.statements.length;
    await setTimeout(400);
  }
  return gateway.statements.length;
}

describe('a reader who stops reading', () => {
  it('is waited for: no further row is asked of the source, and none is lost', async () => {
    await open();
    const answer = await begin();
    const asked = await settled();
    expect(asked).toBeLessThan(all.chunks / 2);
    const chunks = ofExports().filter(({ outcome }) => outcome === 'CHUNK').length;
    expect(asked - chunks).toBeLessThanOrEqual(1);
    const { rows, end } = readExport(await readOn(answer));
    expect([rows.length, end?.outcome, end?.rows]).toEqual([all.rows, 'OK', all.rows]);
    expect(gateway.statements.length).toBeGreaterThan(asked);
    expect(await ended()).toMatchObject({ outcome: 'OK', export: { subjects: all.rows } });
  });

  it('for too long ends it, on record, and frees its place', async () => {
    await open({ wire: { exportPatience: 300 }, limits: { maxExportsOfClient: 1 } });
    const answer = await begin();
    expect(await ended()).toMatchObject({
      outcome: 'READER_TOO_SLOW',
      export: { step: 'ABORT' },
    });
    const text = await readOn(answer).catch(() => '');
    expect(text).not.toContain('@end');
    const next = await begin();
    expect(next.statusCode).toBe(200);
    next.destroy();
  });

  it('holds no gateway that closes: the end is on record by then', async () => {
    await open({ wire: { exportPatience: 600_000 } });
    const answer = await begin();
    await settled();
    const closed = gateway.end();
    await closed;
    expect(ofExports().at(-1)?.export?.step).toBe('ABORT');
    expect(await gateway.verify()).toMatchObject({ damages: [] });
    answer.destroy();
  }, 30_000);
});

describe('a reader who leaves', () => {
  it('ends it, on record', async () => {
    await open();
    const answer = await begin();
    await once(answer, 'data');
    answer.destroy();
    const last = await ended();
    expect(last).toMatchObject({ outcome: 'READER_LEFT', export: { step: 'ABORT' } });
    const asked = await settled();
    expect(asked).toBeLessThan(all.chunks / 2);
    const steps = ofExports().map((entry) => entry.export?.step);
    expect([steps[0], new Set(steps.slice(1, -1)), steps.at(-1)]).toEqual([
      'OPEN',
      new Set(['CHUNK']),
      'ABORT',
    ]);
  });
});

it('a reader who leaves before the first row frees its place', async () => {
  await open({ limits: { maxExportsOfClient: 1 } });
  const { port } = gateway.app.server.address() as AddressInfo;
  const headers = { 'content-type': 'application/json', ...(await gateway.headersOf(asSync)) };
  for (let times = 0; times < 5; times += 1) {
    const sent = request({ port, path: '/export', method: 'POST', agent: false, headers });
    sent.on('error', () => undefined);
    sent.end(JSON.stringify({ query }));
    // The whole of it has arrived, or some of it, or nothing.
    await setTimeout(times * 3);
    sent.destroy();
  }
  await settled();
  const next = await begin();
  expect(next.statusCode).toBe(200);
  next.destroy();
  // Whatever was begun has ended.
  await settled();
  const steps = ofExports().map((entry) => entry.export?.step);
  const count = (step: string) => steps.filter((one) => one === step).length;
  expect(count('ABORT') + count('CLOSE')).toBe(count('OPEN'));
});

describe('exports at once', () => {
  it('are bounded for a client and in all, and a place is free again at an end', async () => {
    await open({ limits: { maxExportsOfClient: 2 } });
    const [one, two] = [await begin(), await begin()];
    const third = await begin();
    expect([third.statusCode, await readOn(third)]).toEqual([
      429,
      expect.stringContaining('A client has at most 2 exports under way at once'),
    ]);
    expect(readExport(await readOn(one)).end?.outcome).toBe('OK');
    const fourth = await begin();
    expect(fourth.statusCode).toBe(200);
    for (const answer of [two, fourth]) answer.destroy();
  });
});
