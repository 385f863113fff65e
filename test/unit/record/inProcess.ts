import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

import { projectDir } from '../../../src/start/projectDir.js';

const run = promisify(execFile);
const built = (file: string) =>
  JSON.stringify(pathToFileURL(join(projectDir, 'dist/src/record/write', file)).href);

/** What a script may use: the record, the lock, files, and `say` for its answer. */
export const scriptHead = `
  import { existsSync, readFileSync, writeFileSync } from 'node:fs';
  import { RecordWriter } from ${built('recordWriter.js')};
  import { lockFile } from ${built('lockFile.js')};
  const key = new Uint8Array(32).fill(7);
  const say = (answer) => process.stdout.write(JSON.stringify(answer));
`;

/**
 * Runs a script under the compiled record, behind another that it knows nothing of, and gives what it said,
 * also where it was killed.
 */
export async function inFaultyProcess(
  dir: string,
  preload: string,
  script: string,
  env: Readonly<Record<string, string>>,
): Promise<string> {
  const [first, file] = [join(dir, 'preload.mjs'), join(dir, 'script.mjs')];
  writeFileSync(first, preload);
  writeFileSync(file, scriptHead + script);
  const args = ['--import', first, file];
  const options = { env: { PATH: process.env['PATH'], ...env } };
  try {
    return (await run(process.execPath, args, options)).stdout;
  } catch (error) {
    const { signal, stdout, stderr } = error as Record<'signal' | 'stdout' | 'stderr', string>;
    if (signal === 'SIGKILL') return stdout;
    throw new Error(stderr, { cause: error });
  }
}

/**
 * Runs a script in a process of its own, under the compiled record. What one process does to
 * another's record is seen so, and limits of the system can be set for it alone; besides, Jest
 * has a global `Error` other than that of Node's file system.
 *
 * @param maxFileSize in KiB (RLIMIT_FSIZE): a write that would cross it fails, half written
 */
export async function inProcess<Answer>(
  dir: string,
  script: string,
  maxFileSize?: number,
): Promise<Answer> {
  const file = join(dir, 'script.mjs');
  writeFileSync(file, scriptHead + script);
  const limit = maxFileSize === undefined ? 'unlimited' : String(maxFileSize);
  const limited = 'ulimit -S -f "$1" && exec "$2" "$3"';
  const { stdout } = await run('bash', ['-c', limited, 'bash', limit, process.execPath, file]);
  return JSON.parse(stdout) as Answer;
}
