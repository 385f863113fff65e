import { CatalogError } from '../../../catalog/fault/catalogError.js';
import type { Fault } from '../../../catalog/fault/fault.js';
import { catalogNow } from '../../../catalog/live/catalogNow.js';
import { closesResource, type Drift } from '../../../catalog/live/drift.js';
import type { Catalog } from '../../../catalog/model/catalog.js';
import type { Connector } from '../../../source/connector.js';
import { SourceUnreachable } from '../../../sources/gate/sourceUnreachable.js';
import { openSource } from '../../../sources/openSource.js';
import type { Deployment } from '../../deployment.js';
import { closeAll, openCatalog } from '../../openCatalog.js';
import { ok, warning, wrong, type Finding } from '../finding.js';

export interface CheckedSources {
  readonly findings: readonly Finding[];
  /** The catalog as the sources hold it now; null where it could not be compiled. */
  readonly catalog: Catalog | null;
}

const of = 'catalogs';

function whyNot(error: unknown): string {
  const hint = error instanceof SourceUnreachable ? error.hint : null;
  return hint === null ? 'it cannot be read' : `it cannot be read: ${hint}`;
}

async function reach({ sources, sourceLimits: limits }: Deployment): Promise<readonly Finding[]> {
  return Promise.all(
    Array.from(sources, async ([name, url]) => {
      const of = `source "${name}"`;
      let connector: Connector | undefined;
      try {
        connector = openSource(url, { limits });
        const shape = await connector.shape();
        const tables = [...shape.values()].filter(({ size }) => size > 0);
        return ok(of, `it answers (tables and views: ${tables.length})`);
      } catch (error) {
        return wrong(of, whyNot(error), 'Check its URL, its rights and its network.');
      } finally {
        await connector?.close();
      }
    }),
  );
}

const placeOf = ({ file, line, column }: Fault) => `${file}:${line}:${column}`;

function driftFinding(drift: Drift): Finding {
  const { resource, field, column, source, why } = drift;
  const lost = closesResource(drift)
    ? `nothing of ${resource} is answered`
    : `${resource}.${field ?? ''} has left the contracts`;
  return wrong(
    'drift',
    `${lost}: ${why} ("${column}" in source "${source}")`,
    'Bring the column back, or change the catalog.',
  );
}

/** Whether each source answers, and whether the catalogs fit what they hold now. */
export async function checkSources(deployment: Deployment): Promise<CheckedSources> {
  const reached = await reach(deployment);
  if (reached.some(({ verdict }) => verdict !== 'ok')) return { findings: reached, catalog: null };
  try {
    const { catalog: compiled, connectors, shapes } = await openCatalog(deployment);
    await closeAll(connectors);
    const { catalog, drift } = catalogNow(compiled, shapes);
    const told = drift.map(driftFinding);
    const warned = compiled.warnings.map((fault) =>
      warning(of, `${placeOf(fault)} ${fault.message}`, 'It refuses nothing.'),
    );
    const fit =
      told.length > 0
        ? []
        : [ok(of, `they fit what their sources hold (resources: ${compiled.resources.size})`)];
    return { findings: [...reached, ...fit, ...told, ...warned], catalog };
  } catch (error) {
    if (!(error instanceof CatalogError)) throw error;
    const faults = error.faults.map((fault) =>
      wrong(of, `${placeOf(fault)} ${fault.message}`, '`tongdao check` shows the lines.'),
    );
    return { findings: [...reached, ...faults], catalog: null };
  }
}
