import { describe } from '@jest/globals';

import { createDatabase, type TestDatabase } from '../../support/mariadb.js';

import { defineStore } from './defineStore.js';

describe('a control database on MariaDB', () => {
  let database: TestDatabase;
  defineStore(
    async () => {
      database = await createDatabase('tongdao_control');
      return database.url;
    },
    () => database.drop(),
  );
});
