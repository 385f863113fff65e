import type { FieldNode, SelectionSetNode } from 'graphql';

import { areVouched } from '../../catalog/model/areUnique.js';
import type { ResourceDecision } from '../../policy/model/decisions.js';
import { gatherListedFacts } from '../facts/gatherRowFacts.js';
import { selectionSetsOf } from '../operation/collectFields.js';
import type { PlanContext } from '../planContext.js';
import type { ColumnList } from '../rows/columnList.js';
import { openFetch } from '../rows/openFetch.js';
import type { ConnectionEntry, ListPlan, RowShape } from '../rows/rowShape.js';

import { asksForCursors } from './compileConnection.js';

/** The signature of `compileRow`, which compiles each row and, through links, further lists. */
export type CompileRow = (
  context: PlanContext,
  decision: ResourceDecision,
  selectionSets: readonly SelectionSetNode[],
  columns: ColumnList,
) => RowShape;

/** A list that an operation asks for. */
interface AskedList {
  readonly context: PlanContext;
  readonly decision: ResourceDecision;
  /** The type that has the field. */
  readonly typeName: string;
  readonly nodes: readonly FieldNode[];
  /** The columns that the fetch reads; those of its rows are added. */
  readonly columns: ColumnList;
  readonly compileRow: CompileRow;
}

/**
 * Compiles a list to one fetch.
 *
 * @param entriesOf compiles what is asked of it, by what compiles the selections on each row
 */
export function listOf(
  { context, decision, typeName, nodes, columns, compileRow }: AskedList,
  entriesOf: (rowOf: (of: readonly FieldNode[]) => RowShape) => readonly ConnectionEntry[],
): ListPlan {
  const { pageBy } = decision.resource;
  const [node] = nodes;
  if (pageBy.length === 0 || !node) throw new TypeError('a resource without pageBy is listed');
  const fetch = openFetch(context, decision, columns);
  const entries = entriesOf((of) => compileRow(context, decision, selectionSetsOf(of), columns));
  const list: ListPlan = {
    node,
    typeName,
    decision,
    pageBy,
    // Days that are none stand together, where nulls do.
    isVouched: areVouched(pageBy, decision.resource) || pageBy.some(({ calendar }) => calendar),
    fetch,
    hasCursors: asksForCursors(entries),
    hasPage: entries.some(({ kind }) => kind !== 'totalCount' && kind !== 'typename'),
    hasTotal: entries.some(({ kind }) => kind === 'totalCount'),
    entries,
    facts: gatherListedFacts(decision.resource, entries),
  };
  context.lists.push(list);
  return list;
}
