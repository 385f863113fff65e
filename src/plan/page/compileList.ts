import type { FieldNode } from 'graphql';

import type { ResourceDecision } from '../../policy/model/decisions.js';
import type { PlanContext } from '../planContext.js';
import type { ColumnList } from '../rows/columnList.js';
import type { ListPlan } from '../rows/rowShape.js';

import { compileConnection } from './compileConnection.js';
import { listOf, type CompileRow } from './listOf.js';

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
  const asked = { context, decision, typeName, nodes, columns, compileRow };
  return listOf(asked, (rowOf) => compileConnection(context, decision.resource.name, nodes, rowOf));
}
