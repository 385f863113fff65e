import { describe, expect, it } from '@jest/globals';

import type { SourceName } from '../../../src/shared/brand.js';
import type { Column } from '../../../src/source/column/column.js';
import { examinedRows } from '../../../src/source/examinedRows.js';
import type { FetchRequest } from '../../../src/source/request/fetchRequest.js';
import {
  allOf,
  allRows,
  compare,
  isIn,
  isRelated,
  negate,
} from '../../../src/source/request/filter.js';
import type { SourceSizes } from '../../../src/source/tableSize.js';

const column = (name: string, more: Partial<Column> = {}): Column => ({
  name,
  storage: 'INTEGER',
  nullable: false,
  exact: true,
  ...more,
});

const [id, owner, note] = [column('id'), column('owner'), column('note')];
const name = column('name', { storage: 'TEXT', exact: false });

const sizes: SourceSizes = new Map([
  [
    'person',
    {
      rows: 1_000_000,
      indexes: [
        { columns: ['id'], isUnique: true, rowsPerValue: 1 },
        { columns: ['owner'], isUnique: false, rowsPerValue: 20 },
        { columns: ['name'], isUnique: false, rowsPerValue: 5 },
      ],
    },
  ],
  ['pet', { rows: 50_000, indexes: [{ columns: ['id'], isUnique: true, rowsPerValue: 1 }] }],
]);

const fetch = (change: Partial<FetchRequest>): FetchRequest => ({
  table: 'person',
  columns: [id],
  filter: allRows,
  orderBy: [],
  limit: null,
  ...change,
});
const page = { kind: 'total', rows: 101 } as const;
const byId = [{ column: id, direction: 'ASC' }] as const;
const examined = (change: Partial<FetchRequest>) => examinedRows(fetch(change), sizes);

describe('the rows that a statement looks at', () => {
  it('are those of its keys, where an index leads to them', () => {
    expect(examined({ filter: isIn(id, [1, 2, 3]) })).toBe(3);
    expect(examined({ filter: isIn(owner, [1]) })).toBe(20);
    expect(examined({ filter: allOf([isIn(note, [1]), isIn(id, [1])]) })).toBe(1);
  });

  it('are all rows, where none does', () => {
    expect(examined({ filter: isIn(note, [1]) })).toBe(1_000_000);
    expect(examined({ filter: negate(isIn(id, [1])) })).toBe(1_000_000);
  });

  it('are those of a page, where an index gives its order', () => {
    expect(examined({ orderBy: byId, limit: page })).toBe(101);
    expect(
      examined({
        orderBy: [
          { column: owner, direction: 'DESC' },
          { column: id, direction: 'DESC' },
        ],
        limit: page,
      }),
    ).toBe(101);
    expect(examined({ filter: compare(note, 'gte', 1), orderBy: byId, limit: page })).toBeCloseTo(
      303,
    );
  });

  it('are all rows, where the page must be sorted for', () => {
    expect(examined({ orderBy: [{ column: note, direction: 'ASC' }, ...byId], limit: page })).toBe(
      1_000_000,
    );
    // An index that folds texts gives another order.
    expect(examined({ orderBy: [{ column: name, direction: 'ASC' }], limit: page })).toBe(
      1_000_000,
    );
    // The two run against each other.
    expect(
      examined({
        orderBy: [
          { column: owner, direction: 'DESC' },
          { column: id, direction: 'ASC' },
        ],
        limit: page,
      }),
    ).toBe(1_000_000);
  });

  it('are those of the conditions through links too', () => {
    const pets = {
      source: 's' as SourceName,
      table: 'pet',
      from: [id],
      to: [owner],
      scope: allRows,
    };
    const filter = isRelated('related', { ...pets, condition: isIn(note, [1]) });
    expect(examined({ filter: allOf([isIn(id, [1]), filter]) })).toBe(50_001);
  });

  it('are all rows of a count, but for those that an index leads to', () => {
    const count = {
      table: 'person',
      groupBy: [],
      measures: [{ kind: 'count' }],
      each: null,
      maxGroups: null,
    } as const;
    expect(examinedRows({ ...count, filter: allRows }, sizes)).toBe(1_000_000);
    expect(examinedRows({ ...count, filter: isIn(owner, [1]) }, sizes)).toBe(20);
  });

  it('are not known of a view, but where it is asked by keys', () => {
    expect(examined({ table: 'seen', limit: page, orderBy: byId })).toBe(Infinity);
    expect(examined({ table: 'seen', filter: isIn(id, [1, 2]) })).toBe(2);
  });
});
