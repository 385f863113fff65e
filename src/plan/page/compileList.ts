import type { FieldNode, SelectionSetNode } from 'graphql';

import { areVouched } from '../../catalog/model/areUnique.js';
import type { ResourceDecision } from '../../policy/model/decisions.js';
import { gatherListedFacts } from '../facts/gatherRowFacts.js';
import { selectionSetsOf } from '../operation/collectFields.js';
import type { PlanContext } from '../planContext.js';
import type { ColumnList } from '../rows/columnList.js';
import { openFetch } from '../rows/openFetch.js';
import type { ListPlan, RowShape } from '../rows/rowShape.js';

import { asksForCursors, compileConnection } from './compileConnection.js';

/** The signature of `compileRow`, which compiles each row and, through links, further lists. */
export type CompileRow = (
  context: PlanContext,
  decision: ResourceDecision,
  selectionSets: readonly SelectionSetNode[],
  columns: ColumnList,
) => RowShape;

/**
 * Compiles a list, of a root or behind a link, to one fetch in the shape of a Relay connection.
 *
 * @param typeName the type that has the field
 * @param columns the columns that the fetch reads; those of its rows are added
 */
export function compileList(
  context: PlanContext,
  decision: ResourceDecision,
  typeName: string,
  nodes: readonly FieldNode[],
  columns: ColumnList,
  compileRow: CompileRow,
): ListPlan {
  const { name, pageBy } = decision.resource;
  const [node] = nodes;
  if (pageBy.length === 0 || !node) throw new TypeError('a resource without pageBy is listed');
  const fetch = openFetch(context, decision, columns);
  const entries = compileConnection(context, name, nodes, (of) =>
    compileRow(context, decision, selectionSetsOf(of), columns),
  );
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
