import { spawnSync } from 'node:child_process';
import { cpSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { projectDir } from '../../src/start/projectDir.js';
import { temporaryFolder } from '../support/temporaryFolder.js';

export const example = join(projectDir, 'examples', 'housing-fund-desk');
const bin = join(projectDir, 'node_modules', '@graphql-codegen', 'cli', 'cjs', 'bin.js');

/** A copy of the example, on which anything may be tried, without what is generated. */
export function copyExample() {
  const { dir, remove } = temporaryFolder();
  cpSync(example, dir, { recursive: true });
  rmSync(join(dir, 'generated'), { recursive: true });
  symlinkSync(join(projectDir, 'node_modules'), join(dir, 'node_modules'));
  return { folder: dir, remove };
}

/** Runs graphql-codegen in a folder as an app would. */
export function generate(folder: string) {
  const { status, stderr, stdout } = spawnSync(process.execPath, [bin], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  });
  return { status, said: stderr + stdout };
}
