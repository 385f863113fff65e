import type { FieldNode } from 'graphql';

import type { Contract } from '../contract/contract.js';
import { deepFreeze } from '../shared/deepFreeze.js';

import { collectFields, type Inclusion } from './operation/collectFields.js';
import type { ResolvedOperation } from './operation/resolveOperation.js';
import type { PlanContext } from './planContext.js';
import type { QueryPlan } from './queryPlan.js';
import { rootPlanners, type RootStep } from './rootPlanners.js';

function compile(context: PlanContext, key: string, nodes: readonly FieldNode[]): RootStep {
  const [node] = nodes;
  if (!node) throw new TypeError('a response key has no field');
  const root = context.contract.roots.get(node.name.value);
  if (!root) return rootPlanners.schema.compile({ key, nodes });
  const { kind, decision } = root;
  return rootPlanners[kind].compile({ context, decision, key, node, nodes });
}

/** Compiles a valid operation under a contract to a frozen plan. */
export function compilePlan(
  contract: Contract,
  resolved: ResolvedOperation,
  inclusion: Inclusion,
): QueryPlan {
  const context: PlanContext = {
    contract,
    resolved,
    inclusion,
    fetches: [],
    lists: [],
    tests: [],
    hashed: [],
  };
  const { operation } = resolved;
  const collected = collectFields(resolved, [operation.selectionSet], inclusion);
  const roots = [...collected].map(([key, nodes]) => compile(context, key, nodes));
  const fragments = [...resolved.fragments.values()];
  const { fetches, lists, tests, hashed } = context;
  return deepFreeze({ kind: 'query', operation, fragments, roots, fetches, lists, tests, hashed });
}
