import { describe, expect, it } from '@jest/globals';

import { csvColumns } from '../../../src/execute/export/csvColumns.js';
import type { RowEntry, RowShape } from '../../../src/plan/rows/rowShape.js';

/** A shape of these entries, of which only what columns need is stated. */
const shapeOf = (entries: readonly object[]) =>
  ({ kind: 'row', entries: entries as readonly RowEntry[] }) as RowShape;

const value = (key: string) => ({ kind: 'value', key });

describe('the columns of a row', () => {
  it('are its fields, and those of rows that it leads to', () => {
    const town = shapeOf([value('name'), { kind: 'typename', key: '__typename' }]);
    const place = shapeOf([value('street'), { kind: 'link', key: 'town', row: town }]);
    const columns = csvColumns(
      shapeOf([value('name'), { kind: 'link', key: 'place', row: place }]),
    );
    const row = { name: 'a', place: { street: 'b', town: { name: 'c', __typename: 'Town' } } };
    expect(columns.map(({ name, read }) => [name, read(row)])).toEqual([
      ['name', 'a'],
      ['place.street', 'b'],
      ['place.town.name', 'c'],
      ['place.town.__typename', 'Town'],
    ]);
    expect(columns.map(({ read }) => read({ name: 'a', place: null }))).toEqual([
      'a',
      null,
      null,
      null,
    ]);
  });

  it('are none of rows that it leads to many of, which is refused', () => {
    const shape = shapeOf([value('name'), { kind: 'manyLink', key: 'children' }]);
    expect(() => csvColumns(shape)).toThrow(
      'A row of CSV has a cell for each field; `children` leads to many rows. Ask for it as `application/x-ndjson`, or for them by themselves.',
    );
  });
});
