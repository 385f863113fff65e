import type { FieldNode } from 'graphql';

import type { Contract } from '../contract/contract.js';
import type { ResourceDecision } from '../policy/model/decisions.js';
import { deepFreeze } from '../shared/deepFreeze.js';

import { needsOccasion } from './facts/occasion.js';
import { readsOf } from './facts/reads.js';
import { collectFields, selectionSetsOf, type Inclusion } from './operation/collectFields.js';
import type { ResolvedOperation } from './operation/resolveOperation.js';
import type { BatchLookupRoot, LookupRoot, QueryPlan, RootStep } from './queryPlan.js';
import { compileAggregate } from './roots/compileAggregate.js';
import { compileStatistics } from './roots/compileStatistics.js';
import { compileVerify } from './roots/compileVerify.js';
import { compileList, compileRow } from './rows/compileRow.js';
import { ColumnList, openFetch, openKey, type PlanContext } from './rows/planContext.js';

function compileLookup(
  context: PlanContext,
  decision: ResourceDecision,
  key: string,
  node: FieldNode,
  nodes: readonly FieldNode[],
): LookupRoot {
  const columns = new ColumnList();
  const fetch = openFetch(context, decision, columns);
  const row = compileRow(context, decision, selectionSetsOf(nodes), columns);
  return { kind: 'lookup', key, node, decision, fetch, row };
}

function compileBatchLookup(
  context: PlanContext,
  decision: ResourceDecision,
  key: string,
  node: FieldNode,
  nodes: readonly FieldNode[],
): BatchLookupRoot {
  const columns = new ColumnList();
  // What a row has for its key tells whose it is.
  const { to, toIndex } = openKey(decision, columns);
  const fetch = openFetch(context, decision, columns);
  const row = compileRow(context, decision, selectionSetsOf(nodes), columns);
  return { kind: 'batchLookup', key, node, decision, fetch, to, toIndex, row };
}

function compileRoot(context: PlanContext, key: string, nodes: readonly FieldNode[]): RootStep {
  const [node] = nodes;
  if (!node) throw new TypeError('a response key has no field');
  const name = node.name.value;
  if (name === '__typename') return { kind: 'typename', key, name: 'Query' };
  if (name === '__schema' || name === '__type') return { kind: 'introspection', key, nodes };
  const root = context.contract.roots.get(name);
  switch (root?.kind) {
    case 'lookup':
      return compileLookup(context, root.decision, key, node, nodes);
    case 'batchLookup':
      return compileBatchLookup(context, root.decision, key, node, nodes);
    case 'verify':
    case 'batchVerify':
      return compileVerify(context, root.decision, key, nodes, root.kind === 'batchVerify');
    case 'list': {
      const list = compileList(context, root.decision, 'Query', nodes, new ColumnList());
      return { kind: 'list', key, list };
    }
    case 'aggregate':
      return compileAggregate(context, root.decision, key, node, nodes);
    case 'statistics':
      return compileStatistics(context, root.decision, key, node, nodes);
    case undefined:
      return { kind: 'empty', key };
  }
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
    keyed: [],
  };
  const { operation } = resolved;
  const collected = collectFields(resolved, [operation.selectionSet], inclusion);
  const roots = [...collected].map(([key, nodes]) => compileRoot(context, key, nodes));
  const fragments = [...resolved.fragments.values()];
  const { fetches, lists, keyed } = context;
  const reads = readsOf(roots);
  return deepFreeze({
    kind: 'query',
    operation,
    fragments,
    roots,
    fetches,
    lists,
    keyed,
    reads,
    needsOccasion: roots.some(needsOccasion),
  });
}
