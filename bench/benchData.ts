import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { prepareDemo } from '../demo/prepareDemo.js';
import type { SourceName } from '../src/shared/brand.js';
import { projectDir } from '../src/start/projectDir.js';

import type { Servers, SourceKind } from './sourceKind.js';

/** What a contestant is handed. */
export interface BenchData {
  /** Where the demo's sources are, all of one kind, as `openSource` takes them. */
  readonly urls: Readonly<Record<string, string>>;
  /** A folder of this run's own, and of this kind of source's. */
  readonly dir: string;
}

/** Where one of the demo's sources is. */
export function urlOf({ urls }: BenchData, source: string): string {
  const url = urls[source];
  if (url === undefined) throw new Error(`the demo has no source named ${source}`);
  return url;
}

/** Where a source that is a file lies; null for one on a server. */
export function fileOf(url: string): string | null {
  return /^sqlite:(.+)$/.exec(url)?.[1] ?? null;
}

/** The data by kind of source, with folders that `remove` removes again. */
export interface Prepared {
  readonly data: ReadonlyMap<SourceKind, BenchData>;
  readonly remove: () => Promise<void>;
}

/** Prepares the demo's data in each kind of source. What is there already is used again. */
export async function prepareData(
  kinds: readonly SourceKind[],
  servers: Servers,
  say: (line: string) => void,
): Promise<Prepared> {
  const dataDir = join(projectDir, '.tongdao');
  const found = new Map<SourceKind, ReadonlyMap<SourceName, string>>();
  for (const kind of kinds) {
    const demo = await prepareDemo(dataDir, say, kind === 'sqlite' ? undefined : servers[kind]);
    found.set(kind, demo.sources);
  }
  // Not in the system's folder for such: it may be memory, on which a record costs nothing.
  const ofRun = await mkdtemp(join(dataDir, 'bench-'));
  const data = new Map<SourceKind, BenchData>();
  for (const [kind, sources] of found) {
    const dir = join(ofRun, kind);
    await mkdir(dir);
    data.set(kind, { urls: Object.fromEntries(sources), dir });
  }
  return { data, remove: () => rm(ofRun, { recursive: true, force: true }) };
}
