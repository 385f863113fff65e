import { describe, expect, it } from '@jest/globals';

import type { Column } from '../../../src/source/column/column.js';
import {
  allOf,
  allRows,
  anyOf,
  compare,
  isIn,
  negate,
  noRows,
  type Filter,
} from '../../../src/source/request/filter.js';
import { givenNull } from '../../../src/source/request/givenNull.js';

const size: Column = { name: 'size', storage: 'INTEGER', nullable: true, exact: true };
const asDay: Column = { ...size, calendar: 'DAY' };
const isNull: Filter = { kind: 'isNull', column: size };
const large = compare(size, 'gt', 5);
const other = isIn({ ...size, name: 'rate' }, [1]);

describe('a filter in rows of which one knows whether a column is null', () => {
  it.each<[string, Filter, Filter, Filter]>([
    ['that it is null', isNull, allRows, noRows],
    ['that it is not', negate(isNull), noRows, allRows],
    ['a comparison', large, noRows, large],
    ['what denies a comparison', negate(large), allRows, negate(large)],
    ['a comparison or a null', anyOf([large, isNull]), allRows, large],
    ['a comparison and more', allOf([large, other]), noRows, allOf([large, other])],
    ['a null and more', allOf([isNull, other]), other, noRows],
    ['of another column', other, other, other],
    [
      'of the same column, read otherwise',
      { kind: 'isNull', column: asDay },
      { kind: 'isNull', column: asDay },
      { kind: 'isNull', column: asDay },
    ],
  ])('%s', (_, filter, ofNull, ofValue) => {
    expect(givenNull(filter, size, true)).toEqual(ofNull);
    expect(givenNull(filter, size, false)).toEqual(ofValue);
  });
});
