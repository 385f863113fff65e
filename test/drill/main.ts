import { parseArgs } from 'node:util';

import { attacks } from './attacks/attacks.js';
import { openDrillWorld } from './frame/drillWorld.js';
import { runAttack, type Verdict } from './frame/runAttack.js';
import { tableOf } from './frame/table.js';

const usage = 'npm run drill -- [--short] [--only <part of the name of an attack>]';

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

function readOptions(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: { short: { type: 'boolean', default: false }, only: { type: 'string', default: '' } },
  });
  const chosen = attacks.filter(({ name }) => name.includes(values.only));
  if (chosen.length === 0) throw new Error(`no attack is called so\n${usage}`);
  return { short: values.short, chosen };
}

async function runAll(args: readonly string[], signal: AbortSignal): Promise<readonly Verdict[]> {
  const { short, chosen } = readOptions(args);
  say('A MariaDB of the drill is made and filled …');
  const world = await openDrillWorld({ houses: short ? 100_000 : 1_000_000 });
  const verdicts: Verdict[] = [];
  try {
    for (const attack of chosen) {
      say(`${attack.name} …`);
      verdicts.push(await runAttack(attack, world, short, signal));
      signal.throwIfAborted();
    }
  } finally {
    await world.remove();
  }
  return verdicts;
}

/** Runs the attacks one by one, prints what came of each, and exits with 1 if one was not held. */
export async function runFromCommandLine(args: readonly string[]): Promise<void> {
  const interruption = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      interruption.abort(new Error('it was interrupted'));
    });
  }
  try {
    const verdicts = await runAll(args, interruption.signal);
    const held = verdicts.filter(({ faults }) => faults.length === 0).length;
    process.stdout.write(
      `Milliseconds: p50 / p95 / p99 of another client's lookups\n\n${tableOf(verdicts)}\n\n` +
        `${held} of ${verdicts.length} attacks held\n`,
    );
    if (held < verdicts.length) process.exitCode = 1;
  } catch (error) {
    say(`The drill failed: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
