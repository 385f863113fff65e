import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { dataDir, spawnGateway, type SpawnedGateway } from '../support/spawnGateway.js';

const data = dataDir();
let gateway: SpawnedGateway;
beforeAll(async () => {
  gateway = await spawnGateway(data.dir, { NODE_OPTIONS: '--max-old-space-size=120' });
  await gateway.ready();
}, 60_000);
afterAll(async () => {
  await gateway.kill();
  data.remove();
});

/** Asks as the public, 4 at a time; the statuses of the answers, by how often they came. */
async function flood(count: number, queryOf: (index: number) => string) {
  const statuses = new Map<number | string, number>();
  let next = 0;
  const connection = async () => {
    while (next < count) {
      const query = queryOf((next += 1));
      const status = await gateway.post({}, { query }).then(
        async (answer) => {
          await answer.text();
          return answer.status;
        },
        () => 'broken',
      );
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (status === 'broken') return;
    }
  };
  await Promise.all([connection(), connection(), connection(), connection()]);
  return Object.fromEntries(statuses);
}

describe('a flood of documents, each unlike the others and as large as may be', () => {
  it('from the public does not fill the memory: what is kept of documents is bounded', async () => {
    const values = '"1" '.repeat(3_900);
    const refused = await flood(
      250,
      (index) => `{ divisions(where: { code: { in: [${values}] } }) { nodes { name } } } #${index}`,
    );
    expect(refused).toEqual({ 400: 250 });
    expect(gateway.child.exitCode).toBeNull();
    expect(await flood(1, () => '{ province(code: "37") { name } }')).toEqual({ 200: 1 });
  }, 60_000);
});
