import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { codesOf } from '../support/alike.js';
import { keyOf } from '../support/testClients.js';
import {
  asFund,
  asSchool,
  openTestGateway,
  type As,
  type TestGateway,
} from '../support/testGateway.js';
import { testPolicy, validUntil } from '../support/testPolicy.js';

/** What the fund may do for `withdrawal` it may also do for `loan`. */
function policy(): string {
  const seed = JSON.parse(testPolicy()) as {
    clients: object[];
    grants: { client: string; purpose: string }[];
  };
  const withdrawal = seed.grants.find(({ purpose }) => purpose === 'withdrawal')!;
  const loan = { ...withdrawal, id: 'G-9', purpose: 'loan', validUntil };
  const twin = { ...withdrawal, id: 'G-10', client: 'fund-twin' };
  const client = {
    id: 'fund-twin',
    agency: 'qd-housing-fund',
    keys: [keyOf('fund-twin').registered],
  };
  return JSON.stringify({
    ...seed,
    clients: [...seed.clients, client],
    grants: [...seed.grants, loan, twin],
  });
}

let gateway: TestGateway;
let cursor: string;
const list =
  'query ($after: String) { residents(first: 2, after: $after) { nodes { name } pageInfo { endCursor } } }';

beforeAll(async () => {
  gateway = await openTestGateway({ policy: policy() });
  const { body } = await gateway.ask(asFund, list);
  cursor = (body.data as { residents: { pageInfo: { endCursor: string } } }).residents.pageInfo
    .endCursor;
});
afterAll(() => gateway.close());
beforeEach(() => {
  gateway.statements.length = 0;
});

async function expectRefused(as: As, operation: string, after: string): Promise<void> {
  const { status, body, text } = await gateway.ask(as, operation, { after });
  expect([status, codesOf(body)]).toEqual([400, ['BAD_USER_INPUT']]);
  expect(body.data).toBeUndefined();
  if (after.length > 8) expect(text).not.toContain(after);
  expect(gateway.statements).toEqual([]);
}

describe('a cursor', () => {
  it('is equal for equal worlds, and of one length whatever position it stands for', async () => {
    const operation = '{ residents(first: 5) { edges { cursor } } }';
    const { body } = await gateway.ask(asFund, operation);
    expect((await gateway.ask(asFund, operation)).body.data).toEqual(body.data);
    const { edges } = body.data?.['residents'] as { edges: readonly { cursor: string }[] };
    const cursors = edges.map((edge) => edge.cursor);
    expect(cursors[1]).toBe(cursor);
    expect(cursors.map((each) => each.length)).toEqual([64, 64, 64, 64, 64]);
    // A cipher in counter mode under one IV would leave neighbours alike but for a byte.
    expect(new Set(cursors.map((each) => each.slice(0, 8))).size).toBe(5);
    expect(new Set(cursors.map((each) => each.slice(-8))).size).toBe(5);
  });

  it('opens for whom it was given', async () => {
    const { body } = await gateway.ask(asFund, list, { after: cursor });
    expect(body.data).toMatchObject({
      residents: { nodes: [{ name: '欧**月' }, { name: '王*' }] },
    });
  });

  it('opens for pages of another size, and under another response key', async () => {
    const other =
      'query ($after: String) { all: residents(first: 9, after: $after) { nodes { name } } }';
    const { body } = await gateway.ask(asFund, other, { after: cursor });
    expect(body.data?.['all']).toEqual({
      nodes: [{ name: '欧**月' }, { name: '王*' }, { name: '买*****逊' }],
    });
  });

  it('opens for no other requester, whatever contract they share', async () => {
    await expectRefused({ client: 'fund-twin', purpose: 'withdrawal' }, list, cursor);
    await expectRefused(asSchool, list, cursor);
  });

  it('opens for no other purpose of its requester', async () => {
    await expectRefused({ client: 'fund', purpose: 'loan' }, list, cursor);
  });

  it('opens for no other list', async () => {
    const divisions = 'query ($after: String) { divisions(after: $after) { nodes { code } } }';
    await expectRefused(asFund, divisions, cursor);
    await expectRefused(null, divisions, cursor);
  });

  it('opens under no other conditions', async () => {
    const where = 'residents(first: 2, after: $after, where: { divisionCode: { eq: "370202" } })';
    await expectRefused(asFund, `query ($after: String) { ${where} { nodes { name } } }`, cursor);
  });

  it('does not open once any character of it was changed', async () => {
    for (let at = 0; at < cursor.length; at += 1) {
      const changed = cursor[at] === 'A' ? 'B' : 'A';
      await expectRefused(asFund, list, cursor.slice(0, at) + changed + cursor.slice(at + 1));
    }
  });

  it.each([
    ['empty', () => ''],
    ['made up', () => 'Mg=='],
    ['a plain position', () => '2'],
    ['cut off', () => cursor.slice(0, -4)],
    ['halved', () => cursor.slice(0, cursor.length / 2)],
    ['doubled', () => cursor + cursor],
    ['followed by what is no base64url', () => `${cursor}!`],
    ['followed by a blank', () => `${cursor} `],
    ['followed by a lone character', () => `${cursor}A`],
    [
      'written in another alphabet',
      () => Buffer.from(cursor, 'base64url').toString('base64') + '=',
    ],
    ['an injection', () => `${cursor}' OR 1=1 --`],
  ])('does not open: %s', async (_what, after) => {
    await expectRefused(asFund, list, after());
  });
});
