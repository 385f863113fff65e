import { describe, expect, it } from '@jest/globals';

import type { FetchRequest } from '../../src/source/request/fetchRequest.js';
import { isIn, noRows } from '../../src/source/request/filter.js';

import { useShelf } from './shelf.js';
import type { SourceKind } from './source.js';

export function defineExplain(kind: SourceKind): void {
  describe('what it explains', () => {
    const shelf = useShelf(kind, { columns: { v: kind.columns.integer }, rows: [[1, 5]] });

    const request = (): FetchRequest => {
      const { table } = shelf();
      const [id, v] = [shelf().column('id'), shelf().column('v')];
      const orderBy = [{ column: id, direction: 'ASC' }] as const;
      const limit = { kind: 'total', rows: 77_177 } as const;
      return { table, columns: [v], filter: isIn(id, [99_199]), orderBy, limit };
    };

    it('is a statement without values', () => {
      const told = shelf().connector.explain(request());
      expect(told).toMatch(/^SELECT .+ WHERE .+ ORDER BY .+ LIMIT (\?|\$\d)$/);
      expect(told).not.toMatch(/\d{2}/);
    });

    it('is none where nothing is asked for', () => {
      expect(shelf().connector.explain({ ...request(), filter: noRows })).toBeNull();
    });

    it('is told at once, even of a source that is not there', async () => {
      const absent = kind.absent();
      expect(absent.explain(request())).toMatch(/^SELECT /);
      await absent.close();
    });
  });
}
