import type { Catalog } from '../../catalog/model/catalog.js';
import type { Resource } from '../../catalog/model/catalog.js';
import type { FieldGrant, Grant, ResourceGrant } from '../../policy/model/grant.js';
import type { Client, PolicySnapshot } from '../../policy/model/policySnapshot.js';
import type { Rule } from '../../policy/model/rule.js';
import type { AgencyCode, ClientId, GrantId, PurposeCode } from '../../shared/brand.js';
import { sha256 } from '../../shared/sha256.js';

import { policySeed, type PolicySeed } from './policySeed.js';
import { SeedReader } from './seedReader.js';

/** What is wrong with a policy, all of it, each with its place. */
export class PolicyError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The policy cannot be used:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'PolicyError';
    this.problems = problems;
  }
}

type FieldSeed = PolicySeed['grants'][number]['resources'][string]['fields'][string];

function readField(
  name: string,
  { form, ...seed }: FieldSeed,
  resource: Resource | undefined,
  reader: SeedReader,
  place: string,
): FieldGrant {
  reader.field(resource, name, place);
  if (typeof form !== 'object') return { ...seed, form };
  return { ...seed, form: { mask: reader.mask(resource, name, form.mask, place) } };
}

function readGrant(seed: PolicySeed['grants'][number], reader: SeedReader): Grant {
  const resources = Object.entries(seed.resources).map(([name, given]): [string, ResourceGrant] => {
    const place = `grant ${seed.id}, ${name}`;
    const resource = reader.resource(name, place);
    const fields = Object.entries(given.fields).map(([field, stated]) => {
      reader.necessary(resource, field, seed.scenario, place);
      return [field, readField(field, stated, resource, reader, place)] as const;
    });
    for (const link of given.links) {
      if (resource && !resource.links.has(link)) {
        reader.problems.push(`${place}: ${name} has no link "${link}"`);
      }
    }
    if (given.verification && !given.reach.includes('VERIFY')) {
      reader.problems.push(`${place}: \`verification\` goes with the reach VERIFY`);
    }
    return [
      name,
      {
        reach: given.reach,
        fields: new Map(fields),
        links: given.links,
        rows: reader.condition(given.rows, resource, place),
        minors: given.minors,
        verification: given.verification,
      },
    ];
  });
  return {
    id: seed.id as GrantId,
    client: seed.client as ClientId,
    purpose: seed.purpose as PurposeCode,
    scenario: seed.scenario ?? null,
    validUntil: Date.parse(seed.validUntil),
    resources: new Map(resources),
  };
}

function readRule(seed: PolicySeed['rules'][number], reader: SeedReader): Rule {
  const place = `rule ${seed.id}`;
  const resource = reader.resource(seed.resource, place);
  const client = seed.client as ClientId | undefined;
  const purpose = seed.purpose as PurposeCode | undefined;
  if ('field' in seed) reader.field(resource, seed.field, place);
  if (seed.kind === 'MASK') {
    const mask = reader.mask(resource, seed.field, seed.mask, place);
    return { ...seed, client, purpose, mask };
  }
  return seed.kind === 'ROWS'
    ? { ...seed, client, purpose, rows: reader.condition(seed.rows, resource, place) }
    : { ...seed, client, purpose };
}

function readClient({ id, agency, attributes, keys }: PolicySeed['clients'][number]): Client {
  const values = Object.entries(attributes).map(([name, value]) => [name, [value].flat()] as const);
  return { id: id as ClientId, agency: agency as AgencyCode, attributes: new Map(values), keys };
}

/** The ids that stand more than once. */
function repeated(seeds: readonly { readonly id: string }[]): ReadonlySet<string> {
  const ids = seeds.map(({ id }) => id);
  return new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
}

/**
 * Compiles what a seed states against the catalog.
 *
 * @throws {PolicyError} with everything that is wrong
 */
export function compilePolicy(
  data: PolicySeed,
  catalog: Catalog,
  revision: string,
): PolicySnapshot {
  const reader = new SeedReader(catalog);
  for (const id of repeated(data.clients)) reader.problems.push(`client ${id}: it stands twice`);
  for (const id of repeated(data.grants)) reader.problems.push(`grant ${id}: its id stands twice`);
  for (const id of repeated(data.rules)) reader.problems.push(`rule ${id}: its id stands twice`);
  const clients = new Map(data.clients.map((seed) => [seed.id as ClientId, readClient(seed)]));
  const grants = new Map<ClientId, Map<PurposeCode, Grant>>();
  for (const seed of data.grants) {
    const grant = readGrant(seed, reader);
    const ofClient = grants.get(grant.client) ?? new Map<PurposeCode, Grant>();
    if (!clients.has(grant.client)) reader.problems.push(`grant ${seed.id}: no such client`);
    if (ofClient.has(grant.purpose)) {
      reader.problems.push(`grant ${seed.id}: its client has a grant of this purpose already`);
    }
    grants.set(grant.client, ofClient.set(grant.purpose, grant));
  }
  const rules = data.rules.map((seed) => readRule(seed, reader));
  for (const { id, client } of rules) {
    // A rule for a client that is none would restrict no one, and say so to no one.
    if (client !== undefined && !clients.has(client)) {
      reader.problems.push(`rule ${id}: no such client`);
    }
  }
  if (reader.problems.length > 0) throw new PolicyError(reader.problems);
  return Object.freeze({ revision, clients, grants, rules });
}

/**
 * Reads the text of a seed file.
 *
 * @throws {PolicyError} with everything that is wrong with its form
 */
export function readSeed(text: string): PolicySeed {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new PolicyError(['the file is JSON']);
  }
  return parseSeed(json);
}

/** Reads a seed that is parsed already; @throws {PolicyError} as `readSeed` does. */
export function parseSeed(json: unknown): PolicySeed {
  const parsed = policySeed.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new PolicyError(
    parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
  );
}

/**
 * Reads a policy from the text of its seed file.
 *
 * @throws {PolicyError} with everything that is wrong
 */
export function readPolicy(text: string, catalog: Catalog): PolicySnapshot {
  return compilePolicy(readSeed(text), catalog, sha256(text).slice(0, 16));
}
