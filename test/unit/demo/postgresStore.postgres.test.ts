import { randomBytes } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';

import type { DemoDatabase } from '../../../demo/write/demoDatabase.js';
import type { Prepared } from '../../../demo/write/demoStore.js';
import { postgresStore } from '../../../demo/write/postgresStore.js';
import { postgresUrl } from '../../support/postgres.js';

import { manyRows, sampleDatabase, sampleRows } from './sampleDatabase.js';

const server = postgresUrl.replace(/\/$/, '');
const name = `tongdao_demo_test_${randomBytes(4).toString('hex')}`;

async function prepare(database: DemoDatabase): Promise<Prepared> {
  const store = await postgresStore(server, name);
  try {
    return await store.prepare(database);
  } finally {
    await store.close();
  }
}

describe('a demo schema on a PostgreSQL', () => {
  let owner: pg.Client;
  beforeAll(async () => {
    owner = new pg.Client({ connectionString: `${server}/postgres` });
    await owner.connect();
  });
  afterAll(async () => {
    await owner.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    await owner.end();
  });

  async function read(sql: string): Promise<unknown> {
    const client = new pg.Client({ connectionString: `${server}/${name}` });
    await client.connect();
    try {
      const { rows } = await client.query({ text: sql, rowMode: 'array' });
      return rows;
    } finally {
      await client.end();
    }
  }
  const stored = () =>
    read('SELECT row_id, code, parent_code, since::text, height FROM sample.thing ORDER BY row_id');
  const count = () => read('SELECT count(*)::int FROM sample.thing');

  it('is made once by two that start at once, and used again', async () => {
    const database = sampleDatabase(1, () => manyRows(1_500));
    const written = await Promise.all([prepare(database), prepare(database)]);
    expect(written.map((prepared) => prepared.written).sort()).toEqual([1_500, null]);
    expect(await count()).toEqual([[1_500]]);
    const never = sampleDatabase(1, () => manyRows(0, true));
    expect((await prepare(never)).written).toBeNull();
  });

  it('is made anew of another version, every row as it is, and is named by its URL', async () => {
    const { url, written } = await prepare(sampleDatabase(2));
    expect(url).toBe(`${server}/${name}?schema=sample`);
    expect(written).toBe(5);
    expect(await stored()).toEqual(sampleRows);
  });

  it('stays as it was where the making breaks off', async () => {
    const broken = sampleDatabase(3, () => manyRows(1_500, true));
    await expect(prepare(broken)).rejects.toThrow('it broke off');
    expect(await stored()).toEqual(sampleRows);
    expect((await prepare(sampleDatabase(3))).written).toBe(5);
  });

  it('is not made of rows that do not fit, and no value is told', async () => {
    const wrong = sampleDatabase(4, () => [[1, 'SECRETsecret', null, null, null]]);
    await expect(prepare(wrong)).rejects.toThrow(
      /^TONGDAO_DEMO: the server refused a statement \(22001\)$/,
    );
  });

  it('tells nothing of a server that does not answer', async () => {
    await expect(postgresStore('postgres://secret:secret@127.0.0.1:1', name)).rejects.toThrow(
      /^TONGDAO_DEMO: the server does not answer or refuses the login$/,
    );
  });
});
