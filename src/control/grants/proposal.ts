import type { Catalog } from '../../catalog/model/catalog.js';
import { approvalsNeeded, type NeededApproval } from '../../policy/decide/approvalsNeeded.js';
import { compileGrant, type GrantSeed } from '../policy/grantSeed.js';
import { formsOfEvery } from '../policy/lock/formsOfEvery.js';
import { resolvedGrant } from '../policy/lock/resolvedGrant.js';
import { statedGrant } from '../policy/lock/statedGrant.js';
import { Place } from '../policy/place.js';
import { PolicyError } from '../policy/policyError.js';
import { holdTo } from '../policy/policySeed.js';
import { refusalOf } from '../workflow/refusalOf.js';

import { withApprovals } from './withApprovals.js';

/** What a grant asks for, before anybody approved of it. */
export interface Proposal {
  readonly seed: GrantSeed;
  /** What is stated of each resource, with the fields that each "*" stands for now. It is what is kept. */
  readonly resources: Readonly<Record<string, unknown>>;
  readonly needed: readonly NeededApproval[];
  /** The grant as it would be with all approvals. */
  readonly approved: GrantSeed;
}

interface Stated {
  readonly id: string;
  readonly client: string;
  readonly purpose: string;
  readonly scenario: string | null;
  readonly validUntil: string;
  readonly resources: Readonly<Record<string, unknown>>;
}

/** The place of an approval that whoever makes the grant has stated. */
function selfApproved({ resources }: GrantSeed): readonly string[] {
  return Object.entries(resources).flatMap(([name, { fields }]) =>
    Object.entries(fields).flatMap(([field, { approvedBy }]) =>
      approvedBy === undefined ? [] : [`${name}.${field}`],
    ),
  );
}

/**
 * Reads what is to be granted, and finds who must approve of it.
 *
 * @throws {PolicyError} for what does not fit the catalog
 * @throws {ExchangeError} BAD_USER_INPUT for one that brings its approvals with it
 */
export function readProposal({ scenario, ...stated }: Stated, catalog: Catalog): Proposal {
  const form = { ...stated, ...(scenario !== null && { scenario }) };
  const problems: string[] = [];
  const place = new Place(`grant ${stated.id}`, catalog, problems);
  const seed = resolvedGrant(holdTo(statedGrant, form), (name, every) => {
    const resource = catalog.resources.get(name);
    return resource ? formsOfEvery(every, resource, scenario, place.within(name)) : {};
  });
  const [first] = selfApproved(seed);
  if (first !== undefined) {
    throw refusalOf(
      `\`approvedBy\` of ${first} is stated by who makes the grant; an approval is given by \`approveGrant\``,
    );
  }
  const grant = compileGrant(seed, place);
  if (problems.length > 0) throw new PolicyError(problems);
  const needed = approvalsNeeded(grant, catalog);
  const acts = needed.map(({ role, resources }) => ({
    role,
    resources,
    agency: 'any',
    number: 'any',
    at: '2000-01-01',
  }));
  const approved = { ...seed, resources: withApprovals(seed.resources, acts) };
  const resources = Object.entries(stated.resources).map(
    ([name, given]) =>
      [name, { ...(given as object), fields: seed.resources[name]?.fields }] as const,
  );
  return {
    seed,
    resources: Object.fromEntries(resources),
    needed,
    approved: approved as GrantSeed,
  };
}
