import { describe } from '@jest/globals';

import { defineConnectorSuite } from './connectorSuite.js';
import { defineRights } from './postgres/defineRights.js';
import { defineSessions } from './postgres/defineSessions.js';
import { defineTables } from './postgres/defineTables.js';
import { defineTypes } from './postgres/defineTypes.js';
import { postgres } from './postgres/postgresSource.js';

describe('against a server', () => {
  defineConnectorSuite('PostgreSQL', postgres);
  defineTypes();
  defineTables();
  defineSessions();
  defineRights();
});
