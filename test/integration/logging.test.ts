import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';

import {
  dataDir,
  demoIdNo,
  demoRequesters,
  spawnGateway,
  type SpawnedGateway,
} from '../support/spawnGateway.js';

const data = dataDir();
let gateway: SpawnedGateway;
beforeAll(async () => {
  gateway = await spawnGateway(data.dir, { TONGDAO_LOG_LEVEL: 'debug' });
  await gateway.ready();
}, 60_000);
afterAll(async () => {
  await gateway.kill();
  data.remove();
});

const secret = 'SECRET370202199003071233';

/** Everything that it has said, but for the lines that it printed to be tried out. */
function logged(): string {
  const lines = gateway.output.stdout.split('\n').filter((line) => !line.startsWith('curl '));
  return lines.join('\n') + gateway.output.stderr;
}

describe('the log, at its loudest', () => {
  let requester: Record<string, string>;
  let failing: Response;

  const ask = (headers: object, body: string) => gateway.post({ ...requester, ...headers }, body);

  beforeAll(async () => {
    requester = (await demoRequesters(gateway.address))[0]!;
    const population = new Database(join(data.dir, 'demo', 'population-2.sqlite'));
    population
      .prepare(`UPDATE resident SET birth_date = x'5345435245543337' WHERE id_no = ?`)
      .run(demoIdNo);
    population.close();
    failing = await ask(
      {},
      JSON.stringify({ query: `{ resident(idNo: "${demoIdNo}") { name birthDate } }` }),
    );
    await ask({}, JSON.stringify({ query: `{ resident(idNo: "${secret}" }` }));
    await ask({}, `{"query": "${secret}`);
    await ask({ authorization: `Bearer ${secret}` }, '{}');
    await ask({ purpose: secret }, '{}');
    await ask({ 'acting-user': secret, 'case-reference': secret }, '{}');
    await ask({ 'acting-user': `${secret}\t`.repeat(30) }, '{}');
    await ask({ 'content-type': `application/${secret}` }, secret);
    await fetch(`${gateway.address}/${secret}?token=${secret}`, { headers: { cookie: secret } });
    await fetch(`${gateway.address}/%${secret}`);
  });

  it('tells of a failure where it came from, by its request id, and once', async () => {
    expect(await failing.json()).toMatchObject({
      data: { resident: { birthDate: null } },
      errors: [{ extensions: { code: 'VALUE_MISMATCH' } }],
    });
    const requestId = failing.headers.get('request-id') ?? 'none';
    const lines = logged()
      .split('\n')
      .filter((line) => line.includes(requestId));
    expect(JSON.parse(lines[0]!)).toMatchObject({
      requestId,
      cause: { type: 'ValueMismatch', field: 'Resident.birthDate' },
    });
    expect(lines.length).toBe(1);
  });

  it('tells no value, statement, token, address or literal', () => {
    const told = logged();
    expect(told).toContain('"level":50');
    expect(told).not.toContain(secret);
    expect(told).not.toContain(demoIdNo);
    expect(told).not.toContain(requester['authorization']!.slice('Bearer '.length));
    expect(told.match(/bearer|authorization|eyJ|5345435245|SELECT|birth_date|cookie/gi)).toBeNull();
    const record = readFileSync(join(data.dir, 'record.jsonl'), 'utf8');
    expect(record.match(/SECRET|3702\d{14}|eyJ|SELECT/g)).toBeNull();
  });
});
