import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import {
  asFund,
  asSchool,
  openTestGateway,
  type As,
  type TestGateway,
} from '../support/testGateway.js';

const most = 20;
let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openTestGateway({ limits: { maxSubjects: most } });
});
afterAll(() => gateway.close());

const known = '370202199003071233';
const madeUp = (number: number) => `37020219900307${String(1_000 + number)}`;

async function lookUp(as: As, idNo: string) {
  const { status, body } = await gateway.ask(as, `{ resident(idNo: "${idNo}") { name } }`);
  return { status, said: body.errors?.[0]?.message };
}

describe('C1: a client that asks for very many made-up people', () => {
  it('is refused from a number on, and nobody else is', async () => {
    for (let at = 0; at < most; at++) {
      expect(await lookUp(asFund, madeUp(at))).toEqual({ status: 200, said: undefined });
    }
    const said = `Under one grant, at most ${most} different people and bodies are looked up and verified in a day, found or not; this request would go beyond that. Ask another day, or apply for a list.`;
    expect(await lookUp(asFund, madeUp(most))).toEqual({ status: 429, said });
    // A person who exists is refused alike.
    expect(await lookUp(asFund, known)).toEqual({ status: 429, said });
    expect(await lookUp(asSchool, known)).toEqual({ status: 200, said: undefined });
  });
});
