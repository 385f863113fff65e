import type { Attributes } from '../policy/model/requester.js';
import type { Filter } from '../source/request/filter.js';

import type { BindContext } from './bindContext.js';
import type { BoundPlan } from './boundPlan.js';
import { gatherPlanFacts } from './facts/planFacts.js';
import type { Variables } from './operation/bindVariables.js';
import { bindList } from './page/bindList.js';
import type { BoundList } from './page/boundList.js';
import type { PlanBinder } from './planBinder.js';
import type { QueryPlan } from './queryPlan.js';
import { bindRoot } from './rootPlanners.js';
import type { Fetch } from './rows/fetch.js';
import type { ListPlan } from './rows/rowShape.js';
import { bindScope, type ScopeContext } from './where/bindScope.js';
import { scopeIdentity } from './where/scopeIdentity.js';

const noKeys: BoundPlan['hashKeys'] = new Map();

/** What a plan's conditions on rows came to, for the attributes of a requester and a day. */
interface BoundScopes extends Pick<BoundPlan, 'scopes' | 'tests'> {
  readonly attributes: Attributes;
  readonly today: string;
}

/** Those of each plan that were bound last. Most plans are of one requester, for all of a day. */
const lastScopes = new WeakMap<QueryPlan, BoundScopes>();

function bindScopes(plan: QueryPlan, context: ScopeContext): BoundScopes {
  const { attributes, today } = context;
  const known = lastScopes.get(plan);
  if (known?.attributes === attributes && known.today === today) return known;
  const scopes = plan.fetches.map(({ scope, resource }) => bindScope(scope, resource, context));
  // Where an attribute is missing, no row is met, so none is clear.
  const tests = plan.tests.map(({ condition, resource }) =>
    bindScope(condition, resource, context),
  );
  const bound = { attributes, today, scopes, tests };
  lastScopes.set(plan, bound);
  return bound;
}

/** Fetches the keys of a plan's hashes. They belong to a grant, so a plan cannot hold them. */
function bindHashKeys(
  { hashed }: QueryPlan,
  { grant, hashKeys }: BindContext,
): BoundPlan['hashKeys'] {
  if (hashed.length === 0) return noKeys;
  const id = grant?.id ?? null;
  return new Map(hashed.map(({ entry, coordinate }) => [entry, hashKeys.keyOf(id, coordinate)]));
}

/**
 * Binds a plan to one execution: encodes arguments for their columns, resolves scopes for the
 * requester, opens cursors, fetches the keys of hashes.
 *
 * @param variables already coerced by `bindVariables`
 * @throws {ExchangeError} BAD_USER_INPUT or LIMIT_EXCEEDED
 */
export function bind(plan: QueryPlan, variables: Variables, context: BindContext): BoundPlan {
  const { contract, requester, today } = context;
  const { attributes } = requester;
  const scopeContext = { attributes, resources: contract.resources, today };
  const { scopes, tests } = bindScopes(plan, scopeContext);
  const links = new Map<ListPlan, BoundList>();

  function scopeOf({ id }: Fetch): Filter {
    const scope = scopes[id];
    if (!scope) throw new TypeError('a fetch of the plan has no scope');
    return scope;
  }

  function scopeIdentityOf({ scope, resource }: Fetch): string {
    return scopeIdentity(scope, resource, scopeContext);
  }

  // The facts of a root need every list below it, so no list is left unbound.
  function bindLinkedList(step: ListPlan): BoundList {
    const known = links.get(step);
    if (known) return known;
    const bound = bindList(step, binder);
    links.set(step, bound);
    return bound;
  }

  const binder: PlanBinder = { context, variables, scopeOf, scopeIdentityOf, bindLinkedList };
  const roots = plan.roots.map((step) => bindRoot(step, binder));
  return {
    plan,
    contract,
    // No client has an empty id.
    asker: requester.kind === 'client' ? requester.client : '',
    variables,
    roots,
    facts: gatherPlanFacts(roots),
    scopes,
    tests,
    links,
    hashKeys: bindHashKeys(plan, context),
  };
}
