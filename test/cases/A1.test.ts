import { describe } from '@jest/globals';

import { defineA1 } from './defineA1.js';

describe('A1: a text that is no day, or a day to come, where `minorsBy` tells the age', () => {
  defineA1('sqlite', 'TEXT', [
    ...['0000-00-00', '2012-00-00', '2012-05-00', '1990-02-31', '1990-02-29', '1990-3-7'],
    ...['', ' ', '0', '1', 'secret', '19900307', '1990-03-07 ', '1990-03-07T00:00:00', '1990'],
    ...['１９９０-03-07', '9999-12-31', '2999-01-01'],
    null,
  ]);
});
