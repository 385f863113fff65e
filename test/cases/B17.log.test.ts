import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import type { SourceName } from '../../src/shared/brand.js';
import { closeAll } from '../../src/start/openCatalog.js';
import { openLiveCatalog } from '../../src/start/openLiveCatalog.js';
import { openSmallWorld } from '../support/smallWorld.js';
import { testDeployment } from '../support/testDeployment.js';
import type { TestWorld } from '../support/testWorld.js';

type Line = readonly [level: string, message: string, resource?: unknown, column?: unknown];

/** What a channel over a world says, as an operator reads it. */
async function open(world: TestWorld) {
  const lines: Line[] = [];
  const say = (level: string) => (details: object, message: string) => {
    const { resource, column, source } = details as Record<string, unknown>;
    lines.push([level, message, resource ?? source, column]);
  };
  const deployment = await testDeployment(world, { shapesFile: join(world.dir, 'shapes.json') });
  const opened = await openLiveCatalog(deployment, { warn: say('warn'), info: say('info') });
  const close = async () => {
    opened.live.close();
    await closeAll(opened.connectors);
  };
  return { ...opened, lines, close };
}

const drop = 'ALTER TABLE resident DROP COLUMN faith';
const add = 'ALTER TABLE resident ADD COLUMN faith VARCHAR(255)';
const left = 'a column has drifted: its field has left the contracts';

let world: TestWorld;
beforeEach(async () => {
  world = await openSmallWorld();
});
afterEach(() => world.remove());

describe('B17: the log', () => {
  it('says once which column went, and once that it is back', async () => {
    const channel = await open(world);
    await world.alter('population', drop);
    for (let look = 0; look < 3; look += 1) await channel.live.look();
    const went: Line = ['warn', left, 'Resident', 'faith'];
    expect(channel.lines).toEqual([went]);
    await world.alter('population', add);
    for (let look = 0; look < 3; look += 1) await channel.live.look();
    const back: Line = ['info', 'a column is again as the catalog says', 'Resident', 'faith'];
    expect(channel.lines).toEqual([went, back]);
    await channel.close();
  });

  it('says once that a source cannot be looked at, which is no drift', async () => {
    const channel = await open(world);
    await channel.connectors.get('population' as SourceName)?.close();
    for (let look = 0; look < 3; look += 1) await channel.live.look();
    expect(channel.lines).toEqual([
      [
        'warn',
        'a source cannot be looked at; what it held last goes on to hold',
        'population',
        undefined,
      ],
    ]);
    expect(channel.live.drift).toEqual([]);
    await channel.close();
  });
});

describe('B17: a start after a column went', () => {
  it('marks it, where the same catalogs were without a fault before', async () => {
    await (await open(world)).close();
    await world.alter('population', drop);
    const again = await open(world);
    expect(again.lines).toEqual([['warn', left, 'Resident', 'faith']]);
    expect(again.live.current().resources.get('Resident')?.fields.get('faith')?.drift).toBe(
      'its column is gone from its source',
    );
    await again.close();
  });

  it('refuses it else: a catalog that was never right is no drift', async () => {
    await world.alter('population', drop);
    await expect(open(world)).rejects.toThrow(/The table has no column "faith"/);
  });
});
