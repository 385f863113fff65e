import type { Field } from '../../catalog/model/catalog.js';
import type { Column } from '../../source/column/column.js';
import { isReadAlike } from '../../source/column/isReadAlike.js';
import type { Order } from '../../source/request/fetchRequest.js';
import { allOf } from '../../source/request/filter.js';
import type { BindContext } from '../bindContext.js';
import { bindRowFacts, scanCost, type BoundFacts } from '../facts/boundFacts.js';
import { highestLevel } from '../facts/highestLevel.js';
import { mergeReads, readsFor } from '../facts/reads.js';
import { fieldArguments } from '../operation/fieldArguments.js';
import type { PlanBinder } from '../planBinder.js';
import type { ListPlan } from '../rows/rowShape.js';
import { bindWhere, requireConditionVariables } from '../where/bindWhere.js';
import { noWhere, type BoundWhere } from '../where/boundWhere.js';

import { bindOrder } from './bindOrder.js';
import { bindPage } from './bindPage.js';
import type { BoundList, BoundPage } from './boundList.js';
import { cursorsFor } from './cursors.js';

/**
 * Writes what a list's cursors are bound to. The page is left out, so that an app may change the
 * size of its pages, or its direction, on the way.
 */
function writeCursorContext(
  { typeName, node }: ListPlan,
  where: unknown,
  orderBy: unknown,
  order: readonly Order[],
  { requester, purpose, contract }: BindContext,
): string {
  const client = requester.kind === 'client' ? requester.client : null;
  const field = [typeName, node.name.value];
  const asked = [where ?? null, orderBy ?? null, order.map(({ direction }) => direction)];
  return JSON.stringify([client, purpose, contract.fingerprint, field, asked]);
}

/** Finds the columns of an order in a row, and adds those that the fetch does not read. */
function placeOrder(order: readonly Order[], read: readonly Column[]) {
  const columns = [...read];
  const orderIndexes = order.map(({ column }) => {
    const known = columns.findIndex((one) => isReadAlike(one, column));
    return known >= 0 ? known : columns.push(column) - 1;
  });
  return { columns, orderIndexes };
}

/** The fields that a list is sorted by. An order reads a field as much as a condition does. */
function orderedFields({ decision }: ListPlan, orderBy: unknown): readonly Field[] {
  const names = ((orderBy ?? []) as readonly object[]).flatMap((part) => Object.keys(part));
  return names.flatMap((name) => decision.fields.get(name)?.field ?? []);
}

/** The facts of a whole page: those of each row, of the conditions and of the order. */
function bindFacts(
  step: ListPlan,
  row: BoundFacts,
  where: BoundWhere,
  ordered: readonly Field[],
  { size }: BoundPage,
): BoundFacts {
  const total = step.hasTotal ? scanCost : 0;
  const names = ordered.map(({ name }) => name);
  return {
    rows: step.hasPage ? size * Math.max(row.rows, 1) : 0,
    extraCost: row.extraCost + where.facts.extraCost + total,
    reads: mergeReads([
      row.reads,
      where.facts.reads,
      ...(ordered.length > 0 ? [readsFor('SORT', step.decision.resource.name, names)] : []),
    ]),
    level: highestLevel([row.level, where.facts.level, ...ordered.map(({ level }) => level)]),
  };
}

/** What one row of a list costs, and its conditions. */
type Costs = Pick<BoundFacts, 'rows' | 'extraCost'>;

/**
 * Binds a list: its conditions, order and page, within the row scope.
 *
 * @param sizeBy tells the size of its pages where nobody asks for one
 */
export function bindList(
  step: ListPlan,
  binder: PlanBinder,
  sizeBy?: (costs: Costs) => number,
): BoundList {
  const { context, variables } = binder;
  requireConditionVariables(step.node, variables);
  const given = fieldArguments(step.typeName, step.node, context.contract, variables);
  const { where, orderBy } = given;
  const order = bindOrder(orderBy, step);
  const bound = writeCursorContext(step, where, orderBy, order, context);
  const cursors = cursorsFor(context.cursorKey, bound);
  const conditions = where === undefined ? noWhere : bindWhere(where, step.decision, context);
  const row = bindRowFacts(step.facts, binder);
  const asked = bindPage(given, order, cursors, context.limits);
  const extraCost = row.extraCost + conditions.facts.extraCost;
  const page = sizeBy ? { ...asked, size: sizeBy({ rows: row.rows, extraCost }) } : asked;
  const { columns } = step.fetch;
  return {
    plan: step,
    filter: allOf([binder.scopeOf(step.fetch), conditions.filter]),
    where: conditions,
    order,
    ...(step.hasCursors || step.isVouched
      ? placeOrder(order, columns)
      : { columns, orderIndexes: [] }),
    page,
    cursors,
    facts: bindFacts(step, row, conditions, orderedFields(step, orderBy), page),
  };
}
