import type { SourceName } from '../../shared/brand.js';
import { deepFreeze } from '../../shared/deepFreeze.js';
import type { SourceShape } from '../../source/sourceShape.js';
import type { Catalog, Resource } from '../model/catalog.js';
import { leadsTo } from '../model/leadsTo.js';

import type { Drift } from './drift.js';
import { resourceNow } from './resourceNow.js';

/** A catalog as its sources are, and where they have drifted away from it. */
export interface CatalogNow {
  readonly catalog: Catalog;
  readonly drift: readonly Drift[];
}

/** The fields to which links lead, as `Type.field`. */
function linkedFields({ resources }: Catalog): ReadonlySet<string> {
  return new Set(
    [...resources.values()].flatMap(({ links }) => [...links.values()].flatMap(leadsTo)),
  );
}

/**
 * Holds a compiled catalog to what its sources hold now. A field whose column cannot be read any more is
 * marked, and so is a resource of which a key, a link or an order has drifted; what has changed and can
 * be read is read as it is now. Where nothing has changed, the catalog itself is given.
 *
 * @param compiled as it was compiled, without a mark
 * @param shapes of the sources that could be read
 */
export function catalogNow(
  compiled: Catalog,
  shapes: ReadonlyMap<SourceName, SourceShape>,
): CatalogNow {
  const linked = linkedFields(compiled);
  const drift: Drift[] = [];
  const resources = new Map<string, Resource>();
  for (const [name, resource] of compiled.resources) {
    const shape = shapes.get(resource.source);
    const now = shape && resourceNow(resource, shape.get(resource.table), linked);
    resources.set(name, now ? deepFreeze(now.resource) : resource);
    if (now) drift.push(...now.drift);
  }
  const isSame = [...resources].every(([name, now]) => compiled.resources.get(name) === now);
  if (isSame) return { catalog: compiled, drift };
  return { catalog: Object.freeze({ version: compiled.version, resources }), drift };
}
