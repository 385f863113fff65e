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
import type { FetchedRow } from '../../source/row.js';

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

/** The rows after a position. The last column of the order must make positions unique. */
export function afterPosition(order: readonly Order[], position: Position): Filter {
  return anyOf(
    order.map((place, depth) =>
      allOf([
        ...order.slice(0, depth).map((before, at) => equals(before, position[at] ?? null)),
        comesAfter(place, position[depth] ?? null),
      ]),
    ),
  );
}
