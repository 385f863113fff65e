import { readFileSync } from 'node:fs';
import { request, type OutgoingHttpHeaders } from 'node:http';
import { type AddressInfo } from 'node:net';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { tokenOf } from '../support/testClients.js';
import {
  asFund,
  asSchool,
  occasion,
  openTestGateway,
  type TestGateway,
} from '../support/testGateway.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openTestGateway();
  await gateway.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => gateway.close());

const query = '{ resident(idNo: "370202199003071233") { name birthDate } }';
const list = '{ residents { nodes { name } } }';

/** A header's value as a client sends a text: its bytes in UTF-8. */
const bytes = (text: string) => Buffer.from(text, 'utf8').toString('latin1');

const contract =
  'A lookup, verification or export of data of level L3 or above states who acts and for which case, in the headers `acting-user` and `case-reference`; this one does not state both.';
const formOf = (name: string) =>
  `The header \`${name}\` stands once and has 1 to 200 visible characters, in UTF-8; this one does not.`;

async function expectRefused(
  headers: Readonly<Record<string, string | undefined>>,
  message: string,
): Promise<void> {
  const known = gateway.statements.length;
  for (const accept of ['*/*', '*/*, x/y']) {
    const { status, body, text } = await gateway.post(asSchool, { query }, { accept, ...headers });
    expect([status, body.errors]).toEqual([
      400,
      [{ message, extensions: { code: 'BAD_USER_INPUT' } }],
    ]);
    expect(body).not.toHaveProperty('data');
    expect(text).not.toContain('张');
    expect(gateway.entries().at(-1)).toMatchObject({
      client: 'school',
      outcome: 'BAD_USER_INPUT',
      reads: [],
      statements: 0,
    });
  }
  expect(gateway.statements.length).toBe(known);
}

describe('a lookup of level L3 without an occasion is refused before a source is asked', () => {
  // Answered before, so that the repeat lane knows it.
  beforeAll(async () => {
    expect((await gateway.post(asSchool, { query })).body.data).toBeDefined();
    expect((await gateway.post(asSchool, { query })).status).toBe(200);
  });

  it.each([
    ['neither header', { 'acting-user': undefined, 'case-reference': undefined }],
    ['no acting user', { 'acting-user': undefined }],
    ['no case reference', { 'case-reference': undefined }],
  ])('with %s, in both lanes', (_what, headers) => expectRefused(headers, contract));

  it.each(
    ['acting-user', 'case-reference'].flatMap(
      (name) =>
        [
          [name, 'empty', ''],
          [name, 'blank', '  '],
          [name, 'too long', 'x'.repeat(201)],
          [name, 'too long in Chinese', bytes('号'.repeat(201))],
          [name, 'of a character that is not seen', bytes('a\u200bb')],
          [name, 'with a tab', 'a\tb'],
          [name, 'not in UTF-8', '\xe9'],
        ] as const,
    ),
  )('with a header `%s` that is %s, in both lanes', (name, _what, value) =>
    expectRefused({ [name]: value }, formOf(name)),
  );

  it.each([
    ['a list, which a whole purpose answers for', asSchool, list],
    ['a lookup of level L1', asSchool, '{ division(code: "370202") { name } }'],
    ['a lookup of level L1 by the public', null, '{ division(code: "370202") { name } }'],
  ])('and %s is answered without', async (_what, as, text) => {
    const nothing = { 'acting-user': undefined, 'case-reference': undefined };
    const { status, body } = await gateway.post(as, { query: text }, nothing);
    expect([status, body.errors]).toEqual([200, undefined]);
    expect(gateway.entries().at(-1)).toMatchObject({ actingUser: null, caseReference: null });
  });

  it.each([
    ['one character', 'x'],
    ['two hundred', bytes('号'.repeat(200))],
    ['signs and blanks', bytes('窗口 7: 王芳/A-1 (青岛)')],
  ])('and one with %s is answered', async (_what, value) => {
    const headers = { 'acting-user': value, 'case-reference': value };
    expect((await gateway.post(asSchool, { query }, headers)).status).toBe(200);
  });

  it('but whoever is not let in learns nothing of it', async () => {
    const headers = { authorization: 'Bearer a.b.c', 'acting-user': '' };
    const { body } = await gateway.post(asSchool, { query }, headers);
    expect(body.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });
});

describe('a header that is repeated', () => {
  /** Asks over a connection of its own, where a header may stand twice. */
  async function ask(headers: OutgoingHttpHeaders): Promise<readonly [number | undefined, string]> {
    const { port } = gateway.app.server.address() as AddressInfo;
    const authorization = `Bearer ${await tokenOf('school')}`;
    return new Promise((settle, fail) => {
      const asked = request({
        port,
        path: '/graphql',
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization,
          purpose: 'enrolment',
          ...occasion,
          ...headers,
        },
      });
      asked.on('error', fail);
      asked.on('response', (answer) => {
        let text = '';
        answer.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
        answer.on('end', () => {
          settle([answer.statusCode, text]);
        });
      });
      asked.end(JSON.stringify({ query }));
    });
  }

  it.each(['acting-user', 'case-reference'])('is refused: `%s`', async (name) => {
    expect((await ask({}))[0]).toBe(200);
    const known = gateway.statements.length;
    const [status, text] = await ask({ [name]: ['one', 'two'] });
    expect(status).toBe(400);
    expect(JSON.parse(text)).toMatchObject({ errors: [{ message: formOf(name) }] });
    expect(gateway.statements.length).toBe(known);
  });
});

