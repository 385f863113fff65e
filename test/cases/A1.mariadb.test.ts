import { describe } from '@jest/globals';

import { defineA1 } from './defineA1.js';

const letIn = [`SET SESSION sql_mode = 'ALLOW_INVALID_DATES'`];

describe('A1: a DATE with 0000-00-00 or 2012-00-00, a grant without minors', () => {
  defineA1(
    'mariadb',
    'DATE',
    ['0000-00-00', '2012-00-00', '1990-02-00', '1990-02-31', '9999-12-31', null],
    letIn,
  );
});

describe('A1: a VARCHAR with what is no day, a grant without minors', () => {
  defineA1('mariadb', 'VARCHAR(30)', [
    ...['0000-00-00', '2012-00-00', '1990-02-31', '1990-3-7', '', ' ', '1', 'secret', '19900307'],
    ...['1990-03-07 ', '1990-03-07T00:00:00', '9999-12-31'],
    null,
  ]);
});
