import { testSources } from '../../support/testSources.js';

import type { TypeName } from './model.js';

/** The columns of each table of the model, in their order. */
export const columnsOf: Readonly<Record<TypeName, readonly string[]>> = {
  Person: ['row_id', 'pid', 'name', 'born', 'joined', 'area', 'note', 'score', 'flag', 'no'],
  Place: ['code', 'label', 'open', 'grade', 'keeper'],
  Lot: [
    'no',
    'kind',
    'size',
    'seen',
    'leased',
    'sold',
    'ended',
    'opens',
    'built',
    'ref',
    'seal',
    ...(testSources === 'sqlite' ? [] : ['tags']),
    'plan',
    'price',
  ],
  Term: ['holder', 'part', 'seq', 'other', 'grade'],
};
