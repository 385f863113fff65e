import { describe, expect, it } from '@jest/globals';

import type { Column } from '../../../src/source/column/column.js';
import {
  lackingByCodePoint,
  lackingForKeys,
  lackingForOrder,
} from '../../../src/source/lackingIndex.js';
import type { FetchRequest, Order } from '../../../src/source/request/fetchRequest.js';
import { allRows, isIn } from '../../../src/source/request/filter.js';
import type { IndexSize, SourceSizes } from '../../../src/source/tableSize.js';

const id: Column = { name: 'id', storage: 'INTEGER', nullable: false, exact: true };
const born: Column = { name: 'born', storage: 'DATE', nullable: true, exact: true };
const town: Column = { name: 'town', storage: 'TEXT', nullable: false, exact: true };
const key: IndexSize = { columns: ['id'], isUnique: true, rowsPerValue: 1 };
const index = (rowsPerValue: number, ...columns: string[]): IndexSize => ({
  columns,
  isUnique: false,
  rowsPerValue,
});
const sizes = (rows: number, ...indexes: IndexSize[]): SourceSizes =>
  new Map([['person', { rows, indexes: [key, ...indexes] }]]);
const by = (column: Column, direction: Order['direction'] = 'ASC'): Order => ({
  column,
  direction,
});
const list = (orderBy: readonly Order[], filter: FetchRequest['filter'] = allRows) => ({
  table: 'person',
  columns: [id],
  filter,
  orderBy,
  limit: { kind: 'total', rows: 21 } as const,
});

describe('an order that no index of a large table serves', () => {
  it('is told with the columns that one would need', () => {
    expect(lackingForOrder(list([by(born), by(id)]), sizes(10_000))).toBe(
      'No index of the table person gives its rows in the order of born, id, and the table is large: an index on (born, id) would.',
    );
  });

  it('is told with what all rows have alike before it', () => {
    const ofTown = list([by(born, 'DESC'), by(id, 'DESC')], isIn(town, ['x']));
    expect(lackingForOrder(ofTown, sizes(20_000))).toContain('an index on (town, born, id) would.');
  });

  it.each<[string, FetchRequest, SourceSizes]>([
    ['in a small table', list([by(born), by(id)]), sizes(9_999)],
    ['in a view', list([by(born), by(id)]), new Map()],
    ['that an index serves', list([by(born), by(id)]), sizes(10_000, index(9, 'born'))],
    ['of no list', { ...list([by(born), by(id)]), limit: null }, sizes(10_000)],
    [
      'of few rows, to which an index leads',
      list([by(born), by(id)], isIn(town, ['x'])),
      sizes(10_000, index(30, 'town')),
    ],
    // Where none could serve.
    ['of two directions', list([by(town), by(id, 'DESC')]), sizes(10_000)],
    ['of a folded text', list([by({ ...town, exact: false }), by(id)]), sizes(10_000)],
  ])('is not told %s', (_, request, known) => {
    expect(lackingForOrder(request, known)).toBeNull();
  });
});

describe('a text that its source sorts otherwise', () => {
  const folded = { ...town, exact: false };
  const known = (...indexes: IndexSize[]): SourceSizes => {
    const byCodePoint = { columns: ['town'], collate: 'COLLATE "C"' };
    return new Map([['person', { rows: 10_000, indexes: [key, ...indexes], byCodePoint }]]);
  };
  const inCodePoints = { ...index(9, 'town'), byCodePoint: ['town'] };

  it('is told with how an index keeps it by code point', () => {
    expect(lackingForOrder(list([by(folded), by(id)]), known(index(9, 'town')))).toBe(
      'No index of the table person gives its rows in the order of town, id, and the table is large: an index on (town COLLATE "C", id) would.',
    );
    expect(lackingByCodePoint('person', folded, known(index(9, 'town')))).toContain(
      'an index on (town COLLATE "C") would serve',
    );
  });

  it('is not told where there is such an index, or where nothing begins with the text', () => {
    const both = known(index(9, 'town'), inCodePoints);
    expect(lackingForOrder(list([by(folded), by(id)]), both)).toBeNull();
    expect(lackingByCodePoint('person', folded, both)).toBeNull();
    expect(lackingByCodePoint('person', folded, known())).toBeNull();
    expect(lackingByCodePoint('person', town, known(index(9, 'town')))).toBeNull();
  });

  it('is not told where no index can keep it so', () => {
    const digits = { ...folded, holdsNumbers: true };
    expect(lackingForOrder(list([by(digits), by(id)]), known(index(9, 'town')))).toBeNull();
    expect(lackingByCodePoint('person', digits, known(index(9, 'town')))).toBeNull();
    expect(lackingByCodePoint('person', folded, sizes(10_000, index(9, 'town')))).toBeNull();
  });
});

describe('a look-up that no index of a large table serves', () => {
  it('is told with the columns that one would need', () => {
    expect(lackingForKeys('person', [town, born], sizes(10_000))).toBe(
      'No index of the table person begins with town or born, and the table is large: an index on (town, born) would lead to its rows by what they are looked up by.',
    );
  });

  it.each<[string, readonly Column[], SourceSizes]>([
    ['in a small table', [town], sizes(9_999)],
    ['in a view', [town], new Map()],
    ['that an index serves', [town], sizes(10_000, index(9, 'town', 'born'))],
    ['of which an index serves a part', [town, born], sizes(10_000, index(9, 'born'))],
    ['by what no index holds', [{ ...town, reading: { kind: 'birth' } }], sizes(10_000)],
  ])('is not told %s', (_, columns, known) => {
    expect(lackingForKeys('person', columns, known)).toBeNull();
  });
});
