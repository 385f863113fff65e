import { describe } from '@jest/globals';

import { defineB4 } from './defineB4.js';

describe('B4: a text that is no day, in a nullable Date', () => {
  defineB4('sqlite', 'TEXT', ['0000-00-00', '2012-00-00', '1990-02-31', '', 'secret', '19900307']);
});
