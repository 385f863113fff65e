import type { Catalog } from '../catalog/model/catalog.js';
import type { Decisions } from '../policy/model/decisions.js';
import type { Fingerprint } from '../shared/brand.js';
import { sha256 } from '../shared/sha256.js';

import { scopeKeyOf } from './share/scopeKeyOf.js';
import { shapeKeyOf } from './share/shapeKeyOf.js';

/**
 * The fingerprint of what was decided: reach, forms, uses, links, scope conditions, verifications and
 * cubes under one catalog version. Requester, grant and expiry are not part of it.
 */
export function fingerprintOf(
  { resources }: Pick<Decisions, 'resources'>,
  catalog: Catalog,
): Fingerprint {
  const keys = Array.from(resources.values(), (decision) => [
    shapeKeyOf(decision),
    scopeKeyOf(decision, catalog),
  ]);
  return sha256(JSON.stringify([catalog.version, keys])) as Fingerprint;
}
