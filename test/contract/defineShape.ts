import { describe, expect, it } from '@jest/globals';

import { addTable } from './shelf.js';
import type { SourceKind } from './source.js';

export function defineShape(kind: SourceKind): void {
  describe('the shape', () => {
    it('tells storage, nulls, uniqueness and whether texts compare by code point', async () => {
      const source = await kind.create();
      try {
        const { key, integer, real, date, bytes } = kind.columns;
        const columns = {
          id: key,
          ...{ integer, real, date, bytes },
          ...Object.fromEntries(kind.texts),
          ...(kind.decimal && { decimal: kind.decimal }),
          ...(kind.moment && { moment: kind.moment }),
          ...(kind.time && { time: kind.time }),
        };
        await addTable(source, 'all', { columns, rows: [] });
        const shape = await source.connector.shape();
        expect(Object.fromEntries(shape.get('all') ?? [])).toEqual(
          Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, column.shape])),
        );
      } finally {
        await source.close();
      }
    });

    it('holds views, and takes only a whole unique index of one column for unique', async () => {
      const source = await kind.create();
      try {
        await source.run(`CREATE TABLE pair (a INTEGER NOT NULL, b INTEGER NOT NULL, c INTEGER,
          d INTEGER, PRIMARY KEY (a, b), UNIQUE (c))`);
        await source.run('CREATE UNIQUE INDEX two ON pair (a, d)');
        await source.run('CREATE INDEX plain ON pair (d)');
        await source.run('CREATE VIEW seen AS SELECT a AS shown FROM pair');
        const shape = await source.connector.shape();
        const tell = (table: string, of: 'unique' | 'nullable') =>
          [...(shape.get(table) ?? [])].map(([name, column]) => [name, column[of]]);
        expect(tell('pair', 'unique')).toEqual([
          ['a', false],
          ['b', false],
          ['c', true],
          ['d', false],
        ]);
        expect(tell('pair', 'nullable')).toEqual([
          ['a', false],
          ['b', false],
          ['c', true],
          ['d', true],
        ]);
        expect(tell('seen', 'unique')).toEqual([['shown', false]]);
      } finally {
        await source.close();
      }
    });

    it('is told with the sizes of its tables, and with their indexes', async () => {
      const source = await kind.create();
      try {
        await source.run(
          'CREATE TABLE pair (a INTEGER NOT NULL, b INTEGER NOT NULL, c INTEGER, PRIMARY KEY (a, b))',
        );
        await source.run('CREATE UNIQUE INDEX one ON pair (c)');
        await source.run('CREATE INDEX two ON pair (b, c)');
        await source.run('CREATE VIEW seen AS SELECT a AS shown FROM pair');
        await source.insert('pair', [
          [1, 1, 1],
          [1, 2, 2],
          [1, 3, 3],
        ]);
        const sizes = await source.connector.sizes();
        expect([...sizes.keys()]).toEqual(['pair']);
        const indexes = sizes
          .get('pair')
          ?.indexes.map(({ columns, isUnique }) => [columns, isUnique]);
        expect(new Set(indexes?.map((one) => JSON.stringify(one)))).toEqual(
          new Set(['[["a","b"],true]', '[["c"],true]', '[["b","c"],false]']),
        );
      } finally {
        await source.close();
      }
    });
  });
}
