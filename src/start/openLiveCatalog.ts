import { closesResource, type Drift } from '../catalog/live/drift.js';
import { LiveCatalog, type DriftListener } from '../drift/liveCatalog.js';
import type { SourceName } from '../shared/brand.js';

import type { Deployment } from './deployment.js';
import { keepShapes } from './lastShapes.js';
import { openCatalog, type OpenCatalog } from './openCatalog.js';

interface DriftLog {
  warn(details: object, message: string): void;
  info(details: object, message: string): void;
}

const placeOf = ({ source, resource, field, column, role }: Drift) => ({
  source,
  resource,
  field,
  column,
  role,
});

/** Tells operators which column went, once when it went and once when it is back. */
function listenerOf(log: DriftLog): DriftListener {
  return {
    drifted: (found) => {
      for (const drift of found) {
        const outcome = closesResource(drift)
          ? 'nothing of its resource is answered'
          : 'its field has left the contracts';
        log.warn({ ...placeOf(drift), why: drift.why }, `a column has drifted: ${outcome}`);
      }
    },
    mended: (ended) => {
      for (const drift of ended) log.info(placeOf(drift), 'a column is again as the catalog says');
    },
    unseen: (source) => {
      log.warn({ source }, 'a source cannot be looked at; what it held last goes on to hold');
    },
  };
}

/** Compiles the catalogs, keeps what their sources hold for the next start, and follows the sources. */
export async function openLiveCatalog(
  deployment: Deployment,
  log: DriftLog,
): Promise<OpenCatalog & { readonly live: LiveCatalog }> {
  // Nothing is asked before the catalog is open, so nothing is missed.
  let suspect: (source: SourceName) => void = () => undefined;
  const opened = await openCatalog(deployment, (source) => {
    suspect(source);
  });
  const { catalog, shapes, connectors, compiledAgainst } = opened;
  const { shapesFile: file } = deployment;
  if (file !== undefined && compiledAgainst === 'NOW') {
    await keepShapes(file, catalog.version, shapes).catch(() => {
      log.warn({}, 'the data folder cannot be written: a start after a drift will find faults');
    });
  }
  const live = new LiveCatalog(catalog, shapes, connectors, listenerOf(log), deployment.drift);
  suspect = (source) => {
    live.suspect(source);
  };
  live.start();
  return { ...opened, live };
}
