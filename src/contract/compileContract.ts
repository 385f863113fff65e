import type { Catalog } from '../catalog/model/catalog.js';
import type { Decisions, ResourceDecision } from '../policy/model/decisions.js';

import type { Contract, Root } from './contract.js';
import { fingerprintOf } from './fingerprintOf.js';
import { ContractParts } from './share/contractParts.js';
import { scopeKeyOf } from './share/scopeKeyOf.js';
import type { ResourceTypes } from './share/typeGroup.js';

function junctionsOf(
  types: Contract['types'],
  decided: ReadonlyMap<string, ResourceDecision>,
): Contract['junctions'] {
  const found = new Map<string, ResourceDecision>();
  for (const { links } of types.values()) {
    for (const { steps } of links.values()) {
      for (const { target } of steps.slice(0, -1)) {
        const junction = decided.get(target);
        if (junction) found.set(target, junction);
      }
    }
  }
  return found;
}

/** The parts of the contracts of each catalog. */
const partsOf = new WeakMap<Catalog, ContractParts>();

/** The decision as contracts share it, with the row scope of this one. */
function shared(
  decision: ResourceDecision,
  { decision: alike }: ResourceTypes,
  catalog: Catalog,
): ResourceDecision {
  const isEqual = scopeKeyOf(decision, catalog) === scopeKeyOf(alike, catalog);
  return isEqual ? alike : Object.freeze({ ...alike, scope: decision.scope });
}

/**
 * Compiles decisions to the only schema that their requester has. Withheld fields are not in it. Neither
 * are types without a visible field, nor links to them; such a resource may still be verified and counted
 * in statistics.
 */
export function compileContract({ resources: decided }: Decisions, catalog: Catalog): Contract {
  const parts = partsOf.get(catalog) ?? new ContractParts();
  partsOf.set(catalog, parts);
  const { schema, resources: made, size: ofParts } = parts.of(decided);
  const all = new Map<string, ResourceDecision>();
  const types = new Map<string, ResourceDecision>();
  const roots = new Map<string, Root>();
  for (const [name, of] of made) {
    const own = decided.get(name);
    if (!own) throw new TypeError('a contract has types of what was not decided');
    const decision = shared(own, of, catalog);
    all.set(name, decision);
    if (of.isVisible) types.set(name, decision);
    for (const [kind, [field]] of of.roots) roots.set(field, { kind, decision });
  }
  const fingerprint = fingerprintOf({ resources: all }, catalog);
  const { resources } = catalog;
  const junctions = junctionsOf(types, all);
  const size = 4_000 + 100 * (all.size + roots.size) + ofParts;
  return Object.freeze({ fingerprint, schema, types, junctions, resources, roots, size });
}
