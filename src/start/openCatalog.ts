import { compileCatalog } from '../catalog/compile/compileCatalog.js';
import type { Catalog } from '../catalog/model/catalog.js';
import type { CatalogText } from '../catalog/read/parseCatalogs.js';
import type { SourceName } from '../shared/brand.js';
import type { Connector } from '../source/connector.js';
import type { SourceShape } from '../source/sourceShape.js';
import { openSource, type ObservedStatement } from '../sources/openSource.js';
import type { SourceLimits } from '../sources/sourceLimits.js';

/** What a catalog is compiled from. */
export interface CatalogDeployment {
  readonly vocabulary: string;
  readonly catalogs: readonly CatalogText[];
  /** URLs of the sources, by the name that catalogs call them by. */
  readonly sources: ReadonlyMap<SourceName, string>;
  /** What bounds the statements at each source, where it is not the default. */
  readonly sourceLimits?: Partial<SourceLimits>;
  /** Sees every statement that goes to a source; for tests that count them. */
  readonly observe?: (statement: ObservedStatement) => void;
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
      throw new Error(`source "${name}" cannot be read: check its setting and its rights`, {
        cause,
      });
    }
  });
  return new Map(await Promise.all(read));
}

/** Compiles the catalogs against the live sources, which stay open. */
export async function openCatalog(
  deployment: CatalogDeployment,
): Promise<{ catalog: Catalog; connectors: ReadonlyMap<SourceName, Connector> }> {
  const connectors = new Map<SourceName, Connector>();
  const { sourceLimits: limits, observe } = deployment;
  for (const [name, url] of deployment.sources) {
    connectors.set(name, openSource(url, { limits, observe }));
  }
  try {
    const { vocabulary, catalogs: texts } = deployment;
    const catalog = compileCatalog({
      vocabulary,
      texts,
      shapes: await readShapes(connectors),
      capabilities: new Map(
        Array.from(connectors, ([name, connector]) => [name, connector.capabilities] as const),
      ),
    });
    return { catalog, connectors };
  } catch (error) {
    await closeAll(connectors);
    throw error;
  }
}

/** Closes sources. */
export async function closeAll(connectors: ReadonlyMap<SourceName, Connector>): Promise<void> {
  await Promise.all([...connectors.values()].map((connector) => connector.close()));
}
