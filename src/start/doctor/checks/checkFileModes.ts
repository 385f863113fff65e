import { readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import type { Deployment } from '../../deployment.js';
import { ok, wrong, type Finding } from '../finding.js';

/** What a folder holds that others of the machine must not read: keys, the record, who holds what. */
const secret = /\.key(?:\.json)?$|^record(?!.*\.held)|^shapes\.json$/;
const others = 0o077;

async function filesOf(folder: string, depth: number): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found = await Promise.all(
    entries.map(async (entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return depth > 0 ? filesOf(path, depth - 1) : [];
      return entry.isFile() && secret.test(entry.name) ? [path] : [];
    }),
  );
  return found.flat();
}

/** Whether files of keys and of the record are readable by their user alone. */
export async function checkFileModes({ recordFile }: Deployment): Promise<readonly Finding[]> {
  const of = 'file modes';
  const folder = dirname(recordFile);
  const files = await filesOf(folder, 2);
  const open = await Promise.all(
    files.map(async (file) => {
      const found = await stat(file).catch(() => null);
      return found && (found.mode & others) !== 0 ? [file.slice(folder.length + 1)] : [];
    }),
  );
  const names = open.flat();
  if (names.length === 0) {
    return [ok(of, `files of keys and of the record are their user’s alone (${files.length})`)];
  }
  return names.map((name) =>
    wrong(
      of,
      `${name} can be read by others of this machine`,
      'chmod 600 it; where it holds keys, take them for known.',
    ),
  );
}
