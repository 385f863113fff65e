import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';

import { projectDir } from '../../src/start/projectDir.js';

const documented = readFileSync(join(projectDir, 'docs', 'clients.md'), 'utf8');

/**
 * The options in the row of a client in docs/clients.md, as its reader writes them.
 *
 * @param imported what the code of the row imports
 */
export function documentedOptions(
  client: string,
  imported: Readonly<Record<string, unknown>> = {},
): object {
  const cells = documented.split('\n').map((line) => line.split(' | ').map((cell) => cell.trim()));
  const row = cells.find(([first]) => first === `| ${client}`);
  const code = [...(row?.[1] ?? '').matchAll(/`(\w+: [^`]+)`/g)].map(([, option]) => option);
  if (code.length === 0) throw new Error(`docs/clients.md states no option of ${client}`);
  const read = compileFunction(`return ({ ${code.join(', ')} })`, Object.keys(imported));
  return (read as (...values: unknown[]) => object)(...Object.values(imported));
}
