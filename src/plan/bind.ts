import { unreachable } from '../shared/unreachable.js';
import type { Filter } from '../source/filter.js';

import type { BindContext, BoundList, BoundPlan, BoundRoot } from './boundPlan.js';
import { bindReads, wheresOf } from './facts/bindReads.js';
import { conditionsNeedOccasion } from './facts/occasion.js';
import type { Variables } from './operation/bindVariables.js';
import { bindList } from './page/bindList.js';
import type { Fetch, ListStep, QueryPlan, RootStep } from './queryPlan.js';
import { bindAggregate } from './roots/bindAggregate.js';
import { bindBatchLookup, bindLookup } from './roots/bindLookup.js';
import { bindStatistics } from './roots/bindStatistics.js';
import { bindVerify } from './roots/bindVerify.js';
import { bindHashKeys } from './rows/bindHashKeys.js';
import { bindScope } from './where/bindScope.js';

const noLinks: BoundPlan['links'] = new Map();

/** Binds the lists that stand at no root. */
function bindLinks(
  { roots, lists }: QueryPlan,
  listOf: (step: ListStep) => BoundList,
): BoundPlan['links'] {
  const atRoot = new Set(roots.flatMap((root) => (root.kind === 'list' ? root.list : [])));
  const below = lists.filter((step) => !atRoot.has(step));
  return new Map(below.map((step) => [step, listOf(step)] as const));
}

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

  function scopeOf({ id }: Fetch): Filter {
    const scope = scopes[id];
    if (!scope) throw new TypeError('a fetch of the plan has no scope');
    return scope;
  }

  function listOf(step: ListStep): BoundList {
    return bindList(step, scopeOf(step.fetch), context, variables);
  }

  function bindRoot(step: RootStep): BoundRoot {
    switch (step.kind) {
      case 'lookup':
        return bindLookup(step, scopeOf(step.fetch), context, variables);
      case 'batchLookup':
        return bindBatchLookup(step, scopeOf(step.fetch), context, variables);
      case 'verify':
        return bindVerify(step, scopeOf(step.fetch), context, variables);
      case 'list':
        return { kind: 'list', step, list: listOf(step.list) };
      case 'aggregate':
        return bindAggregate(step, scopeOf(step.fetch), context, variables);
      case 'statistics':
        return bindStatistics(step, scopeOf(step.fetch), context, variables);
      case 'introspection':
      case 'empty':
      case 'typename':
        return { kind: 'other', step };
      default:
        return unreachable(step);
    }
  }

  const roots = plan.roots.map(bindRoot);
  const links = plan.lists.length > 0 ? bindLinks(plan, listOf) : noLinks;
  const hashKeys = bindHashKeys(plan, context);
  const wheres = Array.from(links.values(), ({ where }) => where);
  const reads = bindReads(plan.reads, [...wheresOf(roots), ...wheres], roots);
  const needsOccasion = plan.needsOccasion || conditionsNeedOccasion(plan, wheres, contract.types);
  return { plan, contract, variables, roots, scopes, links, hashKeys, reads, needsOccasion };
}
