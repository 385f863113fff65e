import { request, type OutgoingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { TestGateway } from './testGateway.js';

/** What came back. */
interface Sent {
  readonly status: number | undefined;
  /** Names and values in turn. */
  readonly rawHeaders: readonly string[];
  readonly text: string;
}

/** Sends a request over a connection of its own, where a header may stand twice. */
export async function sendOver(
  { app }: Pick<TestGateway, 'app'>,
  path: string,
  headers: OutgoingHttpHeaders,
  body: string | Buffer,
): Promise<Sent> {
  if (!app.server.listening) await app.listen({ port: 0 });
  const { port } = app.server.address() as AddressInfo;
  return new Promise((settle, fail) => {
    const asked = request({ port, path, method: 'POST', headers });
    asked.on('error', fail);
    asked.on('response', (answer) => {
      let text = '';
      answer.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
      answer.on('end', () => {
        settle({ status: answer.statusCode, rawHeaders: answer.rawHeaders, text });
      });
    });
    asked.end(body);
  });
}
