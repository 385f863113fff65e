import { describe } from '@jest/globals';

import { defineB11 } from './defineB11.js';

describe.each(['utf8mb4_nopad_bin', 'utf8mb4_bin', 'utf8mb4_general_ci'])(
  'B11: a citizen’s number that ends with X here and with x there, by %s',
  (collation) => {
    defineB11('mariadb', `COLLATE ${collation}`);
  },
);
