import { expect, it } from '@jest/globals';

import { allRows } from '../../src/source/request/filter.js';
import { openSource } from '../../src/sources/openSource.js';
import { columnOf } from '../contract/source.js';
import { inArrays } from '../support/inArrays.js';
import { createDatabase } from '../support/mariadb.js';

it('C12: the deadline of a statement begins when it is sent, not while it waits', async () => {
  const database = await createDatabase('tongdao_c12');
  await database.query('CREATE TABLE t (id INT PRIMARY KEY)');
  await database.query('INSERT INTO t VALUES (1)');
  await database.query('CREATE VIEW slow AS SELECT id, SLEEP(0.4) AS slept FROM t');
  const source = inArrays(
    openSource(database.url, { limits: { timeout: 1_200, heavyStatements: 1 } }),
  );
  try {
    const columns = [columnOf(await source.shape(), 'slow', 'slept')];
    const request = { table: 'slow', columns, filter: allRows, orderBy: [], limit: null } as const;
    // One after the other, they take longer than each may.
    const all = Array.from({ length: 5 }, () => source.fetch(request, { asker: 'one' }));
    expect(await Promise.all(all)).toEqual(Array(5).fill([[0]]));
  } finally {
    await source.close();
    await database.drop();
  }
});
