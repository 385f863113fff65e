import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { readPolicy } from '../../src/control/policy/readPolicy.js';
import { clockTolerance, maxTokenAge } from '../../src/identity/audience.js';
import { Identity } from '../../src/identity/identity.js';
import type { PolicySnapshot } from '../../src/policy/model/policySnapshot.js';
import { keyOf, tokenOf } from '../support/testClients.js';
import { openTestGateway, type TestGateway } from '../support/testGateway.js';
import { testPolicy } from '../support/testPolicy.js';

let gateway: TestGateway;
let snapshot: PolicySnapshot;
beforeAll(async () => {
  gateway = await openTestGateway();
  snapshot = readPolicy(testPolicy(), gateway.catalog);
});
afterAll(() => gateway.close());

const hour = 3_600;
const seconds = () => Math.floor(Date.now() / 1_000);

/** A gateway's identity at a clock that the test sets. */
function identityAt(clock: { now: number }): (token: string) => Promise<string> {
  const identity = new Identity(() => clock.now);
  return async (token) => {
    const requester = await identity.identify(`Bearer ${token}`, snapshot);
    return requester.kind === 'client' ? requester.client : 'public';
  };
}

describe('a token of long life', () => {
  it('lives as long as it says, where that is no longer than tokens may', async () => {
    const clock = { now: Date.now() };
    const identify = identityAt(clock);
    const token = await tokenOf('school', { iat: seconds(), exp: seconds() + 2 * hour });
    expect(await identify(token)).toBe('school');
    clock.now += 1 * hour * 1_000;
    expect(await identify(token)).toBe('school');
    clock.now += (1 * hour + clockTolerance) * 1_000;
    await expect(identify(token)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('lives no longer than tokens may, though it was seen and remembered in time', async () => {
    const clock = { now: Date.now() };
    const identify = identityAt(clock);
    const token = await tokenOf('school', { iat: seconds(), exp: seconds() + 1_000 * hour });
    // Refused at once or taken now: both are lawful. Taken after `maxTokenAge` is not.
    await identify(token).catch(() => undefined);
    clock.now += (maxTokenAge + 60) * 1_000;
    await expect(identify(token)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('ends with its key: one that was remembered does not outlive its registration', async () => {
    const identify = new Identity(Date.now);
    const token = `Bearer ${await tokenOf('school')}`;
    expect(await identify.identify(token, snapshot)).toMatchObject({ client: 'school' });
    const school = snapshot.clients.get('school' as never)!;
    const withKeys = (keys: typeof school.keys): PolicySnapshot => ({
      ...snapshot,
      clients: new Map([...snapshot.clients, [school.id, { ...school, keys }]]),
    });
    const another = { ...keyOf('another').registered, kid: keyOf('school').registered.kid };
    for (const keys of [[], [another]]) {
      await expect(identify.identify(token, withKeys(keys))).rejects.toMatchObject({
        code: 'UNAUTHENTICATED',
      });
    }
    expect(await identify.identify(token, snapshot)).toMatchObject({ client: 'school' });
  });
});
