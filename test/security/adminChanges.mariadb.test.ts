import { describe } from '@jest/globals';

import { createDatabase, type TestDatabase } from '../support/mariadb.js';

import { defineChanges } from './defineAdminChanges.js';

describe('changes in a control database on MariaDB', () => {
  let database: TestDatabase;
  defineChanges(
    async () => {
      database = await createDatabase('tongdao_admin');
      return database.url;
    },
    () => database.drop(),
  );
});
