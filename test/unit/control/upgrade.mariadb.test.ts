import { afterAll, describe } from '@jest/globals';

import { createDatabase, type TestDatabase } from '../../support/mariadb.js';

import { defineUpgrade } from './defineUpgrade.js';

describe('a control database of before, on MariaDB', () => {
  const databases: TestDatabase[] = [];
  afterAll(() => Promise.all(databases.map((database) => database.drop())));
  defineUpgrade(async () => {
    const database = await createDatabase('tongdao_control');
    databases.push(database);
    return database.url;
  });
});
