import { describe } from '@jest/globals';

import { defineConnectorSuite } from './connectorSuite.js';
import { defineCancelling } from './mysql/defineCancelling.js';
import { defineCharsets } from './mysql/defineCharsets.js';
import { definePacked } from './mysql/definePacked.js';
import { defineRights } from './mysql/defineRights.js';
import { defineSessions } from './mysql/defineSessions.js';
import { defineTypes } from './mysql/defineTypes.js';
import { mariadb } from './mysql/mariadbSource.js';

describe('against a server', () => {
  defineConnectorSuite('MariaDB', mariadb);
  defineTypes();
  defineCharsets();
  defineCancelling();
  defineSessions();
  defineRights();
  definePacked();
});
