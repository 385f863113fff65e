import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { expect, it } from '@jest/globals';

import type { PolicySeedInput } from '../../src/control/policy/policySeed.js';
import { keyOf } from '../support/testClients.js';
import { openTestGateway, type TestGateway } from '../support/testGateway.js';
import { validUntil } from '../support/testPolicy.js';

type Grant = PolicySeedInput['grants'][number];

/** Forms that differ from grant to grant, so that types do too. */
const forms = ['NAME', 'REDACT'] as const;

function grantOf(number: number): Grant {
  const day = new Date(Date.UTC(1900, 0, 1 + number)).toISOString().slice(0, 10);
  return {
    id: `G-${number}`,
    client: `app-${number}`,
    purpose: 'work',
    validUntil,
    resources: {
      Resident: {
        reach: ['LOOKUP', 'LIST'],
        fields: {
          idNo: { form: { mask: 'ID_NUMBER' }, uses: ['LOOKUP'] },
          name: { form: { mask: forms[number % forms.length]! } },
          ...(number % 3 === 0 && { birthDate: {} }),
          divisionCode: { uses: ['FILTER', 'JOIN'] },
        },
        links: ['division'],
        rows: { birthDate: { gte: day } },
      },
    },
  };
}

function policyOf(count: number): string {
  const numbers = Array.from({ length: count }, (_, number) => number);
  const policy: PolicySeedInput = {
    clients: numbers.map((number) => ({
      id: `app-${number}`,
      agency: 'qd-education',
      keys: [keyOf(`app-${number}`).registered],
    })),
    grants: numbers.map(grantOf),
  };
  return JSON.stringify(policy);
}

const collectGarbage = (() => {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
})();

/** Bytes that are held once all of some clients have asked twice. */
async function heldAfter(gateway: TestGateway, from: number, to: number): Promise<number> {
  const query = '{ residents(first: 2) { nodes { name division { name } } } }';
  for (let round = 0; round < 2; round += 1) {
    for (let number = from; number < to; number += 1) {
      const { status } = await gateway.ask({ client: `app-${number}`, purpose: 'work' }, query);
      expect(status).toBe(200);
    }
  }
  collectGarbage();
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

it('holds little for one more client with a grant of its own, its operation with it', async () => {
  const [some, all] = [100, 700];
  const gateway = await openTestGateway({ policy: policyOf(all) });
  const before = await heldAfter(gateway, 0, some);
  const after = await heldAfter(gateway, some, all);
  await gateway.close();
  // A contract by itself takes ten times as much.
  expect((after - before) / (all - some)).toBeLessThan(50_000);
}, 300_000);
