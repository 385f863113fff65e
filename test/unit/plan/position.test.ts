import { describe, expect, it } from '@jest/globals';

import { afterPosition, positionOf, reversed } from '../../../src/plan/page/position.js';
import type { Column } from '../../../src/source/column/column.js';
import type { Order } from '../../../src/source/request/fetchRequest.js';

import { inWords } from './planning.js';

const column = (name: string, change: Partial<Column> = {}): Column => ({
  name,
  storage: 'TEXT',
  nullable: false,
  exact: true,
  ...change,
});
const id: Order = { column: column('id', { storage: 'INTEGER' }), direction: 'ASC' };
const name: Order = { column: column('name', { nullable: true }), direction: 'ASC' };
const code: Order = { column: column('code'), direction: 'DESC' };

describe('the rows after a position', () => {
  it.each([
    [[id], [5], 'id gt 5'],
    [[code, id], ['b', 5], 'code lte "b" and (code lt "b" or code in "b" and id gt 5)'],
    // Those without a value are last, in either direction.
    [
      [name, id],
      ['b', 5],
      '(name gte "b" and (name gt "b" or name in "b" and id gt 5) or name is null)',
    ],
    [[name, id], [null, 5], 'name is null and id gt 5'],
    [
      [{ ...name, direction: 'DESC' as const }, id],
      ['b', 5],
      '(name lte "b" and (name lt "b" or name in "b" and id gt 5) or name is null)',
    ],
    [
      [code, name, id],
      ['b', null, 5],
      'code lte "b" and (code lt "b" or code in "b" and name is null and id gt 5)',
    ],
    // Unless they are first.
    [
      [{ ...name, direction: 'ASC_NULLS_FIRST' as const }, id],
      ['b', 5],
      'name gte "b" and (name gt "b" or name in "b" and id gt 5)',
    ],
    [
      [{ ...name, direction: 'DESC_NULLS_FIRST' as const }, id],
      [null, 5],
      '(not (name is null) or name is null and id gt 5)',
    ],
    // An index may keep texts by code point where their column does not.
    [
      [{ column: column('name', { exact: false }), direction: 'ASC' as const }, id],
      ['b', 5],
      'name gte "b" and (name gt "b" or name in "b" and id gt 5)',
    ],
    // No index has the digits of numbers in order, so nothing stands beside the condition.
    [
      [{ column: column('name', { holdsNumbers: true }), direction: 'ASC' as const }, id],
      ['b', 5],
      '(name gt "b" or name in "b" and id gt 5)',
    ],
  ])('%j after %j', (order, position, filter) => {
    expect(inWords(afterPosition(order, position))).toBe(filter);
  });
});

describe('the rows before a position', () => {
  it('are those after it in the order from the other end', () => {
    const order = reversed([{ ...name, direction: 'DESC_NULLS_FIRST' }, code, id]);
    expect(order.map(({ direction }) => direction)).toEqual([
      'ASC',
      'ASC_NULLS_FIRST',
      'DESC_NULLS_FIRST',
    ]);
    expect(inWords(afterPosition(reversed([name, id]), ['b', 5]))).toBe(
      'name lte "b" and (name lt "b" or name in "b" and id lt 5)',
    );
  });
});

describe('the position of a row', () => {
  it('holds its value of each place of the order, wherever they lie', () => {
    expect(positionOf(['x', null, 5], [name, id], [1, 2])).toEqual([null, 5]);
    expect(positionOf(['x', 'b', '9007199254740993'], [name, id], [1, 2])).toEqual([
      'b',
      '9007199254740993',
    ]);
  });

  it.each([
    ['that has no place of its own', ['a', null]],
    ['whose place cannot be compared to', ['a', new Uint8Array([1])]],
    ['whose value cannot be compared to', [new Uint8Array([1]), 5]],
  ])('is none for a row %s', (_what, row) => {
    expect(positionOf(row, [name, id], [0, 1])).toBeUndefined();
  });
});
