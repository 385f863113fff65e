import type { Field } from '../../catalog/model/catalog.js';
import type { Column } from '../../source/column.js';
import type { Order } from '../../source/fetchRequest.js';
import { allOf } from '../../source/filter.js';
import type { BindContext } from '../bindContext.js';
import type { Binding } from '../binding.js';
import { boundFactsOf, throughManyRows, type BoundFacts } from '../facts/boundFacts.js';
import { highestLevel } from '../facts/highestLevel.js';
import { mergeReads, readsFor } from '../facts/reads.js';
import { fieldArguments } from '../operation/fieldArguments.js';
import type { ListStep } from '../rows/rowShape.js';
import { bindWhere, requireConditionVariables } from '../where/bindWhere.js';
import { noWhere, type BoundWhere } from '../where/boundWhere.js';

import { bindOrder } from './bindOrder.js';
import { bindPage } from './bindPage.js';
import type { BoundList, BoundPage } from './boundList.js';
import { cursorsFor } from './cursors.js';

/**
 * What a list's cursors are bound to. Which page is asked for is left out, so that an app may change
 * the size of its pages on the way, and turn round.
 */
function cursorContext(
  { typeName, node }: ListStep,
  where: unknown,
  orderBy: unknown,
  { requester, purpose, contract }: BindContext,
): string {
  const client = requester.kind === 'client' ? requester.client : null;
  const field = [typeName, node.name.value];
  const asked = [where ?? null, orderBy ?? null];
  return JSON.stringify([client, purpose, contract.fingerprint, field, asked]);
}

/** Where the columns of an order lie in a row; those that the fetch does not read are added. */
function placeOrder(order: readonly Order[], read: readonly Column[]) {
  const columns = [...read];
  const orderIndexes = order.map(({ column }) => {
    const known = columns.findIndex(({ name }) => name === column.name);
    return known >= 0 ? known : columns.push(column) - 1;
  });
  return { columns, orderIndexes };
}

/** The fields that a list is ordered by: an order reads them as much as a condition does. */
function orderedFields({ decision }: ListStep, orderBy: unknown): readonly Field[] {
  const names = ((orderBy ?? []) as readonly object[]).flatMap((part) => Object.keys(part));
  return names.flatMap((name) => decision.fields.get(name)?.field ?? []);
}

/** The facts of a whole page: of each of its rows, and of what picks them. */
function factsOf(
  step: ListStep,
  where: BoundWhere,
  ordered: readonly Field[],
  { size }: BoundPage,
  binding: Binding,
): BoundFacts {
  const row = boundFactsOf(step.facts, binding);
  const total = step.hasTotal ? throughManyRows : 0;
  const names = ordered.map(({ name }) => name);
  return {
    rows: step.hasPage ? size * Math.max(row.rows, 1) : 0,
    beside: row.beside + where.facts.beside + total,
    reads: mergeReads([
      row.reads,
      where.facts.reads,
      ...(ordered.length > 0 ? [readsFor('SORT', step.decision.resource.name, names)] : []),
    ]),
    level: highestLevel([row.level, where.facts.level, ...ordered.map(({ level }) => level)]),
  };
}

/** Binds a list: conditions, order and page, within the row scope. */
export function bindList(step: ListStep, binding: Binding): BoundList {
  const { context, variables } = binding;
  requireConditionVariables(step.node, variables);
  const given = fieldArguments(step.typeName, step.node, context.contract, variables);
  const { where, orderBy } = given;
  const order = bindOrder(orderBy, step);
  const cursors = cursorsFor(context.cursorKey, cursorContext(step, where, orderBy, context));
  const conditions = where === undefined ? noWhere : bindWhere(where, step.decision, context);
  const page = bindPage(given, order, cursors, context.limits);
  const { columns } = step.fetch;
  return {
    step,
    filter: allOf([binding.scopeOf(step.fetch), conditions.filter]),
    where: conditions,
    order,
    ...(step.hasCursors ? placeOrder(order, columns) : { columns, orderIndexes: [] }),
    page,
    cursors,
    facts: factsOf(step, conditions, orderedFields(step, orderBy), page, binding),
  };
}
