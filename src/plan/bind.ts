import type { Filter } from '../source/filter.js';

import type { BindContext } from './bindContext.js';
import type { Binding } from './binding.js';
import type { BoundPlan } from './boundPlan.js';
import { planFacts } from './facts/planFacts.js';
import type { Variables } from './operation/bindVariables.js';
import { bindList } from './page/bindList.js';
import type { BoundList } from './page/boundList.js';
import type { QueryPlan } from './queryPlan.js';
import { bindRoot } from './rootPlanners.js';
import { bindHashKeys } from './rows/bindHashKeys.js';
import type { Fetch } from './rows/fetch.js';
import type { ListStep } from './rows/rowShape.js';
import { bindScope } from './where/bindScope.js';

/**
 * Binds a plan to one execution: arguments coerced and encoded for their columns, scopes resolved
 * for the requester, cursors opened, keys of hashes fetched.
 *
 * @param variables already coerced by `bindVariables`
 * @throws {ExchangeError} BAD_USER_INPUT or LIMIT_EXCEEDED
 */
export function bind(plan: QueryPlan, variables: Variables, context: BindContext): BoundPlan {
  const { contract, requester, today } = context;
  const scopeContext = { attributes: requester.attributes, today };
  const scopes = plan.fetches.map(({ scope, resource }) =>
    bindScope(scope, resource, scopeContext),
  );
  const links = new Map<ListStep, BoundList>();

  function scopeOf({ id }: Fetch): Filter {
    const scope = scopes[id];
    if (!scope) throw new TypeError('a fetch of the plan has no scope');
    return scope;
  }

  // The facts of a root ask for each list below it, so that none is left out.
  function linkedList(step: ListStep): BoundList {
    const known = links.get(step);
    if (known) return known;
    const bound = bindList(step, binding);
    links.set(step, bound);
    return bound;
  }

  const binding: Binding = { context, variables, scopeOf, linkedList };
  const roots = plan.roots.map((step) => bindRoot(step, binding));
  return {
    plan,
    contract,
    variables,
    roots,
    facts: planFacts(roots),
    scopes,
    links,
    hashKeys: bindHashKeys(plan, context),
  };
}
