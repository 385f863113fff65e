import { expect, it } from '@jest/globals';

import { compileCatalog } from '../../../src/catalog/compile/compileCatalog.js';
import { tellOperation } from '../../../src/cli/explain/tellOperation.js';
import type { SourceName } from '../../../src/shared/brand.js';
import { sqliteDialect } from '../../../src/sources/sqlite/sqliteDialect.js';
import { optional, required, shapeOf, unique } from '../support/shapes.js';
import { vocabularyText } from '../support/testCatalog.js';

import { explainedBy, schoolUnder, silentConnectors } from './explaining.js';

const governed = '@share(attribute: UNCONDITIONAL) @classify(level: L1, category: GENERAL)';
const resource = (table: string, pageBy: string) =>
  `@resource(code: "${table}", title: "${table}", table: "${table}", updateCycle: DAILY, pageBy: ${pageBy}) ${governed}`;
const through = '{ type: "Cast", from: "film", to: "actor" }';
const text = `extend schema @catalog(agency: "films", source: "films")
type Film ${resource('film', '"id"')} {
  id: Int! @key
  actors: [Actor!] @link(from: "id", to: "id", through: ${through})
}
type Actor ${resource('actor', '"id"')} {
  id: Int! @key
  name: String
}
type Cast ${resource('film_actor', '[]')} {
  film: Int @column(name: "film_id")
  actor: Int @column(name: "actor_id")
}`;
const shape = shapeOf({
  film: { id: unique('INTEGER') },
  actor: { id: unique('INTEGER'), name: optional() },
  film_actor: { film_id: required('INTEGER'), actor_id: required('INTEGER') },
});
const catalog = compileCatalog({
  vocabulary: vocabularyText,
  texts: [{ file: 'films.graphql', text }],
  shapes: new Map([['films' as SourceName, shape]]),
});

it('tells how rows are joined by way of a junction, and asks for each of them once', async () => {
  const joined = { uses: ['JOIN', 'LOOKUP'] } as const;
  const granted = {
    Film: { reach: ['LOOKUP'], fields: { id: joined }, links: ['actors'] },
    Actor: { reach: ['LINKED'], fields: { id: joined, name: {} } },
    Cast: { reach: ['LINKED'], fields: { film: joined, actor: joined } },
  } as const;
  const connectors = silentConnectors(catalog, sqliteDialect);
  const explained = explainedBy(catalog, granted, [], new Map(), connectors);
  const query = '{ film(id: 1) { actors(first: 2) { nodes { name } } } }';
  const asked = { query, variables: {}, operationName: null };
  const { lines, code } = tellOperation(asked, explained, await schoolUnder(explained));
  expect(code).toBe(0);
  const told = lines.join('\n');
  expect(told).toContain('id = film_actor.film_id and film_actor.actor_id = id');
  expect(told).toContain('GROUP BY "film_id"');
});
