import { expect, it } from '@jest/globals';

import { catalogNow } from '../../../src/catalog/live/catalogNow.js';
import type { SourceName } from '../../../src/shared/brand.js';
import { optional, shapeOf, unique } from '../support/shapes.js';

import { compileText, traffic } from './fixture.js';

const brand = { code: unique(), name: optional() };
const compiled = compileText(
  traffic.slice(0, traffic.indexOf('type Vehicle')) + traffic.slice(traffic.indexOf('type Brand')),
);
const now = (tables: Parameters<typeof shapeOf>[0]) =>
  catalogNow(compiled, new Map([['traffic' as SourceName, shapeOf(tables)]]));

it('a table whose rights were taken from the channel closes its type, as one that is gone does', () => {
  expect(now({ brand }).drift).toEqual([]);
  for (const [tables, why] of [
    [{ brand: {} }, 'its source does not let it be read any more'],
    [{}, 'it is gone from its source'],
  ] as const) {
    const { catalog, drift } = now(tables);
    expect(drift).toMatchObject([{ resource: 'Brand', role: 'TABLE', field: null, why }]);
    expect(catalog.resources.get('Brand')?.drift).toBe(`its table, has drifted: ${why}`);
  }
});
