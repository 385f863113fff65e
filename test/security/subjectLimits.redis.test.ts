import { randomBytes } from 'node:crypto';

import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { codesOf } from '../support/alike.js';
import { asFund, asSchool, openTestGateway, type TestGateway } from '../support/testGateway.js';
import { openWay, testRedis } from '../support/testRedis.js';

const zhang = '370202199003071233';
const lookup = `{ resident(idNo: "${zhang}") { name } }`;
const most = 3;
const redis = testRedis(10);

let way: Awaited<ReturnType<typeof openWay>>;
let one: TestGateway;
let other: TestGateway;

async function openGateway(masterKey: Uint8Array): Promise<TestGateway> {
  const limits = { maxSubjectLookups: most, noticedGrants: 2 };
  const gateway = await openTestGateway({ redis: way.url, masterKey, limits });
  await untilReady(gateway);
  return gateway;
}

async function isReady({ app }: TestGateway): Promise<boolean> {
  const { body } = await app.inject('/readyz');
  return (JSON.parse(body) as { status: string }).status === 'ready';
}

/** Waits until a gateway is ready again, which the test's own time-out bounds. */
async function untilReady(gateway: TestGateway): Promise<void> {
  while (!(await isReady(gateway))) await new Promise((settle) => setTimeout(settle, 20));
}

const outcomeOf = async (gateway: TestGateway, as = asFund) => {
  const { status, body } = await gateway.ask(as, lookup);
  return codesOf(body)[0] ?? status;
};

beforeEach(async () => {
  await redis.empty();
  way = await openWay(redis.url);
  const masterKey = randomBytes(32);
  [one, other] = [await openGateway(masterKey), await openGateway(masterKey)];
});
afterEach(async () => {
  await one.close();
  await other.close();
  await way.cut();
});
afterAll(redis.empty);

describe('two gateways on one Redis', () => {
  it('count one person together', async () => {
    expect(await outcomeOf(one)).toBe(200);
    expect(await outcomeOf(other)).toBe(200);
    expect(await outcomeOf(one)).toBe(200);
    expect(await outcomeOf(other)).toBe('QUOTA_EXCEEDED');
    expect(await outcomeOf(one)).toBe('QUOTA_EXCEEDED');
    // Under another grant, it is counted anew; who is asked for under two is noticed by either.
    expect(await outcomeOf(other, asSchool)).toBe(200);
    expect(other.entries().at(-1)?.alerts).toMatchObject([
      { of: 'citizen-id', grants: ['G-1', 'G-2'] },
    ]);
  });
});

describe('while Redis cannot be asked', () => {
  it('nothing is answered that is counted, all else is, and both recover by themselves', async () => {
    expect(await outcomeOf(one)).toBe(200);
    one.statements.length = 0;
    await way.cut();
    const { status, body, text } = await one.ask(asFund, lookup);
    expect([status, codesOf(body), body.data]).toEqual([503, ['NOT_READY'], undefined]);
    expect(text).not.toMatch(/127\.0\.0\.1|redis|ECONN/i);
    expect(one.statements).toEqual([]);
    expect(one.entries().at(-1)).toMatchObject({ outcome: 'NOT_READY', status: 503, reads: [] });
    const { body: list } = await one.ask(asFund, '{ residents { nodes { name } } }');
    expect(codesOf(list)).toEqual([]);
    expect(await isReady(one)).toBe(false);

    await way.mend();
    await untilReady(one);
    await untilReady(other);
    expect(await outcomeOf(one)).toBe(200);
    expect(await outcomeOf(other)).toBe(200);
    expect(await outcomeOf(one)).toBe('QUOTA_EXCEEDED');
  });

  it('is not waited for where it says nothing more, and asked anew', async () => {
    expect(await outcomeOf(one)).toBe(200);
    way.stall();
    expect(await outcomeOf(one)).toBe('NOT_READY');
    await untilReady(one);
    expect(await outcomeOf(one)).toBe(200);
  });
});
