import { afterAll, beforeAll, expect, it } from '@jest/globals';

import type { Column } from '../../src/source/column/column.js';
import type { Connector } from '../../src/source/connector.js';
import type { FetchRequest } from '../../src/source/request/fetchRequest.js';
import { allRows, isIn } from '../../src/source/request/filter.js';
import { openSource } from '../../src/sources/openSource.js';
import { columnOf } from '../contract/source.js';
import { inArrays } from '../support/inArrays.js';
import { createDatabase, type TestDatabase } from '../support/mariadb.js';

let database: TestDatabase;
let source: Connector;
let id: Column;
beforeAll(async () => {
  database = await createDatabase('tongdao_c3');
  for (const table of ['large', 'other']) {
    await database.query(`CREATE TABLE ${table} (id INT PRIMARY KEY)`);
    await database.query(`INSERT INTO ${table} SELECT seq FROM seq_1_to_30000`);
    await database.query(`ANALYZE TABLE ${table}`);
  }
  source = inArrays(openSource(database.url, {}));
  id = columnOf(await source.shape(), 'large', 'id');
});
afterAll(async () => {
  await source.close();
  await database.drop();
});

const count = (table: string, asker: string) =>
  source.aggregate(
    {
      table,
      filter: allRows,
      groupBy: [],
      measures: [{ kind: 'count' }],
      each: null,
      maxGroups: null,
    },
    { asker },
  );
const lookUp = (asker: string) => {
  const filter = isIn(id, [7]);
  const request: FetchRequest = { table: 'other', columns: [id], filter, orderBy: [], limit: null };
  return source.fetch(request, { asker });
};

it('C3: many counts of one client take neither lookups nor counts from another', async () => {
  const session = await database.session();
  await session.query('LOCK TABLES large WRITE');
  const counts = Array.from({ length: 20 }, () => count('large', 'one'));
  // Those of the one client stand still meanwhile.
  expect(await lookUp('other')).toEqual([[7]]);
  expect(await count('other', 'other')).toEqual([[30_000]]);
  const [running] = await database.query(
    `SELECT COUNT(*) AS n FROM information_schema.PROCESSLIST
      WHERE DB = ? AND INFO LIKE '%COUNT(*)%large%' AND ID <> CONNECTION_ID()`,
    [database.name],
  );
  expect(running).toEqual({ n: 1 });
  await session.query('UNLOCK TABLES');
  expect(await Promise.all(counts)).toEqual(Array(20).fill([[30_000]]));
  await session.end();
});
