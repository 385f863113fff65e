import { request, type OutgoingHttpHeaders } from 'node:http';
import { connect, type AddressInfo } from 'node:net';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { comparable, type OnTheWire } from '../support/comparable.js';
import { asFund, asSchool, openTestGateway, type TestGateway } from '../support/testGateway.js';

let gateway: TestGateway;
let port: number;
/** How many requests Fastify was given. */
let byFastify = 0;

beforeAll(async () => {
  gateway = await openTestGateway({ wire: { maxAnswerSize: 4_000 } });
  gateway.app.addHook('onRequest', (_request, _reply, done) => {
    byFastify += 1;
    done();
  });
  await gateway.app.listen({ port: 0 });
  ({ port } = gateway.app.server.address() as AddressInfo);
});
afterAll(() => gateway.close());

const lookup = 'query One($idNo: ID!) { resident(idNo: $idNo) { idNo name birthDate } }';
const long =
  'query Long($first: Int!) { residents(first: $first) { nodes { name division { name } } } }';
const someone = { query: lookup, variables: { idNo: '370202199003071233' } };

/** Sends a body over a connection of its own, in the parts given, each in a packet of its own. */
async function send(headers: OutgoingHttpHeaders, ...parts: readonly string[]): Promise<OnTheWire> {
  return new Promise((settle, fail) => {
    const asked = request({ port, path: '/graphql', method: 'POST', headers, agent: false });
    asked.on('error', fail);
    asked.on('response', (answer) => {
      let text = '';
      answer.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
      answer.on('end', () => {
        settle({ status: answer.statusCode, rawHeaders: answer.rawHeaders, text });
      });
    });
    asked.setNoDelay(true);
    const [last = '', ...before] = [...parts].reverse();
    let wait = 0;
    for (const part of before.reverse()) {
      setTimeout(() => asked.write(part), wait);
      wait += 50;
    }
    setTimeout(() => asked.end(last), wait);
  });
}

/** What requesters prove themselves by; a token is known by its second request. */
const proofs = new Map<unknown, Promise<OutgoingHttpHeaders>>();

async function headersOf(as: typeof asSchool, body: string): Promise<OutgoingHttpHeaders> {
  const length = Buffer.byteLength(body);
  const proof = proofs.get(as) ?? gateway.headersOf(as);
  proofs.set(as, proof);
  return {
    ...(await proof),
    'content-type': 'application/json',
    'content-length': length,
  };
}

const lastEntry = () => ({ ...gateway.entries().at(-1), requestId: '', at: '' });

/** Sends a request as it is and in a way that the lane leaves to Fastify; counts who took the first. */
async function bothWays(as: typeof asSchool, payload: object, more: OutgoingHttpHeaders = {}) {
  const body = JSON.stringify(payload);
  const headers = { ...(await headersOf(as, body)), ...more };
  byFastify = 0;
  const one = comparable(await send(headers, body));
  const taken = byFastify === 0;
  const entry = lastEntry();
  const named = Object.entries(headers).filter(([name]) => name !== 'content-length');
  const chunked = { ...Object.fromEntries(named), 'transfer-encoding': 'chunked' };
  const other = comparable(await send(chunked, body));
  return { taken, one, other, entry, otherEntry: lastEntry() };
}

describe.each([asSchool, asFund])('for $client', (as) => {
  beforeAll(async () => {
    // The first makes the token known, the second the operation.
    for (const payload of [someone, { query: long, variables: { first: 1 } }, someone]) {
      const body = JSON.stringify(payload);
      expect((await send(await headersOf(as, body), body)).status).toBe(200);
    }
  });

  it.each([
    ['a row', someone],
    ['no row', { ...someone, variables: { idNo: 'nobody' } }],
    ['a variable of another type', { ...someone, variables: { idNo: 7 } }],
    ['a variable that is absent', { query: lookup }],
    ['a page', { query: long, variables: { first: 3 } }],
    ['a page too large', { query: long, variables: { first: 501 } }],
    ['an answer too large', { query: long, variables: { first: 500 } }],
  ])('%s is answered alike with and without Fastify', async (_what, payload) => {
    const { taken, one, other, entry, otherEntry } = await bothWays(as, payload);
    expect(taken).toBe(true);
    expect(one).toEqual(other);
    expect(entry).toEqual(otherEntry);
  });

  it.each(['*/*', 'application/json', 'application/graphql-response+json'])(
    'accept: %s is answered alike',
    async (accept) => {
      const { taken, one, other } = await bothWays(as, someone, { accept });
      expect(taken).toBe(true);
      expect(one).toEqual(other);
    },
  );
});

