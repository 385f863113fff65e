import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

import { afterEach, describe, expect, it } from '@jest/globals';
import { createClient } from '@redis/client';

import { codesOf } from '../support/alike.js';
import { freePort } from '../support/spawnGateway.js';
import { asSchool, openTestGateway } from '../support/testGateway.js';

let server: ChildProcess | null = null;
afterEach(async () => {
  if (!server) return;
  const exited = once(server, 'exit');
  server.kill('SIGKILL');
  await exited;
  server = null;
});

/** A Redis of its own, whose memory is bounded. */
async function openRedis(policy: string): Promise<string> {
  const port = String(await freePort());
  const bounds = ['--maxmemory', '4mb', '--maxmemory-policy', policy];
  server = spawn('redis-server', ['--port', port, '--save', '', ...bounds], { stdio: 'pipe' });
  const { stdout } = server;
  if (!stdout) throw new TypeError('the output is piped');
  let said = '';
  for await (const chunk of stdout) {
    said += String(chunk);
    if (said.includes('Ready to accept connections')) break;
  }
  return `redis://127.0.0.1:${port}`;
}

describe('C2: a Redis of bounded memory', () => {
  it('that would drop counts is refused at the start', async () => {
    const redis = await openRedis('allkeys-lru');
    await expect(openTestGateway({ redis })).rejects.toThrow(
      'TONGDAO_REDIS: its maxmemory-policy is noeviction',
    );
  });

  it('that is full: no lookup is answered, and /readyz says so', async () => {
    const redis = await openRedis('noeviction');
    const gateway = await openTestGateway({ redis });
    const client = createClient({ url: redis });
    client.on('error', () => undefined);
    await client.connect();
    // Less than it holds already.
    await client.configSet('maxmemory', '1');
    const { body } = await gateway.ask(
      asSchool,
      '{ resident(idNo: "370202199003071233") { name } }',
    );
    expect(codesOf(body)).toEqual(['NOT_READY']);
    const ready = await gateway.app.inject('/readyz');
    expect(JSON.parse(ready.body)).toMatchObject({ status: 'degraded' });
    client.destroy();
    await gateway.close();
  });
});
