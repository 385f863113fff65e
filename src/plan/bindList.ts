import type { Column } from '../catalog/catalog.js';
import { ExchangeError } from '../errors/exchangeError.js';

import { bindOrder } from './bindOrder.js';
import type { Variables } from './bindVariables.js';
import { bindWhere, requireConditionVariables } from './bindWhere.js';
import type { BindContext, BoundList } from './boundPlan.js';
import { noWhere } from './boundWhere.js';
import type { Order } from './connector.js';
import { cursorsFor } from './cursor.js';
import { fieldArguments } from './fieldArguments.js';
import { allOf, type Filter } from './filter.js';
import type { Limits } from './limits.js';
import { afterPosition } from './position.js';
import type { ListStep } from './queryPlan.js';

function readFirst(first: unknown, { maxPageSize }: Limits): number {
  if (typeof first === 'number' && first >= 0 && first <= maxPageSize) return first;
  throw new ExchangeError(
    typeof first === 'number' && first > maxPageSize ? 'LIMIT_EXCEEDED' : 'BAD_USER_INPUT',
    `\`first\` is a whole number from 0 to ${maxPageSize}.`,
  );
}

/**
 * What a list's cursors are bound to. Its own `first` and `after` are left out, so that an app may
 * change the size of its pages on the way.
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

/** Binds a list: conditions, order and position, within the row scope. */
export function bindList(
  step: ListStep,
  scope: Filter,
  context: BindContext,
  variables: Variables,
): BoundList {
  requireConditionVariables(step.node, variables);
  const given = fieldArguments(step.typeName, step.node, context.contract, variables);
  const { where, orderBy, after } = given;
  const first = readFirst(given['first'], context.limits);
  const order = bindOrder(orderBy, step);
  const cursors = cursorsFor(context.cursorKey, cursorContext(step, where, orderBy, context));
  const conditions = where === undefined ? noWhere : bindWhere(where, step.decision, context);
  const filters = [scope, conditions.filter];
  const isFirstPage = typeof after !== 'string';
  if (!isFirstPage) filters.push(afterPosition(order, cursors.open(after)));
  const { columns } = step.fetch;
  return {
    step,
    filter: allOf(filters),
    where: conditions,
    order,
    ...(step.hasCursors ? placeOrder(order, columns) : { columns, orderIndexes: [] }),
    first,
    isFirstPage,
    cursors,
  };
}
