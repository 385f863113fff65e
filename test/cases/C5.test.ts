import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { openTestGateway, type TestGateway } from '../support/testGateway.js';

const most = 50;
const requestTimeout = 1_000;
let gateway: TestGateway;
let port: number;
const opened: Socket[] = [];
beforeEach(async () => {
  gateway = await openTestGateway({ wire: { maxConnections: most, requestTimeout } });
  await gateway.app.listen({ port: 0 });
  ({ port } = gateway.app.server.address() as AddressInfo);
});
afterEach(async () => {
  for (const socket of opened.splice(0)) socket.destroy();
  await gateway.close();
});

const head = 'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n';
const halfHead = head;
const halfBody = `${head}content-length: 100\r\n\r\n{"query":`;

async function open(text: string): Promise<Socket> {
  const socket = connect(port, '127.0.0.1').on('error', () => undefined);
  opened.push(socket);
  await once(socket, 'connect');
  socket.write(text);
  return socket;
}

/** Asks on a connection of its own: the status, and after how many milliseconds. */
async function ask() {
  const begun = performance.now();
  const { status } = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', connection: 'close' },
    body: '{"query":"{ __typename }"}',
    signal: AbortSignal.timeout(5_000),
  });
  return { status, took: performance.now() - begun };
}

const closedOf = (sockets: readonly Socket[]) =>
  sockets.filter((socket) => socket.closed || socket.readyState !== 'open').length;

describe('C5: 1,100 half-sent bodies or headers', () => {
  it.each([
    ['headers', halfHead],
    ['bodies', halfBody],
    ['nothing at all', ''],
  ])('do not keep others from an answer: %s', async (_what, text) => {
    const sockets: Socket[] = [];
    for (let count = 0; count < 300; count += 1) sockets.push(await open(text));
    const { status, took } = await ask();
    expect(status).toBe(200);
    expect(took).toBeLessThan(requestTimeout);
    await setTimeout(50);
    // Those that waited longest made room.
    expect(closedOf(sockets)).toBeGreaterThanOrEqual(300 - most);
  });

  it.each([
    ['headers', halfHead],
    ['bodies', halfBody],
  ])('are given up after the time that a request may take: %s', async (_what, text) => {
    const sockets = [await open(text), await open(text)];
    expect(closedOf(sockets)).toBe(0);
    await setTimeout(requestTimeout * 2.5);
    for (const socket of sockets) socket.resume();
    await setTimeout(50);
    expect(closedOf(sockets)).toBe(2);
    expect((await ask()).status).toBe(200);
  });

  it('a request that is being answered is not ended for another', async () => {
    const unlock = await gateway.world.lock();
    const slow = fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ province(code: \\"37\\") { name } }"}',
    });
    await setTimeout(100);
    for (let count = 0; count < most + 10; count += 1) await open(halfHead);
    await unlock();
    expect((await slow).status).toBe(200);
  });
});
