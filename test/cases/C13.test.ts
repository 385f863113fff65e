import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { codesOf } from '../support/alike.js';
import { freePort } from '../support/spawnGateway.js';
import { asSchool, openTestGateway, type TestGateway } from '../support/testGateway.js';

let counting: TestGateway;
let stopped: TestGateway;
beforeAll(async () => {
  counting = await openTestGateway();
  // Nothing listens there.
  stopped = await openTestGateway({ redis: `redis://127.0.0.1:${await freePort()}` });
});
afterAll(async () => {
  await counting.close();
  await stopped.close();
});

async function readiness({ app }: TestGateway) {
  const { statusCode, body } = await app.inject({ url: '/readyz' });
  return { statusCode, ...(JSON.parse(body) as { status: string; why?: string }) };
}

const list = '{ residents { nodes { name } } }';
const lookup = '{ resident(idNo: "370202199003071233") { name } }';

describe('C13: Redis stopped', () => {
  it('is no matter of a gateway that counts by itself', async () => {
    expect(await readiness(counting)).toEqual({ statusCode: 200, status: 'ready' });
    expect(codesOf((await counting.ask(asSchool, lookup)).body)).toEqual([]);
  });

  it('is degraded, which is ready: else all gateways that share it would be taken out', async () => {
    expect(await readiness(stopped)).toEqual({
      statusCode: 200,
      status: 'degraded',
      why: 'lookups cannot be counted, and are not answered',
    });
  });

  it('answers lists, and no lookup', async () => {
    const { status, body } = await stopped.ask(asSchool, list);
    expect([status, codesOf(body)]).toEqual([200, []]);
    const known = stopped.statements.length;
    const refused = await stopped.ask(asSchool, lookup);
    expect([refused.status, codesOf(refused.body)]).toEqual([503, ['NOT_READY']]);
    expect(stopped.statements.slice(known)).toEqual([]);
  });
});
