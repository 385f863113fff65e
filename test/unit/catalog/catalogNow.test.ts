import { expect, it } from '@jest/globals';

import { compileCatalog } from '../../../src/catalog/compile/compileCatalog.js';
import { catalogNow } from '../../../src/catalog/live/catalogNow.js';
import type { SourceName } from '../../../src/shared/brand.js';
import { optional, shapeOf, unique } from '../support/shapes.js';
import { vocabularyText } from '../support/testCatalog.js';

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

it('a column by which a junction leads closes it when it goes, at either end', () => {
  const governed = '@share(attribute: UNCONDITIONAL) @classify(level: L1, category: GENERAL)';
  const resource = (table: string) =>
    `@resource(code: "${table}", title: "${table}", table: "${table}", updateCycle: DAILY, pageBy: "id") ${governed}`;
  const text = `extend schema @catalog(agency: "films", source: "films")
type Film ${resource('film')} {
  id: Int! @key
  actors: [Actor!] @link(from: "id", to: "id", through: { type: "Cast", from: "film", to: "actor" })
}
type Actor ${resource('actor')} {
  id: Int! @key
}
type Cast ${resource('cast')} {
  id: Int! @key
  film: Int
  actor: Int
}`;
  const id = unique('INTEGER');
  const ends = { film: optional('INTEGER'), actor: optional('INTEGER') };
  const source = 'films' as SourceName;
  const shapeWith = (cast: Parameters<typeof shapeOf>[0][string]) =>
    new Map([[source, shapeOf({ film: { id }, actor: { id }, cast: { id, ...cast } })]]);
  const films = compileCatalog({
    vocabulary: vocabularyText,
    texts: [{ file: 'films.graphql', text }],
    shapes: shapeWith(ends),
  });
  expect(catalogNow(films, shapeWith(ends)).drift).toEqual([]);
  for (const [left, gone] of [
    [{ actor: ends.actor }, 'film'],
    [{ film: ends.film }, 'actor'],
  ] as const) {
    const { catalog, drift } = catalogNow(films, shapeWith(left));
    expect(drift).toMatchObject([{ resource: 'Cast', role: 'LINK', field: gone }]);
    expect(catalog.resources.get('Cast')?.drift).toMatch(/^what a link follows/);
  }
});
