import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

import type { CatalogVersion, SourceName } from '../shared/brand.js';
import type { ColumnShape, SourceShape } from '../source/sourceShape.js';

type Shapes = ReadonlyMap<SourceName, SourceShape>;

/** As the file has it. */
interface Kept {
  readonly version: CatalogVersion;
  readonly shapes: readonly (readonly [
    SourceName,
    readonly (readonly [string, readonly (readonly [string, ColumnShape])[]])[],
  ])[];
}

/**
 * Keeps what the sources held when catalogs were compiled without a fault, so that one column which is
 * dropped later does not keep the whole channel from starting again.
 */
export async function keepShapes(
  file: string,
  version: CatalogVersion,
  shapes: Shapes,
): Promise<void> {
  const kept: Kept = {
    version,
    shapes: Array.from(shapes, ([source, shape]) => [
      source,
      Array.from(shape, ([table, columns]) => [table, [...columns]] as const),
    ]),
  };
  const text = JSON.stringify(kept);
  if (text === (await readFile(file, 'utf8').catch(() => null))) return;
  await mkdir(dirname(file), { recursive: true });
  // A file that is written in part would be none.
  const beside = `${file}.${process.pid}`;
  await writeFile(beside, text, { mode: 0o600 });
  await rename(beside, file);
}

/** What the sources held when the same catalogs were last without a fault; null where that is not known. */
export async function lastShapes(file: string, version: CatalogVersion): Promise<Shapes | null> {
  try {
    // Written by `keepShapes`, in a folder that is the gateway's own.
    const kept = JSON.parse(await readFile(file, 'utf8')) as Kept;
    if (kept.version !== version) return null;
    return new Map(
      kept.shapes.map(([source, tables]) => [
        source,
        new Map(tables.map(([table, columns]) => [table, new Map(columns)])),
      ]),
    );
  } catch {
    return null;
  }
}
