import type { Column } from '../../../source/column/column.js';
import { mayBeNone } from '../../../source/column/mayBeNone.js';
import { directions } from '../../../source/request/direction.js';
import type { FetchRequest, Order } from '../../../source/request/fetchRequest.js';
import { allOf, negate, type Filter } from '../../../source/request/filter.js';
import { servesOrder } from '../../../source/servingIndex.js';
import type { Dialect } from '../dialect.js';

/** Some of the rows of a request, and their order. */
export type Part = Pick<FetchRequest, 'table' | 'filter' | 'orderBy'>;

/** A column whose nulls, and what is none of its values, are left out. Its order is the source's own. */
function withoutNulls({ calendar: _, ...column }: Column): Column {
  return { ...column, nullable: false };
}

/**
 * Whether the source itself would not sort a column's nulls, or what is no value of it, as is asked for; or
 * would look at all of them, where its index of a column does not go on with the key.
 */
function isSortedOtherwise({ column, direction }: Order, { nulls }: Dialect): boolean {
  if (mayBeNone(column)) return !column.reading;
  const { ascends, nullsFirst } = directions[direction];
  const isMoved = (ascends === (nulls === 'first')) !== nullsFirst;
  return column.nullable && (isMoved || (nullsFirst && nulls === 'last'));
}

/**
 * Parts a list between rows with a value to sort by and rows without, in the order in which they come. An
 * index serves each, and not both at once, where the source has nulls at the other end. Null where there is
 * nothing to gain.
 */
export function splitNulls(part: Part, dialect: Dialect): readonly [Part, Part] | null {
  const { table, filter, orderBy } = part;
  const [first, ...more] = orderBy;
  const size = dialect.sizeOf(table);
  if (!first || !size || !isSortedOtherwise(first, dialect)) return null;
  if (!servesOrder(orderBy, filter, size)) return null;
  const { column, direction } = first;
  const isNull: Filter = { kind: 'isNull', column };
  const told = withoutNulls(column);
  const values = {
    table,
    // The first says the second of a column that holds nothing else; an index knows the second alone.
    filter: allOf([
      negate(isNull),
      ...(mayBeNone(column) ? [negate({ kind: 'isNull', column: told })] : []),
      filter,
    ]),
    orderBy: [{ column: told, direction }, ...more],
  };
  const nulls = { table, filter: allOf([isNull, filter]), orderBy: more };
  return directions[direction].nullsFirst ? [nulls, values] : [values, nulls];
}
