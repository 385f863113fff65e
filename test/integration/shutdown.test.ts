import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';

import { lockFile } from '../../src/record/write/lockFile.js';
import {
  dataDir,
  demoIdNo,
  demoRequesters,
  recordedIds,
  spawnGateway,
  verifyDemoRecord,
  type SpawnedGateway,
} from '../support/spawnGateway.js';

const data = dataDir();
let gateway: SpawnedGateway;
beforeEach(async () => {
  gateway = await spawnGateway(data.dir);
  await gateway.ready();
}, 60_000);
afterEach(() => gateway.kill());
afterAll(data.remove);

interface Received {
  readonly status: number;
  readonly body: string;
}

/** One request on a kept connection; rejects where no whole answer comes. */
function ask(agent: Agent, headers: Record<string, string>, query: string): Promise<Received> {
  return new Promise((settle, fail) => {
    const asked = request({
      agent,
      host: '127.0.0.1',
      port: gateway.port,
      path: '/graphql',
      method: 'POST',
      headers,
    });
    asked.on('error', fail);
    asked.on('response', (answer) => {
      let body = '';
      answer.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')));
      answer.on('end', () => {
        settle({ status: answer.statusCode ?? 0, body });
      });
      answer.on('error', fail);
    });
    asked.end(JSON.stringify({ query }));
  });
}

describe('SIGTERM', () => {
  it('lets what is under way be answered and recorded, takes no more, and ends with 0', async () => {
    const [school] = await demoRequesters(gateway.address);
    const agent = new Agent({ keepAlive: true });
    const query = `{ resident(idNo: "${demoIdNo}") { name } }`;
    expect((await ask(agent, school!, query)).status).toBe(200);

    // Requests that wait for their source are under way for as long as the source is held.
    const population = new Database(join(data.dir, 'demo', 'population-2.sqlite'));
    population.exec('BEGIN EXCLUSIVE');
    const underWay = [1, 2, 3].map(() => ask(agent, school!, query));
    await setTimeout(300);
    gateway.child.kill('SIGTERM');
    await setTimeout(300);
    expect(gateway.child.exitCode).toBeNull();
    await expect(fetch(`${gateway.address}/healthz`)).rejects.toThrow();
    population.exec('ROLLBACK');
    population.close();

    const answers = await Promise.all(underWay);
    for (const { status, body } of answers) {
      expect(status).toBe(200);
      expect(JSON.parse(body)).toMatchObject({
        data: { resident: { name: expect.any(String) as unknown } },
      });
    }
    // Answers that were under way close their connections: none is waited for once all are out.
    expect(await gateway.endedWithin(10_000)).toEqual([0, null]);
    agent.destroy();

    const ids = recordedIds(data.dir);
    for (const { body } of answers) {
      const { extensions } = JSON.parse(body) as { extensions: { tongdao: { requestId: string } } };
      expect(ids).toContain(extensions.tongdao.requestId);
    }
    expect(await verifyDemoRecord(data.dir)).toMatchObject({
      damages: [],
      torn: 0,
    });
    // Nobody holds it any more.
    lockFile(join(data.dir, 'record.jsonl.held')).release();
    expect(gateway.output.stderr).toBe('');
  }, 30_000);

  it('ends an idle gateway at once, though connections are kept open', async () => {
    const agent = new Agent({ keepAlive: true });
    const { status } = await ask(agent, { 'content-type': 'application/json' }, '{ __typename }');
    expect(status).toBe(200);
    gateway.child.kill('SIGTERM');
    expect(await gateway.endedWithin(3_000)).toEqual([0, null]);
    // Nobody holds it any more.
    lockFile(join(data.dir, 'record.jsonl.held')).release();
    agent.destroy();
  }, 30_000);
});
