import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { BenchData } from '../../benchData.js';
import type { OperationName } from '../../workload.js';
import { openConnection } from '../byHand/openConnection.js';
import { serve, type Contestant } from '../serve.js';

import { prepareAnswers } from './answers.js';

/** What the runner sends, taken at its word. */
interface Body {
  readonly operationName: OperationName;
  readonly variables: { readonly id: string };
}

function readBody(request: IncomingMessage, then: (body: Body) => void): void {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    then(JSON.parse(Buffer.concat(chunks).toString('utf8')) as Body);
  });
}

function send(response: ServerResponse, data: object): void {
  const text = JSON.stringify({ data });
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}

/** A handler by hand, for nothing but these workloads: what this machine could give at best. */
async function startRaw(data: BenchData): Promise<Contestant> {
  const connection = openConnection(data);
  const answers = prepareAnswers(connection);
  const server = createServer((request, response) => {
    readBody(request, ({ operationName, variables }) => {
      answers[operationName](variables).then(
        (answer) => {
          send(response, answer);
        },
        () => response.writeHead(500).end(),
      );
    });
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  const { port } = server.address() as AddressInfo;
  return {
    address: { url: `http://127.0.0.1:${port}/graphql`, headers: {} },
    close: async () => {
      await new Promise((settle) => {
        server.close(settle);
        server.closeAllConnections();
      });
      await connection.close();
    },
  };
}

await serve(startRaw);
