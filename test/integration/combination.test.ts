import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';

import {
  dataDir,
  demoRequesters,
  spawnGateway,
  type SpawnedGateway,
} from '../support/spawnGateway.js';

const data = dataDir();
let gateway: SpawnedGateway;
beforeAll(async () => {
  gateway = await spawnGateway(data.dir);
  await gateway.ready();
}, 60_000);
afterAll(async () => {
  await gateway.kill();
  data.remove();
});

interface Shown {
  readonly idNo: string;
  readonly birthDate: string;
  readonly divisionCode: string;
}

describe('what one grant of the demo shows', () => {
  it('cannot be put together to the ID number that it masks', async () => {
    // Six digits of a division, eight of a birth date, three of a sequence, one to check (GB 11643).
    const [school] = await demoRequesters(gateway.address);
    const query = '{ residents(first: 500) { nodes { idNo birthDate divisionCode } } }';
    const answer = await fetch(`${gateway.address}/graphql`, {
      method: 'POST',
      headers: school!,
      body: JSON.stringify({ query }),
    });
    const { data: shown } = (await answer.json()) as {
      data?: { residents: { nodes: readonly Shown[] } };
    };
    // A field that the grant no longer shows is lawful too: then there is nothing to put together.
    const nodes = shown?.residents.nodes ?? [];
    const rebuilt = nodes.map(
      ({ idNo, birthDate, divisionCode }) =>
        divisionCode + birthDate.replaceAll('-', '') + idNo.slice(-4),
    );
    const population = new Database(join(data.dir, 'demo', 'population-2.sqlite'));
    const isSomeones = population.prepare('SELECT 1 FROM resident WHERE id_no = ?').pluck();
    expect(rebuilt.filter((idNo) => isSomeones.get(idNo) === 1).length).toBe(0);
    population.close();
  });
});
