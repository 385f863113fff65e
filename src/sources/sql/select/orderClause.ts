import { isComparedAlike } from '../../../source/column/isReadAlike.js';
import { directions } from '../../../source/request/direction.js';
import type { Order } from '../../../source/request/fetchRequest.js';
import type { Dialect } from '../dialect.js';
import { writeIsNull } from '../filter/writeIsNull.js';
import { orderOf } from '../held/soundOrNull.js';

/**
 * Writes one column of ORDER BY. Where the source puts nulls at the wrong end, a term before the
 * column moves them. No index can serve that term, so only a column that may hold nulls gets it.
 */
function orderTerm({ column, direction }: Order, dialect: Dialect): string {
  const { ascends, nullsFirst } = directions[direction];
  const place = orderOf(column, dialect);
  const by = ascends ? place : `${place} DESC`;
  const comeFirst = ascends === (dialect.nulls === 'first');
  if (!column.nullable || comeFirst === nullsFirst) return by;
  const nulls = writeIsNull(column, null, dialect);
  return nullsFirst ? `${nulls} DESC, ${by}` : `${nulls}, ${by}`;
}

/** Writes ORDER BY; nothing where no order is asked for. */
export function orderClause(orderBy: readonly Order[], dialect: Dialect): string {
  // A repeated column decides nothing more, but a sort would still store its values again.
  const terms = orderBy.filter(({ column }, at) => {
    return orderBy.findIndex(({ column: other }) => isComparedAlike(other, column)) === at;
  });
  return terms.length > 0
    ? ` ORDER BY ${terms.map((order) => orderTerm(order, dialect)).join(', ')}`
    : '';
}
