import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { scriptHead } from './inProcess.js';

/**
 * A process that holds the lock of a record until it is killed.
 *
 * @param command what it is started under, as `unshare` for process ids of its own
 */
export async function startHolder(
  dir: string,
  lock: string,
  command: readonly string[] = [],
): Promise<ChildProcess> {
  const script = join(dir, 'holder.mjs');
  writeFileSync(
    script,
    `${scriptHead}
     const held = lockFile(${JSON.stringify(lock)});
     say('held');
     setInterval(() => held, 1_000);`,
  );
  const [first, ...more] = [...command, process.execPath, script] as const;
  const child = spawn(first, more, { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return child;
}
