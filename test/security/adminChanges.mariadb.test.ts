import { afterAll, describe } from '@jest/globals';

import { openAdministered } from '../support/administered.js';
import { createDatabase, type TestDatabase } from '../support/mariadb.js';

import { defineChanges } from './defineAdminChanges.js';

describe('changes in a control database on MariaDB', () => {
  let database: TestDatabase;
  defineChanges(async () => {
    database = await createDatabase('tongdao_admin');
    return openAdministered([], database.url);
  });
  afterAll(() => database.drop());
});
