import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { tokenOf } from '../support/testClients.js';
import { asSchool, occasion, openTestGateway, type TestGateway } from '../support/testGateway.js';

let gateway: TestGateway;
let port: number;
beforeAll(async () => {
  gateway = await openTestGateway();
  await gateway.app.listen({ host: '127.0.0.1', port: 0 });
  ({ port } = gateway.app.server.address() as AddressInfo);
});
afterAll(() => gateway.close());

const body = JSON.stringify({ query: '{ resident(idNo: "370202199003071233") { name } }' });

async function head(length: number): Promise<string> {
  return [
    'POST /graphql HTTP/1.1',
    'host: localhost',
    'content-type: application/json',
    `content-length: ${length}`,
    `authorization: Bearer ${await tokenOf('school')}`,
    'purpose: enrolment',
    ...Object.entries(occasion).map(([name, value]) => `${name}: ${value}`),
    '\r\n',
  ].join('\r\n');
}

/** Sends bytes on a connection of its own, and leaves without waiting for an answer. */
async function sendAndLeave(bytes: string, after: number, to = port): Promise<void> {
  const socket = connect(to, '127.0.0.1');
  await once(socket, 'connect');
  socket.on('error', () => undefined);
  socket.write(bytes);
  await setTimeout(after);
  socket.destroy();
}

async function entriesSince(known: number, expected: number) {
  for (let turn = 0; turn < 100 && gateway.entries().length < known + expected; turn += 1) {
    await setTimeout(20);
  }
  return gateway.entries().slice(known);
}

describe('a requester who leaves before the answer', () => {
  it('is on record all the same: what was asked was read', async () => {
    const known = gateway.entries().length;
    const release = await gateway.world.lock();
    await Promise.all(
      [1, 2, 3].map(async () => sendAndLeave((await head(body.length)) + body, 150)),
    );
    await release();
    const entries = await entriesSince(known, 3);
    expect(entries.map(({ client, statements }) => [client, statements])).toEqual(
      Array(3).fill(['school', 1]),
    );
  });

  it('in the middle of the request asks nothing, and harms no one else', async () => {
    gateway.statements.length = 0;
    const started = (await head(body.length)) + body.slice(0, 10);
    await Promise.all(Array.from({ length: 20 }, () => sendAndLeave(started, 20)));
    expect(gateway.statements).toEqual([]);
    const { status } = await gateway.post(asSchool, body);
    expect(status).toBe(200);
  });
});

describe('a gateway that ends while requesters have left', () => {
  it('puts on record what was read for them before the record closes', async () => {
    const other = await openTestGateway();
    await other.app.listen({ host: '127.0.0.1', port: 0 });
    const address = other.app.server.address() as AddressInfo;
    const release = await other.world.lock();
    const left = Array.from({ length: 5 }, async () =>
      sendAndLeave((await head(body.length)) + body, 150, address.port),
    );
    await Promise.all(left);
    const closed = other.end();
    await setTimeout(50);
    await release();
    await closed;
    const clients = other.entries().map(({ client, outcome }) => [client, outcome]);
    expect(clients).toEqual(Array(5).fill(['school', 'OK']));
    await other.world.remove();
  });

  it('does not wait for whoever never sent a whole request', async () => {
    const other = await openTestGateway();
    await other.app.listen({ host: '127.0.0.1', port: 0 });
    const address = other.app.server.address() as AddressInfo;
    await sendAndLeave((await head(body.length)) + body.slice(0, 10), 50, address.port);
    const timedOut = setTimeout(5_000, 'timed out', { ref: false });
    expect(await Promise.race([other.end(), timedOut])).toBeUndefined();
    await other.world.remove();
  });
});

describe('bytes that are no request', () => {
  it.each([
    ['no HTTP', 'SECRET\r\n\r\n'],
    [
      'two lengths',
      'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\nSECRET',
    ],
    ['a header that is none', 'GET /graphql HTTP/1.1\r\nhost: a\r\nSECRET\r\n\r\n'],
    ['endless headers', `GET /graphql HTTP/1.1\r\nhost: a\r\nx: ${'SECRET'.repeat(5_000)}\r\n\r\n`],
  ])('are refused without a word of them: %s', async (_what, bytes) => {
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString('latin1')));
    socket.write(bytes);
    await once(socket, 'close');
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(answer).not.toContain('SECRET');
    expect((await gateway.post(asSchool, body)).status).toBe(200);
  });
});
