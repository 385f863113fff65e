import type { FieldNode, SelectionSetNode } from 'graphql';

import { areVouched } from '../../catalog/model/areUnique.js';
import { maskRules } from '../../mask/rules/maskRules.js';
import type { ResourceDecision } from '../../policy/model/decisions.js';
import { gatherRowFacts } from '../facts/gatherRowFacts.js';
import { collectFields, selectionSetsOf } from '../operation/collectFields.js';
import { compileList } from '../page/compileList.js';
import type { PlanContext } from '../planContext.js';

import { ColumnList } from './columnList.js';
import { linkEnds } from './linkEnds.js';
import { openFetch } from './openFetch.js';
import type { LinkEntry, ManyLinkEntry, RowEntry, RowShape, ValueEntry } from './rowShape.js';
import { testColumn } from './testColumn.js';

/** Only an operation that skipped validation comes here. */
function notInContract(): never {
  throw new TypeError('an operation asks for what its contract does not hold');
}

function compileLink(
  context: PlanContext,
  decision: ResourceDecision,
  key: string,
  nodes: readonly FieldNode[],
  columns: ColumnList,
): LinkEntry | ManyLinkEntry {
  const link = decision.links.get(nodes[0]?.name.value ?? '') ?? notInContract();
  const target = context.contract.types.get(link.target) ?? notInContract();
  const from = decision.fields.get(link.from) ?? notInContract();
  const to = target.fields.get(link.to) ?? notInContract();
  const targetColumns = new ColumnList();
  const following = {
    key,
    fromIndexes: [columns.indexOf(from.field.column)],
    to: [linkEnds(from.field.column, to.field.column).to],
    toIndexes: [targetColumns.indexOf(to.field.column)],
  };
  if (link.isMany) {
    const typeName = decision.resource.name;
    const list = compileList(context, target, typeName, nodes, targetColumns, compileRow);
    return { kind: 'manyLink', ...following, list };
  }
  const fetch = openFetch(context, target, targetColumns);
  const isVouched = areVouched(following.to, target.resource);
  const row = compileRow(context, target, selectionSetsOf(nodes), targetColumns);
  return { kind: 'link', ...following, fetch, isVouched, row };
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
  const coordinate = `${decision.resource.name}.${name}`;
  const testIndex =
    form.kind === 'BY_ROW'
      ? columns.indexOf(testColumn(context, form.clearWhere, decision.resource))
      : null;
  const entry: ValueEntry = { kind: 'value', key, field, coordinate, form, index, testIndex };
  if (form.kind !== 'CLEAR' && maskRules[form.mask.rule].isKeyed) {
    context.hashed.push({ entry, coordinate });
  }
  return entry;
}

/**
 * Compiles the selections on one type to the shape of a row, and adds the columns that it reads.
 */
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
  return { kind: 'row', entries, facts: gatherRowFacts(decision.resource, entries) };
}
