import type { BoundList } from '../../plan/page/boundList.js';
import { encodeHeld } from '../../source/column/encodeKey.js';
import { mayBeNone } from '../../source/column/mayBeNone.js';
import type { Order } from '../../source/request/fetchRequest.js';
import type { FetchedRow, SqlValue } from '../../source/row.js';

/** A value as an order has it: what is no day or no code stands where nulls do. */
function placed({ column }: Order, value: SqlValue): unknown {
  if (value === null) return null;
  return encodeHeld(column, value) ?? (mayBeNone(column) ? null : value);
}

/**
 * Whether two neighbours in an order are alike in all of it, or a row has no value of `pageBy`. Then a page
 * that begins after one of them would lose others. Where the source keeps rows apart, nobody looks.
 *
 * @param found in the order of the list or its reverse, with the row that shows a further page
 */
export function hasTwins(
  found: readonly FetchedRow[],
  { plan, order, orderIndexes }: Pick<BoundList, 'plan' | 'order' | 'orderIndexes'>,
): boolean {
  if (!plan.isVouched) return false;
  const names = plan.pageBy.map(({ name }) => name);
  const places = found.map((row) =>
    order.map((by, at) => placed(by, row.at(orderIndexes[at] ?? -1) ?? null)),
  );
  return places.some((place, at) => {
    const lacks = order.some(
      ({ column }, part) => names.includes(column.name) && place[part] === null,
    );
    const before = places[at - 1];
    return lacks || before?.every((value, part) => value === place[part]) === true;
  });
}