describe('on record', () => {
  async function recorded(of: TestGateway, user: string, reference: string, as = asSchool) {
    await of.post(
      as,
      { query },
      { 'acting-user': bytes(user), 'case-reference': bytes(reference) },
    );
    const { actingUser, caseReference } = of.entries().at(-1)!;
    return [actingUser, caseReference];
  }

  it('are hashes: equal for equal values, of a kind, whoever asks', async () => {
    const [user, reference] = await recorded(gateway, '王芳', 'QD-1');
    expect([user, reference]).toEqual([
      expect.stringMatching(/^[\w-]{43}$/),
      expect.stringMatching(/^[\w-]{43}$/),
    ]);
    expect(await recorded(gateway, '王芳', 'QD-2', asFund)).toEqual([user, expect.anything()]);
    expect(await recorded(gateway, '王方', 'QD-1')).toEqual([expect.anything(), reference]);
    const [same, sameReference] = await recorded(gateway, 'QD-1', '王芳');
    expect([same, sameReference]).not.toContain(user);
    expect([same, sameReference]).not.toContain(reference);
  });

  it('are others under another master key', async () => {
    const other = await openTestGateway();
    try {
      const here = await recorded(gateway, 'window-07', 'QD-1');
      const there = await recorded(other, 'window-07', 'QD-1');
      expect(here.filter((hash) => there.includes(hash))).toEqual([]);
    } finally {
      await other.close();
    }
  });

  it('stand for refused requests too', async () => {
    await gateway.post(asSchool, { query: '{' });
    const { actingUser, caseReference, outcome } = gateway.entries().at(-1)!;
    expect([typeof actingUser, typeof caseReference, outcome]).toEqual([
      'string',
      'string',
      'GRAPHQL_PARSE_FAILED',
    ]);
  });

  it('and in nothing that is kept do they stand in clear', async () => {
    await recorded(gateway, 'SECRET-USER-王芳', 'SECRET-CASE-1');
    for (const file of ['record.jsonl', 'record.head']) {
      expect(readFileSync(join(gateway.dir, file), 'utf8')).not.toMatch(/SECRET|王芳|window-07/);
    }
  });
});

describe('where the channel does not require it', () => {
  it('a lookup is answered without an occasion, and one that is stated badly is still refused', async () => {
    const other = await openTestGateway({ requireCase: false });
    try {
      const nothing = { 'acting-user': undefined, 'case-reference': undefined };
      const { status } = await other.post(asSchool, { query }, nothing);
      expect(status).toBe(200);
      expect((await other.post(asSchool, { query }, { 'acting-user': '' })).status).toBe(400);
    } finally {
      await other.close();
    }
  });
});
