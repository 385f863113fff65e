import { afterAll, beforeAll, expect, it } from '@jest/globals';

import type { SourceName } from '../../src/shared/brand.js';
import type { Column } from '../../src/source/column/column.js';
import type { Connector } from '../../src/source/connector.js';
import type { FetchRequest } from '../../src/source/request/fetchRequest.js';
import { allRows, isIn, isRelated } from '../../src/source/request/filter.js';
import { openSource } from '../../src/sources/openSource.js';
import { columnOf } from '../contract/source.js';
import { inArrays } from '../support/inArrays.js';
import { createDatabase, type TestDatabase } from '../support/mariadb.js';

let database: TestDatabase;
let source: Connector;
let id: Column;
let parent: Column;
beforeAll(async () => {
  database = await createDatabase('tongdao_c4');
  await database.query('CREATE TABLE person (id INT PRIMARY KEY, parent INT NOT NULL)');
  await database.query('INSERT INTO person SELECT seq, seq DIV 2 FROM seq_1_to_30000');
  await database.query('ANALYZE TABLE person');
  source = inArrays(openSource(database.url, {}));
  const shape = await source.shape();
  id = columnOf(shape, 'person', 'id');
  parent = columnOf(shape, 'person', 'parent');
});
afterAll(async () => {
  await source.close();
  await database.drop();
});

/** Those with a child that has a child. */
const grandparents = (): FetchRequest => {
  const to = {
    source: 's' as SourceName,
    table: 'person',
    from: [id],
    to: [parent],
    scope: allRows,
  };
  const withChild = isRelated('related', { ...to, condition: isIn(parent, [5]) });
  return {
    table: 'person',
    columns: [id],
    filter: isRelated('related', { ...to, condition: withChild }),
    orderBy: [{ column: id, direction: 'ASC' }],
    limit: { kind: 'total', rows: 11 },
  };
};
const lookUp = (): FetchRequest => ({
  table: 'person',
  columns: [id],
  filter: isIn(id, [7]),
  orderBy: [],
  limit: null,
});

it('C4: what looks at many rows is known by sizes and indexes, and runs apart', async () => {
  expect(source.laneOf?.(grandparents())).toBe('heavy');
  expect(source.laneOf?.(lookUp())).toBe('light');
  const filter = isIn(parent, [5]);
  const unsorted = { ...lookUp(), filter };
  expect(source.laneOf?.(unsorted)).toBe('heavy');
  await database.query('CREATE INDEX by_parent ON person (parent)');
  await database.query('ANALYZE TABLE person');
  await source.shape();
  expect(source.laneOf?.(unsorted)).toBe('light');
});
