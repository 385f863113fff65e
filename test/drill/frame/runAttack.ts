import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';

import { spawnGateway, withoutDemo, type SpawnedGateway } from '../../support/spawnGateway.js';

import { unless, type Attack, type Drill, type DrillGateway, type Outcome } from './attack.js';
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

/**
 * Runs one attack on a gateway of its own, and looks at its record afterwards.
 *
 * @param signal ends the gateway, and so the attack, when somebody interrupts the drill
 */
export async function runAttack(
  { name, run }: Attack,
  world: DrillWorld,
  short: boolean,
  signal: AbortSignal,
): Promise<Verdict> {
  const running: SpawnedGateway[] = [];
  const dir = mkdtempSync(join(world.dir, 'attack-'));
  const end = () => Promise.all(running.map((gateway) => gateway.kill('SIGKILL')));
  const interrupt = () => void end();
  signal.addEventListener('abort', interrupt);

  async function start(given: Parameters<Drill['open']>[0]): Promise<DrillGateway> {
    const gateway = await spawnGateway(dir, { ...world.settings, ...given }, withoutDemo);
    running.push(gateway);
    await gateway.ready();
    return { gateway, dir, restart: () => start(given) };
  }

  const drill: Drill = {
    world,
    short,
    seconds: short ? 1 : 8,
    attacker: await world.headersOf('attacker'),
    other: await world.headersOf('other'),
    open: start,
    folder: () => mkdtempSync(join(world.dir, 'folder-')),
  };
  try {
    const outcome = await run(drill);
    await end();
    const received = idsOf(outcome);
    const faults = [
      ...outcome.faults,
      ...unless(received.length > 0, 'nobody received an answer'),
      ...(await recordFaults(dir, world.masterKey, received)),
    ];
    return { ...outcome, name, faults, compared: received.length };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { name, seen: '', received: [], compared: 0, faults: [`it could not be run: ${why}`] };
  } finally {
    await end();
    signal.removeEventListener('abort', interrupt);
  }
}
