import type { FieldNode, SelectionSetNode } from 'graphql';

import { areVouched } from '../../catalog/model/areUnique.js';
import type { Resource } from '../../catalog/model/catalog.js';
import { maskRules } from '../../mask/rules/maskRules.js';
import type { ResourceDecision } from '../../policy/model/decisions.js';
import type { Column } from '../../source/column/column.js';
import { gatherRowFacts } from '../facts/gatherRowFacts.js';
import { collectFields, selectionSetsOf } from '../operation/collectFields.js';
import { compileList } from '../page/compileList.js';
import type { PlanContext } from '../planContext.js';

import { ColumnList } from './columnList.js';
import { compileSteps } from './compileSteps.js';
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
  const targetColumns = new ColumnList();
  const { from, to, junction } = compileSteps(context, link, decision, target);
  const following = {
    key,
    fromIndexes: from.map((column) => columns.indexOf(column)),
    to,
    toIndexes: to.map((column) => targetColumns.indexOf(column)),
  };
  if (link.isMany) {
    const typeName = decision.resource.name;
    const list = compileList(context, target, typeName, nodes, targetColumns, compileRow);
    return { kind: 'manyLink', ...following, list, junction };
  }
  const fetch = openFetch(context, target, targetColumns);
  // A key is watched where it is kept, and closes its resource when it is no more. Other columns are not.
  const isVouched = !isKey(to, target.resource) || areVouched(to, target.resource);
  const row = compileRow(context, target, selectionSetsOf(nodes), targetColumns);
  return { kind: 'link', ...following, fetch, isVouched, row };
}

function isKey(to: readonly Column[], { key, fields }: Resource): boolean {
  const columns = key.map((name) => fields.get(name)?.column.name);
  return columns.length > 0 && columns.every((name) => to.some((column) => column.name === name));
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
