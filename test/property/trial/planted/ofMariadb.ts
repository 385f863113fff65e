import { operationOf } from '../../universe/operation.js';

import { changeColumns, type PlantedFault } from './planting.js';

/** Leaks that show where a source is as MariaDB is: unsigned, and with collations of its own. */
export const mariadbFaults: readonly PlantedFault[] = [
  {
    name: 'a text that its source compares by its own collation',
    stages: changeColumns((column) => ({ ...column, exact: true })),
    asked: operationOf(['lookup', 'batch', 'list']),
    noticedBy: ['reference'],
  },
  {
    name: 'a whole number that is taken for signed',
    stages: changeColumns((column) => ({ ...column, isUnsigned: false })),
    asked: operationOf(['lookup', 'batch', 'list']),
    noticedBy: ['reference'],
  },
];
