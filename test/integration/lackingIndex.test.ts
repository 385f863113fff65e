import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';

import { tellOperation } from '../../src/cli/explain/tellOperation.js';
import type { SourceName } from '../../src/shared/brand.js';
import { checkIndexes } from '../../src/start/check/checkIndexes.js';
import { closeAll, openCatalog, type OpenCatalog } from '../../src/start/openCatalog.js';
import { dataDir } from '../support/spawnGateway.js';
import { explainedBy, schoolUnder } from '../unit/cli/explaining.js';
import { vocabularyText } from '../unit/support/testCatalog.js';

const governed = '@share(attribute: UNCONDITIONAL) @classify(level: L1, category: GENERAL)';
const resource = (table: string) =>
  `@resource(code: "${table}", title: "${table}", table: "${table}", updateCycle: DAILY, pageBy: ["made", "id"]) ${governed}`;
const text = `extend schema @catalog(agency: "films", source: "films")
type Film ${resource('film')} {
  id: Int! @key
  made: Int!
  name: String
  tag: String
  actors: [Actor!] @link(from: "id", to: "film")
}
type Actor ${resource('actor')} {
  id: Int! @key
  made: Int!
  film: Int
}`;
const texts = [{ file: 'films.graphql', text }];

const data = dataDir();
const file = join(data.dir, 'films.sqlite');
let opened: OpenCatalog;
beforeAll(async () => {
  mkdirSync(data.dir, { recursive: true });
  const numbers =
    'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 12000) INSERT INTO';
  new Database(file)
    .exec(
      'CREATE TABLE film (id INTEGER NOT NULL PRIMARY KEY, made INT NOT NULL, name TEXT, tag TEXT COLLATE NOCASE)',
    )
    .exec('CREATE TABLE actor (id INTEGER NOT NULL PRIMARY KEY, made INT NOT NULL, film INT)')
    .exec('CREATE INDEX film_made ON film (made)')
    .exec('CREATE INDEX film_tag ON film (tag)')
    .exec(`${numbers} film SELECT i, i % 70, 'Metropolis', 'Silent' FROM n`)
    .exec(`${numbers} actor SELECT i, i % 70, i % 5000 FROM n`)
    .close();
  const sources = new Map([['films' as SourceName, `sqlite:${file}`]]);
  opened = await openCatalog({ vocabulary: vocabularyText, catalogs: texts, sources });
});
afterAll(async () => {
  await closeAll(opened.connectors);
  data.remove();
});

const ofTag =
  'The indexes of the table film keep tag in another order than the channel, which compares texts by code point, and the table is large: an index on (tag COLLATE BINARY) would serve lists in its order, and conditions on what is before or after a text or begins it.';

it('a check tells which indexes large tables lack, and where they are needed', () => {
  const told = checkIndexes(opened.catalog, texts, opened.connectors);
  expect(told.map(({ line, message }) => [line, message])).toEqual([
    [6, ofTag],
    [
      7,
      'No index of the table actor begins with film, and the table is large: an index on (film) would lead to its rows by what they are looked up by.',
    ],
    [
      9,
      'No index of the table actor gives its rows in the order of made, id, and the table is large: an index on (made, id) would.',
    ],
  ]);
});

it('explain tells which indexes an operation lacks, and never a value', async () => {
  const used = { uses: ['JOIN', 'LOOKUP', 'SORT', 'FILTER'] } as const;
  const granted = {
    Film: { reach: ['LIST'], fields: { id: used, name: used, tag: used }, links: ['actors'] },
    Actor: { reach: ['LINKED'], fields: { id: used, film: used } },
  } as const;
  const explained = explainedBy(opened.catalog, granted, [], new Map(), opened.connectors);
  const tell = async (given: string) => {
    const query = `{ films${given} { nodes { name actors { nodes { id } } } } }`;
    const asked = { query, variables: {}, operationName: null };
    const { lines, code } = tellOperation(asked, explained, await schoolUnder(explained));
    expect(code).toBe(0);
    return lines.flatMap((line) => /^ *index +(.+)$/.exec(line)?.[1] ?? []);
  };
  const ofLink =
    'No index of the table actor begins with film, and the table is large: an index on (film) would lead to its rows by what they are looked up by.';
  expect(await tell('')).toEqual([ofLink]);
  expect(await tell('(orderBy: { name: ASC })')).toEqual([
    'No index of the table film gives its rows in the order of name, made, id, and the table is large: an index on (name, made, id) would.',
    ofLink,
  ]);
  expect(await tell('(orderBy: { tag: DESC })')).toEqual([
    'No index of the table film gives its rows in the order of tag, made, id, and the table is large: an index on (tag COLLATE BINARY, made, id) would.',
    ofLink,
  ]);
  expect(await tell('(where: { tag: { startsWith: "S" } })')).toEqual([ofTag, ofLink]);
});
