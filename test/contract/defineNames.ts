import { expect, it } from '@jest/globals';

import { addTable } from './shelf.js';
import { columnOf, type SourceKind } from './source.js';

const hostile = [
  'a"b',
  '"',
  '`',
  'a`; DROP TABLE kept; --',
  'a"; DROP TABLE kept; --',
  "a'b",
  'a]b',
  'a\\',
  '?',
  'select',
  'place',
  'placed',
  'with blank',
  '名称',
  'a\nb',
];

export function defineNames(kind: SourceKind): void {
  it('takes names for names and nothing else', async () => {
    const source = await kind.create();
    try {
      const [text] = kind.texts.values();
      await addTable(source, 'kept', { columns: { id: kind.columns.key }, rows: [[1]] });
      for (const name of hostile) {
        const columns = { [name]: text!, other: text! };
        await addTable(source, name, {
          columns,
          rows: [
            ['b', 'x'],
            ['a', 'y'],
          ],
        });
      }
      const shape = await source.connector.shape();
      for (const name of hostile) {
        const column = columnOf(shape, name, name);
        const request = {
          table: name,
          columns: [column],
          filter: { kind: 'compare', column, operator: 'in', values: ['a', 'b', 'c'] },
          orderBy: [{ column, direction: 'ASC' }],
        } as const;
        const { connector } = source;
        const total = await connector.fetch({ ...request, limit: { kind: 'total', rows: 5 } });
        const each = await connector.fetch({
          ...request,
          limit: { kind: 'each', of: [column], rows: 1 },
        });
        expect([name, total, each]).toEqual([name, [['a'], ['b']], [['a'], ['b']]]);
      }
      expect((await source.connector.shape()).has('kept')).toBe(true);
    } finally {
      await source.close();
    }
  });
}
