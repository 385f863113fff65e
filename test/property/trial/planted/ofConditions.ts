import type { Stages } from '../../../../src/exchange/stages.js';
import { allRows, type Filter } from '../../../../src/source/request/filter.js';
import { fewLinksPolicy, generousPolicy, maskedPolicy } from '../../universe/generousPolicy.js';
import { halvedThroughLists, throughLists } from '../../universe/operation.js';
import { conditionsBy, filteredThoughMasked } from '../laxConditions.js';

import { changeLists, type PlantedFault } from './planting.js';

type Through = Extract<Filter, { readonly kind: 'related' | 'elsewhere' }>;

function changeThroughs(filter: Filter, change: (filter: Through) => Filter): Filter {
  const inner = (one: Filter) => changeThroughs(one, change);
  switch (filter.kind) {
    case 'related':
    case 'elsewhere':
      return change({ ...filter, condition: inner(filter.condition) });
    case 'and':
    case 'or':
      return { ...filter, of: filter.of.map(inner) };
    case 'not':
      return { ...filter, of: inner(filter.of) };
    case 'everything':
    case 'nothing':
    case 'compare':
    case 'isNull':
    case 'contains':
    case 'has':
      return filter;
  }
}

/** Conditions through links, wherever they stand in the conditions of a list. */
function changeConditions(change: (filter: Through) => Filter): Stages {
  return changeLists((list) => ({ ...list, filter: changeThroughs(list.filter, change) }));
}

/** Leaks in conditions through links. */
export const conditionsFaults: readonly PlantedFault[] = [
  {
    name: 'a condition through a link without the target’s row scope',
    stages: changeConditions((filter) => ({ ...filter, scope: allRows })),
    asked: throughLists,
    spare: 'nothing',
    policy: generousPolicy,
    noticedBy: ['alike worlds', 'reference'],
  },
  {
    name: 'a condition through a link that was not granted',
    stages: conditionsBy((decision) => ({ ...decision, links: decision.resource.links })),
    asked: throughLists,
    spare: 'through',
    policy: fewLinksPolicy,
    noticedBy: ['alike worlds', 'reference'],
  },
  {
    name: 'a condition through a link on a masked field',
    stages: conditionsBy((decision) => ({ ...decision, fields: filteredThoughMasked(decision) })),
    asked: halvedThroughLists,
    spare: 'through',
    policy: maskedPolicy,
    noticedBy: ['alike worlds', 'reference'],
  },
  {
    name: 'a condition through a link that is taken for met',
    stages: changeConditions(() => allRows),
    asked: throughLists,
    policy: generousPolicy,
    noticedBy: ['reference'],
  },
];