describe('Fastify is given', () => {
  beforeEach(() => {
    byFastify = 0;
  });

  it('what is not known yet, its body whole', async () => {
    const body = JSON.stringify({ ...someone, query: `${lookup} # 张` });
    const { status, text } = await send(await headersOf(asSchool, body), body);
    expect([status, byFastify]).toEqual([200, 1]);
    expect(JSON.parse(text)).toHaveProperty('data.resident.name');
  });

  it('a body that comes in parts', async () => {
    const body = JSON.stringify(someone);
    const headers = await headersOf(asSchool, body);
    const { status } = await send(headers, body.slice(0, 20), body.slice(20));
    expect([status, byFastify]).toEqual([200, 1]);
  });

  it.each([
    ['no credential', { authorization: undefined }, 401],
    ['a credential of nobody', { authorization: 'Bearer a.b.c' }, 401],
    ['no purpose', { purpose: undefined }, 400],
    ['a purpose of another', { purpose: 'withdrawal' }, 403],
    ['two purposes', { purpose: ['enrolment', 'enrolment'] }, 400],
    ['an occasion that is none', { 'acting-user': ' ' }, 400],
    ['another content type', { 'content-type': 'text/plain' }, 415],
    ['another charset', { 'content-type': 'application/json; charset=gbk' }, 415],
    ['a coding of its body', { 'content-encoding': 'gzip' }, 415],
    ['a page of a browser', { origin: 'https://example.org' }, 200],
    ['what accepts no JSON', { accept: 'text/html' }, 406],
  ])('%s', async (_what, more, expected) => {
    const body = JSON.stringify(someone);
    const all: OutgoingHttpHeaders = { ...(await headersOf(asSchool, body)), ...more };
    const stated = Object.entries(all).filter(([, value]) => value !== undefined);
    const { status } = await send(Object.fromEntries(stated), body);
    expect([status, byFastify]).toEqual([expected, 1]);
    expect(gateway.entries().at(-1)?.status).toBe(expected);
  });

  it.each([
    ['no JSON', '{'],
    ['no UTF-8', '\udfff'],
    ['a name that reaches a prototype', `{"query":"x","variables":{"__proto__":{}}}`],
    ['the same, escaped', `{"query":"x","variables":{"\\u005f_proto__":{}}}`],
    ['no request', '[]'],
    ['a persisted query', '{"query":"x","extensions":{"persistedQuery":{}}}'],
  ])('%s', async (_what, body) => {
    const { status } = await send(await headersOf(asSchool, body), body);
    expect([status, byFastify]).toEqual([400, 1]);
  });
});

/** Requests in the form of HTTP, one behind the other on one connection; gives all that came back. */
async function pipelined(texts: readonly string[]): Promise<string> {
  const socket = connect(port);
  socket.write(texts.join(''));
  let told = '';
  for await (const chunk of socket) told += (chunk as Buffer).toString('utf8');
  return told;
}

it('answers requests behind one another in their order', async () => {
  const body = (idNo: string) => JSON.stringify({ query: lookup, variables: { idNo } });
  const ids = ['370202199003071233', 'nobody', '370202199003071233'];
  const texts = await Promise.all(
    ids.map(async (idNo, at) => {
      const headers = Object.entries(await headersOf(asSchool, body(idNo)));
      const lines = headers.map(([name, value]) => `${name}: ${String(value)}\r\n`).join('');
      const end = at === ids.length - 1 ? 'connection: close\r\n' : '';
      return `POST /graphql HTTP/1.1\r\nhost: x\r\n${end}${lines}\r\n${body(idNo)}`;
    }),
  );
  byFastify = 0;
  const told = await pipelined(texts);
  const found = [...told.matchAll(/\{"data":\{"resident":(\{|null)/g)].map(([, what]) => what);
  expect(found).toEqual(['{', 'null', '{']);
  expect(byFastify).toBe(0);
});

it('puts on record what was read for a client that has left', async () => {
  const before = gateway.entries().length;
  const body = JSON.stringify(someone);
  const headers = Object.entries(await headersOf(asSchool, body));
  const lines = headers.map(([name, value]) => `${name}: ${String(value)}\r\n`).join('');
  const socket = connect(port);
  await new Promise<void>((settle) => socket.once('connect', settle));
  await new Promise<void>((settle) => {
    socket.write(`POST /graphql HTTP/1.1\r\nhost: x\r\n${lines}\r\n${body}`, () => {
      settle();
    });
  });
  socket.destroy();
  for (let tries = 0; gateway.entries().length === before && tries < 100; tries += 1) {
    await new Promise((settle) => setTimeout(settle, 20));
  }
  expect(gateway.entries().slice(before)).toMatchObject([{ outcome: 'OK', status: 200 }]);
});
