import { encodeHeld } from '../../source/column/encodeKey.js';
import { mayBeNone } from '../../source/column/mayBeNone.js';
import type { Parameter } from '../../source/column/parameter.js';
import { directions } from '../../source/request/direction.js';
import type { Order } from '../../source/request/fetchRequest.js';
import {
  allOf,
  anyOf,
  compare,
  isIn,
  negate,
  noRows,
  type Filter,
} from '../../source/request/filter.js';
import { givenNull } from '../../source/request/givenNull.js';
import type { FetchedRow } from '../../source/row.js';
import { couldBeInOrder } from '../../source/servingIndex.js';

/** Where a row stands in an order: its value of each column of the order. */
export type Position = readonly (Parameter | null)[];

/**
 * The position of a row; undefined where one of its values cannot be compared with, or where the
 * last value, which makes the position unique, is null.
 */
export function positionOf(
  row: FetchedRow,
  order: readonly Order[],
  indexes: readonly number[],
): Position | undefined {
  const position: (Parameter | null)[] = [];
  for (const [place, { column }] of order.entries()) {
    const value = row.at(indexes[place] ?? -1) ?? null;
    const encoded = value === null ? null : encodeHeld(column, value);
    // What is no day, or no code, stands where nulls do.
    if (encoded === undefined && !mayBeNone(column)) return undefined;
    position.push(encoded ?? null);
  }
  return position.at(-1) === null ? undefined : position;
}

function equals({ column }: Order, value: Parameter | null): Filter {
  if (value === null) return { kind: 'isNull', column };
  // An order keeps two spellings of one text apart.
  return isIn({ ...column, eitherCase: false }, [value]);
}

/** The rows that come after a value in one column of an order. */
function comesAfter({ column, direction }: Order, value: Parameter | null): Filter {
  const { ascends, nullsFirst } = directions[direction];
  const isNull: Filter = { kind: 'isNull', column };
  if (value === null) return nullsFirst ? negate(isNull) : noRows;
  const further = compare(column, ascends ? 'gt' : 'lt', value);
  return column.nullable && !nullsFirst ? anyOf([further, isNull]) : further;
}

/** The same order, read from its other end. */
export function reversed(order: readonly Order[]): readonly Order[] {
  return order.map(({ column, direction }) => ({
    column,
    direction: directions[direction].reversed,
  }));
}

/**
 * Says of the rows after a position what those of them with a value in the first column have in common. They
 * are the same rows, but most sources begin to read an index at a value only where one comparison says so.
 */
function fromFirst(after: Filter, { column, direction }: Order, value: Parameter): Filter {
  const { ascends, nullsFirst } = directions[direction];
  const told = allOf([
    compare(column, ascends ? 'gte' : 'lte', value),
    givenNull(after, column, false),
  ]);
  return column.nullable && !nullsFirst ? anyOf([told, { kind: 'isNull', column }]) : told;
}

/** The rows after a position. The last column of the order must make positions unique. */
export function afterPosition(order: readonly Order[], position: Position): Filter {
  const after = anyOf(
    order.map((place, depth) =>
      allOf([
        ...order.slice(0, depth).map((before, at) => equals(before, position[at] ?? null)),
        comesAfter(place, position[depth] ?? null),
      ]),
    ),
  );
  const [[first, ...more], [value = null]] = [order, position];
  return first && more.length > 0 && value !== null && couldBeInOrder(first.column)
    ? fromFirst(after, first, value)
    : after;
}
