import { ExchangeError } from '../../errors/exchangeError.js';
import type { Column } from '../../source/column/column.js';
import { isComparedAlike } from '../../source/column/isReadAlike.js';
import { mayBeNone } from '../../source/column/mayBeNone.js';
import { directions, type Direction } from '../../source/request/direction.js';
import type { Order } from '../../source/request/fetchRequest.js';
import type { ListPlan } from '../rows/rowShape.js';

function refuse(why: string): never {
  throw new ExchangeError(
    'BAD_USER_INPUT',
    `Each part of \`orderBy\` names one field and a direction, each field once; ${why}.`,
  );
}

/**
 * Ends an order with the columns of `pageBy`, in the direction of the column before them: an index has both
 * in one direction, and is read from either end. What follows the last of them would decide nothing, and a
 * null in it could spoil a row's position.
 */
function endedBy(pageBy: readonly Column[], order: readonly Order[]): readonly Order[] {
  const last = order.at(-1);
  if (!last) return pageBy.map((column) => ({ column, direction: 'ASC' }));
  // Read as days or by codes, a column may hold several nulls, so it tells rows apart only as it is, or as
  // `pageBy` reads it too.
  const places = pageBy.map((by) =>
    order.findIndex(
      ({ column }) =>
        column.name === by.name && (!mayBeNone(column) || isComparedAlike(column, by)),
    ),
  );
  if (places.every((place) => place >= 0)) return order.slice(0, Math.max(...places) + 1);
  const missing = pageBy.filter((_, at) => (places[at] ?? -1) < 0);
  const direction = directions[last.direction].ascends ? 'ASC' : 'DESC';
  return [...order, ...missing.map((column) => ({ column, direction }) as const)];
}

/**
 * Binds the order of a list: the order asked for, then `pageBy`, which makes every row's place
 * unique.
 */
export function bindOrder(orderBy: unknown, { decision, pageBy }: ListPlan): readonly Order[] {
  const order: Order[] = [];
  const names = new Set<string>();
  // graphql-js has already made a list of a single part. Null asks for the declared order.
  for (const part of (orderBy ?? []) as readonly Readonly<Record<string, unknown>>[]) {
    const [stated, more] = Object.entries(part);
    if (!stated || more) return refuse('one of these names none, or several');
    const [name, direction] = stated;
    if (direction === null) return refuse(`"${name}" has no direction`);
    const found = decision.fields.get(name);
    if (!found?.uses.has('SORT')) {
      throw new TypeError('an order is by a field that its contract does not sort by');
    }
    if (names.has(name)) return refuse(`"${name}" stands twice`);
    names.add(name);
    const { column } = found.field;
    // Another field may be of the same column, read alike: it decides nothing more.
    const isDecided = order.some(({ column: before }) => isComparedAlike(before, column));
    if (isDecided) continue;
    // The enum of the contract's schema has no other values.
    order.push({ column, direction: direction as Direction });
  }
  return endedBy(pageBy, order);
}
