import { connect, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';

import { unless, type Attack } from '../frame/attack.js';
import { feelFor } from '../frame/bystander.js';

const count = 1_100;
const head = 'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n';
const halves = [head, `${head}content-length: 100\r\n\r\n{"query":`, ''];

/** Keeps so many connections open that never send the rest; one that is closed is opened anew. */
function holdHalfOpen(port: number) {
  const sockets = new Set<Socket>();
  let opened = 0;
  let isStopped = false;
  function open(): void {
    if (isStopped) return;
    const half = halves[opened % halves.length] ?? head;
    opened += 1;
    const socket = connect(port, '127.0.0.1', () => socket.write(half));
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => {
      sockets.delete(socket);
      globalThis.setTimeout(open, 50).unref();
    });
    // What the gateway says is read, so that its end is seen.
    socket.resume();
  }
  for (let at = 0; at < count; at += 1) open();
  return {
    opened: () => opened,
    stop() {
      isStopped = true;
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Connections that begin a request and never end it. */
export const halfOpen: Attack = {
  name: 'C5 half-open connections',
  async run({ open, seconds, other }) {
    const { gateway } = await open();
    const anew = { anew: true };
    const quiet = await feelFor(seconds, gateway.port, other, anew);
    const held = holdHalfOpen(gateway.port);
    await setTimeout(500);
    const under = await feelFor(seconds, gateway.port, other, anew);
    const opened = held.opened();
    held.stop();
    return {
      quiet,
      under,
      received: [...quiet.whole, ...under.whole],
      seen: `${opened} connections opened, ${under.broken} of others' broken`,
      faults: [
        ...unless(under.whole.length > 0, 'nobody was answered'),
        ...unless(under.whole.length === under.answers.length, 'somebody was refused'),
        ...unless(under.broken === 0, `${under.broken} requests of others got no answer`),
      ],
    };
  },
};
