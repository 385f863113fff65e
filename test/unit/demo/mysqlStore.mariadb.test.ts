import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createConnection, type Connection } from 'mysql2/promise';

import type { DemoDatabase } from '../../../demo/write/demoDatabase.js';
import type { Prepared } from '../../../demo/write/demoStore.js';
import { mysqlStore } from '../../../demo/write/mysqlStore.js';
import { mariadbUrl } from '../../support/mariadb.js';

import { manyRows, sampleDatabase, sampleRows } from './sampleDatabase.js';
import { failureOf, secret, told } from './unusableServer.js';

const prefix = `tongdao_test_${process.pid}_`;
const name = `${prefix}sample`;

async function prepare(database: DemoDatabase): Promise<Prepared> {
  const store = await mysqlStore(mariadbUrl, prefix);
  try {
    return await store.prepare(database);
  } finally {
    await store.close();
  }
}

describe('a demo database on a server', () => {
  let owner: Connection;
  beforeAll(async () => {
    owner = await createConnection({ uri: mariadbUrl, rowsAsArray: true, dateStrings: true });
  });
  afterEach(async () => {
    await owner.query(`DROP DATABASE IF EXISTS \`${name}\``);
  });
  afterAll(() => owner.end());

  async function read(sql: string): Promise<unknown> {
    const [rows] = await owner.query(sql);
    return rows;
  }
  const stored = () => read(`SELECT * FROM \`${name}\`.thing ORDER BY row_id`);
  const count = () => read(`SELECT count(*) FROM \`${name}\`.thing`);

  it('holds every row as it is, and is named by its URL', async () => {
    const { url, written } = await prepare(sampleDatabase(1));
    expect(url).toBe(`${mariadbUrl}/${name}`);
    expect(written).toBe(5);
    expect(await stored()).toEqual(sampleRows);
  });

  it('compares by code point: a letter, its capital, its accent and a blank after it differ', async () => {
    await prepare(sampleDatabase(1));
    const found = await read(`SELECT row_id FROM \`${name}\`.thing WHERE code IN ('a', 'e')`);
    expect(found).toEqual([[1]]);
  });

  it('takes more rows than one statement does, and is used again', async () => {
    const database = sampleDatabase(1, () => manyRows(2_500));
    expect((await prepare(database)).written).toBe(2_500);
    expect(await count()).toEqual([[2_500]]);
    const never = sampleDatabase(1, () => manyRows(0, true));
    expect((await prepare(never)).written).toBeNull();
    expect(await count()).toEqual([[2_500]]);
  });

  it('is made anew of another version', async () => {
    await prepare(sampleDatabase(1, () => manyRows(1_200)));
    expect((await prepare(sampleDatabase(2))).written).toBe(5);
    expect(await stored()).toEqual(sampleRows);
  });

  it('is made anew where it was broken off', async () => {
    const broken = sampleDatabase(1, () => manyRows(1_500, true));
    await expect(prepare(broken)).rejects.toThrow('it broke off');
    expect((await prepare(sampleDatabase(1))).written).toBe(5);
    expect(await stored()).toEqual(sampleRows);
  });

  it('is made once by two that start at once', async () => {
    const database = sampleDatabase(1, () => manyRows(1_500));
    const written = await Promise.all([prepare(database), prepare(database)]);
    expect(written.map((prepared) => prepared.written).sort()).toEqual([1_500, null]);
    expect(await count()).toEqual([[1_500]]);
  });

  it('is not made of rows that do not fit, and no value is told', async () => {
    const wrong = sampleDatabase(1, () => [[1, 'SECRETsecret', null, null, null]]);
    await expect(prepare(wrong)).rejects.toThrow(
      /^TONGDAO_DEMO: the server refused a statement \(ER_DATA_TOO_LONG\)$/,
    );
  });
});

describe('a server that refuses the login', () => {
  it('is told of without its URL', async () => {
    const url = new URL(mariadbUrl);
    url.username = secret;
    url.password = secret;
    expect(await failureOf(url.href)).toBe(told);
  });
});
