import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import { ask } from '../frame/ask.js';
import { unless, type Attack } from '../frame/attack.js';
import { feelFor } from '../frame/bystander.js';
import { startPress, wholeOf } from '../frame/press.js';

/** The kernel lets none of the process's files grow beyond so many bytes; undefined lifts it. */
function limitFiles(pid: number | undefined, bytes?: number): void {
  const limit = `--fsize=${bytes ?? 'unlimited'}:unlimited`;
  const { status } = spawnSync('prlimit', ['--pid', String(pid), limit]);
  if (status !== 0) throw new Error('prlimit does not limit the gateway');
}

/** Bytes: the head of the record is shorter, and the record itself longer. */
const longestOther = 4_096;

const patience = 10_000;

/** Waits until something holds; whether it came to that. */
async function until(holds: () => Promise<boolean>): Promise<boolean> {
  const deadline = performance.now() + patience;
  while (!(await holds())) {
    if (performance.now() > deadline) return false;
    await setTimeout(50);
  }
  return true;
}

/** The disk is full while answers leave, in the middle of a line, and has room again later. */
export const fullDisk: Attack = {
  name: 'disk full',
  async run({ open, seconds, other, attacker }) {
    const { gateway, dir } = await open();
    const { port, child, address } = gateway;
    const query = '{ persons(first: 5) { nodes { name } } }';
    const press = startPress({
      port,
      headers: attacker,
      query: () => query,
      connections: 4,
      pause: 5,
    });
    const quiet = await feelFor(seconds, port, other);
    limitFiles(child.pid, statSync(join(dir, 'record.jsonl')).size + 5_100);
    const isRefused = async () =>
      (await ask({ port, headers: attacker, query }))?.text.includes('NOT_READY') ?? false;
    const isFull = await until(isRefused);
    // Where several entries did not fit, a single one might: from here on, none does.
    limitFiles(child.pid, longestOther);
    const full = await feelFor(seconds / 2, port, other);
    limitFiles(child.pid);
    const isReady = async () => (await fetch(`${address}/readyz`)).status === 200;
    const isBack = await until(isReady);
    const back = await feelFor(seconds / 2, port, other);
    const pressed = wholeOf(await press.stop());
    return {
      quiet,
      under: back,
      received: [quiet, full, back].flatMap(({ whole }) => whole).concat(pressed),
      seen: `refused ${full.answers.length} while it was full`,
      faults: [
        ...unless(isFull && full.answers.length > 0, 'the disk was never full'),
        ...unless(full.whole.length === 0, `${full.whole.length} answers on a full disk`),
        ...unless(isBack && back.whole.length > 0, 'it does not go on when there is room'),
      ],
    };
  },
};
