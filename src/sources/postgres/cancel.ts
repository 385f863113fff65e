import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

import type { ClientConfig } from 'pg';

import type { SessionKey } from './session.js';

/** Milliseconds for the server to answer. */
const patience = 1_000;

/** PostgreSQL, 55.7: the codes of the two requests that stand where a version would. */
const sslRequest = packet(80_877_103);
const cancelCode = 80_877_102;

function packet(...numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 + 4 * numbers.length);
  bytes.writeInt32BE(bytes.length, 0);
  numbers.forEach((number, at) => bytes.writeInt32BE(number, 4 + 4 * at));
  return bytes;
}

type Place = Pick<ClientConfig, 'host' | 'port' | 'ssl'>;

function connect({ host = '', port = 0 }: Place): Socket {
  const socket = connectTcp({ host, port });
  socket.setNoDelay(true);
  return socket;
}

/**
 * Asks the server to end what runs in a session, over a connection of its own, because a session that
 * runs a statement accepts nothing before. The server answers by closing that connection, after it has
 * told the session.
 *
 * @returns whether the server was reached
 */
export function cancel(place: Place, { processId, secret }: SessionKey): Promise<boolean> {
  return new Promise((resolve) => {
    const { host, ssl } = place;
    const socket = connect(place);
    let isSent = false;
    const settle = (isReached: boolean): void => {
      clearTimeout(giveUp);
      socket.destroy();
      resolve(isReached);
    };
    const giveUp = setTimeout(() => {
      settle(false);
    }, patience);
    const send = (to: Socket): void => {
      isSent = true;
      to.write(packet(cancelCode, processId, secret));
      to.resume();
    };
    socket.on('error', () => {
      settle(false);
    });
    socket.on('close', () => {
      settle(isSent);
    });
    socket.once('connect', () => {
      if (!ssl || ssl === true) {
        send(socket);
        return;
      }
      socket.write(sslRequest);
      socket.once('data', (answer) => {
        if (answer.toString('latin1') !== 'S') {
          settle(false);
          return;
        }
        // A certificate is verified against the host; an address is no name to ask for one by.
        const named = host !== undefined && isIP(host) === 0 && { servername: host };
        const secure = connectTls({ ...ssl, socket, host, ...named });
        secure.on('error', () => {
          settle(false);
        });
        secure.once('secureConnect', () => {
          send(secure);
        });
      });
    });
  });
}
