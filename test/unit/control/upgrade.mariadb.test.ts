import { afterAll, beforeAll, describe } from '@jest/globals';

import { createDatabase, type TestDatabase } from '../../support/mariadb.js';

import { defineUpgrade } from './defineUpgrade.js';

describe('a control database of before, on MariaDB', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createDatabase('tongdao_control');
  });
  afterAll(() => database.drop());
  defineUpgrade(() => Promise.resolve(database.url));
});
