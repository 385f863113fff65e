import type { Filter } from '../../../../src/source/request/filter.js';
import { generousPolicy } from '../../universe/generousPolicy.js';
import { operationOf } from '../../universe/operation.js';

import { changeColumns, changeLists, type PlantedFault } from './planting.js';

type Has = Extract<Filter, { readonly kind: 'has' }>;

/** What lists are asked for, wherever it stands in the conditions of a list. */
function changeHas(filter: Filter, change: (filter: Has) => Filter): Filter {
  if (filter.kind === 'has') return change(filter);
  if (filter.kind === 'not') return { ...filter, of: changeHas(filter.of, change) };
  if (filter.kind !== 'and' && filter.kind !== 'or') return filter;
  return { ...filter, of: filter.of.map((part) => changeHas(part, change)) };
}

/** Lists of rows, of which some are asked for by what a list holds. */
const byElement = operationOf(['list']).filter((operation) =>
  JSON.stringify(operation).includes('"operator":"has"'),
);

const whereLists = (change: (filter: Has) => Filter) =>
  changeLists((list) => ({ ...list, filter: changeHas(list.filter, change) }));

/** Leaks that show where a source is as MariaDB is: unsigned, and with collations of its own. */
export const mariadbFaults: readonly PlantedFault[] = [
  {
    name: 'a text that its source compares by its own collation',
    stages: changeColumns((column) => ({ ...column, exact: true })),
    asked: operationOf(['lookup', 'batch', 'list']),
    noticedBy: ['reference'],
  },
  {
    name: 'a list that has an element in the other case',
    stages: whereLists((filter) => ({ ...filter, value: String(filter.value).toLowerCase() })),
    asked: byElement,
    policy: generousPolicy,
    noticedBy: ['reference'],
  },
  {
    name: 'a list that has a part of an element',
    stages: whereLists(({ column, value }) => ({
      ...{ kind: 'contains', text: String(value) },
      column: { ...column, storage: 'TEXT' },
    })),
    asked: byElement,
    policy: generousPolicy,
    noticedBy: ['reference'],
  },
  {
    name: 'a whole number that is taken for signed',
    stages: changeColumns((column) => ({ ...column, isUnsigned: false })),
    asked: operationOf(['lookup', 'batch', 'list']),
    noticedBy: ['reference'],
  },
];
