import { describe } from '@jest/globals';

import { mariadbUrl } from '../support/mariadb.js';
import { postgresUrl } from '../support/postgres.js';

import { defineDemoOn } from './defineDemoOn.js';

describe('the demo on MariaDB, and its houses on PostgreSQL', () => {
  defineDemoOn([mariadbUrl, postgresUrl]);
});
