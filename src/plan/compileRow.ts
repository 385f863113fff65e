import type { FieldNode, SelectionSetNode } from 'graphql';

import type { Column } from '../catalog/catalog.js';
import type { Contract } from '../contract/contract.js';
import { maskRules } from '../mask/maskRule.js';
import type { ResourceDecision } from '../policy/decision.js';

import { collectFields, selectionSetsOf, type Inclusion } from './collectFields.js';
import type { Fetch, KeyedEntry, LinkEntry, RowEntry, RowShape, ValueEntry } from './queryPlan.js';
import type { ResolvedOperation } from './resolveOperation.js';

/** What the compilation of one plan carries through its levels. */
export interface PlanContext {
  readonly contract: Contract;
  readonly resolved: ResolvedOperation;
  readonly inclusion: Inclusion;
  /** Every fetch so far; a fetch's id is its place here. */
  readonly fetches: Fetch[];
  /** Every value under a keyed mask so far. */
  readonly keyed: KeyedEntry[];
}

/** The columns that a fetch reads, each once, in the order in which they were asked for. */
export class ColumnList {
  readonly columns: Column[] = [];

  indexOf(column: Column): number {
    const known = this.columns.findIndex(({ name }) => name === column.name);
    return known >= 0 ? known : this.columns.push(column) - 1;
  }
}

/** Adds a fetch to the plan; its columns are added as the shape of its rows is compiled. */
export function openFetch(
  { fetches }: PlanContext,
  { resource, scope }: ResourceDecision,
  { columns }: ColumnList,
): Fetch {
  const { source, table } = resource;
  const fetch: Fetch = { id: fetches.length, resource, source, table, columns, scope };
  fetches.push(fetch);
  return fetch;
}

/** A response key asks for what its contract does not have: validation was passed by. */
function notInContract(): never {
  throw new TypeError('an operation asks for what its contract does not hold');
}

function compileLink(
  context: PlanContext,
  decision: ResourceDecision,
  key: string,
  nodes: readonly FieldNode[],
  columns: ColumnList,
): LinkEntry {
  const link = decision.links.get(nodes[0]?.name.value ?? '') ?? notInContract();
  const target = context.contract.types.get(link.target) ?? notInContract();
  const from = decision.fields.get(link.from) ?? notInContract();
  const to = target.fields.get(link.to) ?? notInContract();
  const targetColumns = new ColumnList();
  const toIndex = targetColumns.indexOf(to.field.column);
  const fetch = openFetch(context, target, targetColumns);
  const row = compileRow(context, target, selectionSetsOf(nodes), targetColumns);
  const fromIndex = columns.indexOf(from.field.column);
  return { kind: 'link', key, fromIndex, to: to.field.column, toIndex, fetch, row };
}

function compileEntry(
  context: PlanContext,
  decision: ResourceDecision,
  key: string,
  nodes: readonly FieldNode[],
  columns: ColumnList,
): RowEntry {
  const name = nodes[0]?.name.value ?? '';
  if (name === '__typename') return { kind: 'typename', key, name: decision.resource.name };
  if (decision.links.has(name)) return compileLink(context, decision, key, nodes, columns);
  const { field, form } = decision.fields.get(name) ?? notInContract();
  if (form.kind === 'WITHHELD') notInContract();
  const index = columns.indexOf(field.column);
  const entry: ValueEntry = { kind: 'value', key, field, form, index };
  if (form.kind === 'MASKED' && maskRules[form.mask.rule].isKeyed) {
    context.keyed.push({ entry, coordinate: `${decision.resource.name}.${name}` });
  }
  return entry;
}

/** Compiles the selections on one type to the shape of a row, adding the columns that it reads. */
export function compileRow(
  context: PlanContext,
  decision: ResourceDecision,
  selectionSets: readonly SelectionSetNode[],
  columns: ColumnList,
): RowShape {
  const collected = collectFields(context.resolved, selectionSets, context.inclusion);
  const entries = [...collected].map(([key, nodes]) =>
    compileEntry(context, decision, key, nodes, columns),
  );
  return { kind: 'row', entries };
}
