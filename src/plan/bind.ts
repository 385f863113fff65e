import { unreachable } from '../shared/unreachable.js';

import { bindHashKeys } from './bindHashKeys.js';
import { bindList } from './bindList.js';
import { bindLookup } from './bindLookup.js';
import { bindScope } from './bindScope.js';
import type { Variables } from './bindVariables.js';
import type { BindContext, BoundPlan, BoundRoot } from './boundPlan.js';
import type { Filter } from './connector.js';
import type { QueryPlan, RootStep } from './queryPlan.js';

function bindRoot(
  step: RootStep,
  scopes: readonly Filter[],
  context: BindContext,
  variables: Variables,
): BoundRoot {
  switch (step.kind) {
    case 'lookup':
    case 'list': {
      const scope = scopes[step.fetch.id];
      if (!scope) throw new TypeError('a fetch of the plan has no scope');
      return step.kind === 'lookup'
        ? bindLookup(step, scope, context, variables)
        : bindList(step, scope, context, variables);
    }
    case 'introspection':
    case 'empty':
    case 'typename':
      return { kind: 'other', step };
    default:
      return unreachable(step);
  }
}

/**
 * Binds a plan to one execution: arguments coerced and encoded for their columns, scopes resolved
 * for the requester, cursors opened, keys of hashes fetched.
 *
 * @param variables already coerced by `bindVariables`
 * @throws {ExchangeError} BAD_USER_INPUT or LIMIT_EXCEEDED
 */
export function bind(plan: QueryPlan, variables: Variables, context: BindContext): BoundPlan {
  const { attributes } = context.requester;
  const scopes = plan.fetches.map(({ scope, resource }) => bindScope(scope, resource, attributes));
  const roots = plan.roots.map((step) => bindRoot(step, scopes, context, variables));
  const hashKeys = bindHashKeys(plan, context);
  return { plan, contract: context.contract, variables, roots, scopes, hashKeys };
}
