import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';

import { spawnGateway, withoutDemo, type SpawnedGateway } from '../../support/spawnGateway.js';

import type { Attack, Drill, DrillGateway, Outcome } from './attack.js';
import type { DrillWorld } from './drillWorld.js';
import { recordFaults } from './recordFaults.js';

/** An attack with what came of it. */
export interface Verdict extends Outcome {
  readonly name: string;
  /** How many answers were looked for on record. */
  readonly compared: number;
}

const idsOf = ({ received }: Outcome): readonly string[] =>
  received.map((answer) => (typeof answer === 'string' ? answer : (answer.id ?? 'none')));

/** Runs one attack on gateways of its own, and looks at their records afterwards. */
export async function runAttack(
  { name, run }: Attack,
  world: DrillWorld,
  short: boolean,
): Promise<Verdict> {
  const running: SpawnedGateway[] = [];
  const folders = new Set<string>();
  const folder = () => mkdtempSync(join(world.dir, 'attack-'));

  async function start(dir: string, given: Parameters<Drill['open']>[0]): Promise<DrillGateway> {
    const settings = { ...world.settings, ...given };
    const gateway = await spawnGateway(dir, settings, withoutDemo);
    running.push(gateway);
    await gateway.ready();
    folders.add(dir);
    return { gateway, dir, restart: () => start(dir, given) };
  }

  const drill: Drill = {
    world,
    short,
    seconds: short ? 1 : 8,
    attacker: await world.headersOf('attacker'),
    other: await world.headersOf('other'),
    open: (settings) => start(folder(), settings),
    folder,
  };
  try {
    const outcome = await run(drill);
    await Promise.all(running.map((gateway) => gateway.kill('SIGKILL')));
    const received = idsOf(outcome);
    const faults = [...outcome.faults];
    for (const dir of folders) {
      faults.push(
        ...(await recordFaults(dir, world.masterKey, folders.size === 1 ? received : [])),
      );
    }
    return { ...outcome, name, faults, compared: received.length };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { name, seen: '', received: [], compared: 0, faults: [`it could not be run: ${why}`] };
  } finally {
    await Promise.all(running.map((gateway) => gateway.kill('SIGKILL')));
  }
}
