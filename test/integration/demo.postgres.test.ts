import { describe } from '@jest/globals';

import { postgresUrl } from '../support/postgres.js';

import { defineDemoOn } from './defineDemoOn.js';

describe('the demo on PostgreSQL', () => {
  defineDemoOn([postgresUrl]);
});
