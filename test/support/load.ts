import { Agent, request } from 'node:http';

/** What came of load on a gateway. */
export interface LoadReport {
  /** The request ids of every answer that was received to its last byte. */
  readonly answered: readonly string[];
  /** Requests that got no whole answer. */
  readonly broken: number;
}

/** The request id of one answer; undefined where it did not come whole. */
function ask(
  agent: Agent,
  port: number,
  headers: Record<string, string>,
  body: string,
): Promise<string | undefined> {
  return new Promise((settle) => {
    const fail = () => {
      settle(undefined);
    };
    const asked = request({
      agent,
      host: '127.0.0.1',
      port,
      path: '/graphql',
      method: 'POST',
      headers,
    });
    asked.on('error', fail);
    asked.on('response', (answer) => {
      let text = '';
      answer.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
      answer.on('error', fail);
      answer.on('end', () => {
        if (!answer.complete || answer.statusCode !== 200) {
          fail();
          return;
        }
        const { extensions } = JSON.parse(text) as {
          extensions: { tongdao: { requestId: string } };
        };
        settle(extensions.tongdao.requestId);
      });
    });
    asked.end(body);
  });
}

/**
 * Asks over and over, on kept connections, until a request breaks on each of them or `until` says
 * that it is enough.
 */
export async function load(
  port: number,
  requests: readonly { readonly headers: Record<string, string>; readonly query: string }[],
  until: () => boolean,
  connections = 8,
): Promise<LoadReport> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const answered: string[] = [];
  let broken = 0;
  const ofConnection = async (at: number) => {
    for (let turn = at; !until(); turn += 1) {
      const { headers, query } = requests[turn % requests.length]!;
      const id = await ask(agent, port, headers, JSON.stringify({ query }));
      if (id === undefined) {
        broken += 1;
        return;
      }
      answered.push(id);
    }
  };
  await Promise.all(Array.from({ length: connections }, (_, at) => ofConnection(at)));
  agent.destroy();
  return { answered, broken };
}
