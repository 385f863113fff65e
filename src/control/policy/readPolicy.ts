import type { Catalog } from '../../catalog/model/catalog.js';
import { canonicalKey } from '../../identity/keys/canonicalKey.js';
import type { Grant } from '../../policy/model/grant.js';
import type { PolicySnapshot } from '../../policy/model/policySnapshot.js';
import type { ClientId, PurposeCode } from '../../shared/brand.js';
import { sha256 } from '../../shared/sha256.js';

import { compileClient } from './clientSeed.js';
import { compileGrant } from './grantSeed.js';
import { Place } from './place.js';
import { PolicyError } from './policyError.js';
import type { PolicySeed } from './policySeed.js';
import { readSeed } from './readSeed.js';
import { compileRule } from './ruleSeed.js';

/** The ids that stand more than once. */
function repeated(seeds: readonly { readonly id: string }[]): ReadonlySet<string> {
  const ids = seeds.map(({ id }) => id);
  return new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
}

/** Those who have one key between them, each as the place of the one who has it first and of another. */
function sharedKeys({
  clients,
  administrators,
}: PolicySeed): readonly (readonly [string, string])[] {
  const holders = new Map<string, string>();
  const held = [
    ...clients.flatMap(({ id, keys }) => keys.map((key) => [`client ${id}`, key] as const)),
    ...administrators.map(({ id, key }) => [`administrator ${id}`, key] as const),
  ];
  return held.flatMap(([holder, key]) => {
    const text = canonicalKey(key);
    const first = holders.get(text) ?? holder;
    holders.set(text, first);
    return first === holder ? [] : [[first, holder] as const];
  });
}

/**
 * Compiles a seed against the catalog.
 *
 * @throws {PolicyError} with everything that is wrong
 */
export function compilePolicy(
  seed: PolicySeed,
  catalog: Catalog,
  revision: string,
): PolicySnapshot {
  const problems: string[] = [];
  const placeOf = (name: string) => new Place(name, catalog, problems);
  for (const id of repeated(seed.clients)) placeOf(`client ${id}`).tell('it stands twice');
  for (const id of repeated(seed.grants)) placeOf(`grant ${id}`).tell('its id stands twice');
  for (const id of repeated(seed.rules)) placeOf(`rule ${id}`).tell('its id stands twice');
  for (const [first, second] of sharedKeys(seed)) {
    placeOf(second).tell(`its key is that of ${first}; a key proves who asks, so it is of one`);
  }
  const clients = new Map(seed.clients.map((one) => [one.id as ClientId, compileClient(one)]));
  const grants = new Map<ClientId, Map<PurposeCode, Grant>>();
  for (const one of seed.grants) {
    const place = placeOf(`grant ${one.id}`);
    const grant = compileGrant(one, place);
    const ofClient = grants.get(grant.client) ?? new Map<PurposeCode, Grant>();
    if (!clients.has(grant.client)) place.tell('no such client');
    if (ofClient.has(grant.purpose)) {
      place.tell('its client has a grant of this purpose already');
    }
    grants.set(grant.client, ofClient.set(grant.purpose, grant));
  }
  const rules = seed.rules.map((one) => compileRule(one, placeOf(`rule ${one.id}`)));
  for (const { id, client } of rules) {
    // A rule for a client that is none would restrict no one, and say so to no one.
    if (client !== undefined && !clients.has(client)) placeOf(`rule ${id}`).tell('no such client');
  }
  if (problems.length > 0) throw new PolicyError(problems);
  return Object.freeze({ revision, clients, grants, rules });
}

/** Rules for a purpose that no grant of the file has: they would restrict nobody, and say so to nobody. */
function rulesOfNoPurpose({ grants, rules }: PolicySeed): readonly string[] {
  return rules.flatMap(({ id, client, purpose }) => {
    const isKnown = grants.some(
      (grant) => grant.purpose === purpose && (client === undefined || grant.client === client),
    );
    return purpose === undefined || isKnown ? [] : [`rule ${id}: no grant has its purpose`];
  });
}

/**
 * Reads a policy from the text of its seed file.
 *
 * @param lock the text of its lock, where there is one
 * @throws {PolicyError} with everything that is wrong
 */
export function readPolicy(text: string, catalog: Catalog, lock?: string): PolicySnapshot {
  const seed = readSeed(text, lock);
  const snapshot = compilePolicy(seed, catalog, sha256(text + (lock ?? '')).slice(0, 16));
  const idle = rulesOfNoPurpose(seed);
  if (idle.length > 0) throw new PolicyError(idle);
  return snapshot;
}
