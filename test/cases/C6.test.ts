import { statSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { asSchool, openTestGateway, type TestGateway } from '../support/testGateway.js';

let gateway: TestGateway;
beforeEach(async () => {
  gateway = await openTestGateway({ wire: { maxRefusals: 1_000 } });
});
afterEach(() => gateway.close());

const recordSize = () => statSync(join(gateway.dir, 'record.jsonl')).size;

async function statusesOf(count: number, ask: () => Promise<{ statusCode: number }>) {
  const statuses: Record<number, number> = {};
  for (let done = 0; done < count; done += 100) {
    const asked = Array.from({ length: Math.min(100, count - done) }, ask);
    for (const { statusCode } of await Promise.all(asked)) {
      statuses[statusCode] = (statuses[statusCode] ?? 0) + 1;
    }
  }
  return statuses;
}

const inject = (options: object) => () =>
  gateway.app.inject({ method: 'GET', url: '/nope', ...options });

describe('C6: GET /nope, tens of thousands of times', () => {
  it('is summed up on record, with no more than 100 kB of it, and refused faster in the end', async () => {
    expect(await statusesOf(6_000, inject({}))).toEqual({ 404: 1_000, 429: 5_000 });
    expect(recordSize()).toBeLessThan(100_000);
    const alone = gateway.entries().length;
    await gateway.end();
    const entries = gateway.entries();
    expect(entries.length - alone).toBe(1);
    const { refusals, ...rest } = entries.at(-1)!;
    expect(rest).toMatchObject({ client: null, outcome: 'REFUSALS', status: 0, reads: [] });
    expect(refusals).toMatchObject({ addresses: 1 });
    const { BAD_USER_INPUT: nowhere = 0, QUOTA_EXCEEDED: often } = refusals!.counts;
    // Those that stand alone, and those that are summed up, are all that there were.
    expect([nowhere + alone, often]).toEqual([1_000, 5_000]);
    expect((await gateway.verify()).damages).toEqual([]);
  });

  it('counts wrong credentials, and what the public is refused, in the same way', async () => {
    const wrong = { url: '/graphql', method: 'POST', headers: { authorization: 'Bearer a.b.c' } };
    expect(await statusesOf(200, inject(wrong))).toEqual({ 401: 200 });
    const slip = { url: '/graphql', method: 'POST', payload: { query: '{' } };
    expect(await statusesOf(200, inject(slip))).toEqual({ 400: 200 });
    const alone = gateway.entries().length;
    expect(alone).toBeLessThanOrEqual(60);
    await gateway.end();
    expect(gateway.entries().at(-1)?.refusals?.counts).toEqual({
      UNAUTHENTICATED: 200 - alone,
      GRAPHQL_PARSE_FAILED: 200,
    });
  });

  it('leaves an entry of its own to each that a client is refused, or the public is answered', async () => {
    await statusesOf(300, inject({}));
    const known = gateway.entries().length;
    for (let time = 0; time < 70; time += 1) {
      expect((await gateway.ask(asSchool, '{ faith }')).status).toBe(400);
    }
    for (let time = 0; time < 70; time += 1) {
      expect((await gateway.ask(null, '{ province(code: "37") { name } }')).status).toBe(200);
    }
    const added = gateway.entries().slice(known);
    expect(added.map(({ client }) => client)).toEqual([
      ...Array<string>(70).fill('school'),
      ...Array<null>(70).fill(null),
    ]);
  });

  it('does not take from clients what it takes from the public of its address', async () => {
    await statusesOf(1_100, inject({}));
    expect((await gateway.ask(null, '{ __typename }')).status).toBe(429);
    expect((await gateway.ask(asSchool, '{ __typename }')).status).toBe(200);
    expect((await gateway.app.inject({ url: '/healthz' })).statusCode).toBe(200);
    const elsewhere = { url: '/graphql', method: 'POST', payload: { query: '{ __typename }' } };
    const other = inject({ ...elsewhere, remoteAddress: '10.0.0.7' });
    expect((await other()).statusCode).toBe(200);
  });
});
