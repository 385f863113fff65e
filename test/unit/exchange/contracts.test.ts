import { expect, it } from '@jest/globals';

import { Exchange, type ExchangeParts } from '../../../src/exchange/exchange.js';
import { defaultLimits } from '../../../src/exchange/exchangeLimits.js';
import { stages } from '../../../src/exchange/stages.js';
import { thePublic } from '../../../src/policy/model/requester.js';
import { register } from '../policy/register.js';

/** How often the public's contract is compiled for three requests, where it takes so much memory. */
async function compiledFor(size: number): Promise<number> {
  let compiled = 0;
  const snapshot = { revision: '1', clients: new Map(), grants: new Map(), rules: [] };
  const parts = {
    catalog: { current: () => register },
    policy: { current: () => snapshot },
    identity: { identify: () => Promise.resolve(thePublic) },
    limits: defaultLimits,
    now: Date.now,
  } as unknown as ExchangeParts;
  const exchange = new Exchange(parts, {
    ...stages,
    compileContract: (decisions, catalog) => {
      compiled += 1;
      return { ...stages.compileContract(decisions, catalog), size };
    },
  });
  const asked = { authorization: undefined, purpose: undefined };
  for (let times = 0; times < 3; times += 1) await exchange.admit(asked);
  return compiled;
}

it('compiles a contract once, however large it is', async () => {
  expect(await compiledFor(1_000)).toBe(1);
  expect(await compiledFor(10_000_000_000)).toBe(1);
});
