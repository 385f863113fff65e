import { request, type Agent } from 'node:http';

/** One answer that came whole. */
export interface Answered {
  readonly status: number;
  /** Names its entry on record. */
  readonly id: string | undefined;
  readonly text: string;
}

export interface Asked {
  readonly port: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** Keeps connections; without one, each request has a connection of its own. */
  readonly agent?: Agent;
}

/** Milliseconds after which an answer is given up. */
const patience = 30_000;

/** Posts an operation; null where no whole answer came, and whatever was wrong. */
export function ask({ port, headers, query, variables, agent }: Asked): Promise<Answered | null> {
  return new Promise((settle) => {
    const fail = () => {
      settle(null);
    };
    const asked = request({
      agent: agent ?? false,
      host: '127.0.0.1',
      port,
      path: '/graphql',
      method: 'POST',
      headers,
      timeout: patience,
    });
    asked.on('timeout', () => asked.destroy());
    asked.on('error', fail);
    asked.on('response', (answer) => {
      let text = '';
      answer.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
      answer.on('error', fail);
      answer.on('end', () => {
        if (!answer.complete) {
          fail();
          return;
        }
        const id = answer.headers['request-id'];
        settle({
          status: answer.statusCode ?? 0,
          id: typeof id === 'string' ? id : undefined,
          text,
        });
      });
    });
    asked.end(JSON.stringify({ query, variables }));
  });
}
