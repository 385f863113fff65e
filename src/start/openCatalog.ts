import {
  catalogVersion,
  compileCatalog,
  type CheckedCatalog,
} from '../catalog/compile/compileCatalog.js';
import { CatalogError } from '../catalog/fault/catalogError.js';
import type { CatalogText } from '../catalog/read/sdl/parseCatalogs.js';
import type { SourceName } from '../shared/brand.js';
import type { Connector } from '../source/connector.js';
import type { SourceShape } from '../source/sourceShape.js';
import { SourceUnreachable } from '../sources/gate/sourceUnreachable.js';
import { openSource, type ObservedStatement, type SourceOptions } from '../sources/openSource.js';
import type { SourceLimits } from '../sources/sourceLimits.js';

import { lastShapes } from './lastShapes.js';

/** What a catalog is compiled from. */
export interface CatalogDeployment {
  readonly vocabulary: string;
  readonly catalogs: readonly CatalogText[];
  /** URLs of the sources, by the name that catalogs call them by. */
  readonly sources: ReadonlyMap<SourceName, string>;
  /**
   * Where it is kept what the sources held when the catalogs were last without a fault. Without it, a
   * column that has gone since is a fault.
   */
  readonly shapesFile?: string;
  /** What bounds the statements at each source, where it is not the default. */
  readonly sourceLimits?: Partial<SourceLimits>;
  /** Sees every statement that goes to a source; for tests that count them. */
  readonly observe?: (statement: ObservedStatement) => void;
}

export interface OpenCatalog {
  readonly catalog: CheckedCatalog;
  readonly connectors: ReadonlyMap<SourceName, Connector>;
  /** What the sources hold. The catalog may have been compiled against what they held before. */
  readonly shapes: ReadonlyMap<SourceName, SourceShape>;
  /** Whether it was compiled against that, or against what they held before they drifted. */
  readonly compiledAgainst: 'NOW' | 'BEFORE';
}

/**
 * Reads all shapes at once, because each source must be connected to, or have its thread started.
 */
async function readShapes(
  connectors: ReadonlyMap<SourceName, Connector>,
): Promise<ReadonlyMap<SourceName, SourceShape>> {
  const read = [...connectors].map(async ([name, connector]) => {
    try {
      return [name, await connector.shape()] as const;
    } catch (cause) {
      const hint = cause instanceof SourceUnreachable ? cause.hint : null;
      throw new Error(
        `source "${name}" cannot be read: ${hint ?? 'check its setting and its rights'}`,
        { cause },
      );
    }
  });
  return new Map(await Promise.all(read));
}

/**
 * Compiles the catalogs against what their sources hold; where that gives faults, and the same catalogs
 * were without before, against what they held then. What has drifted since is marked by `catalogNow`.
 */
async function compileAgainst(
  shapes: ReadonlyMap<SourceName, SourceShape>,
  { vocabulary, catalogs: texts, shapesFile: file }: CatalogDeployment,
  connectors: ReadonlyMap<SourceName, Connector>,
): Promise<Pick<OpenCatalog, 'catalog' | 'compiledAgainst'>> {
  const capabilities = new Map(
    Array.from(connectors, ([name, connector]) => [name, connector.capabilities] as const),
  );
  const input = { vocabulary, texts, capabilities };
  try {
    return { catalog: compileCatalog({ ...input, shapes }), compiledAgainst: 'NOW' };
  } catch (error) {
    if (!(error instanceof CatalogError) || file === undefined) throw error;
    const last = await lastShapes(file, catalogVersion(input));
    // A source that was named anew, or is named no more, is no drift.
    const named = (of: ReadonlyMap<SourceName, unknown>) => JSON.stringify([...of.keys()].sort());
    if (!last || named(last) !== named(shapes)) throw error;
    return { catalog: compileCatalog({ ...input, shapes: last }), compiledAgainst: 'BEFORE' };
  }
}

function openNamed(name: SourceName, url: string, options: SourceOptions): Connector {
  try {
    return openSource(url, options);
  } catch (cause) {
    const what = cause instanceof Error ? cause.message : 'it cannot be opened';
    throw new Error(`source "${name}": ${what}`, { cause });
  }
}

/**
 * Compiles the catalogs against the live sources, which stay open.
 *
 * @param onUnknownName told of a source where a statement named what it does not have
 */
export async function openCatalog(
  deployment: CatalogDeployment,
  onUnknownName: (source: SourceName) => void = () => undefined,
): Promise<OpenCatalog> {
  const connectors = new Map<SourceName, Connector>();
  const { sourceLimits: limits, observe } = deployment;
  try {
    for (const [name, url] of deployment.sources) {
      const told = () => {
        onUnknownName(name);
      };
      connectors.set(name, openNamed(name, url, { limits, observe, onUnknownName: told }));
    }
    const shapes = await readShapes(connectors);
    const compiled = await compileAgainst(shapes, deployment, connectors);
    return { ...compiled, connectors, shapes };
  } catch (error) {
    await closeAll(connectors);
    throw error;
  }
}

/** Closes sources. */
export async function closeAll(connectors: ReadonlyMap<SourceName, Connector>): Promise<void> {
  await Promise.all([...connectors.values()].map((connector) => connector.close()));
}
