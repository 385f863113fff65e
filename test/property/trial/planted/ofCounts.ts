import { allRows } from '../../../../src/source/request/filter.js';
import { generousPolicy } from '../../universe/generousPolicy.js';
import { operationOf } from '../../universe/operation.js';

import { changeResources, changeRoots, type PlantedFault } from './planting.js';

/** Leaks in aggregates and statistics. */
export const countsFaults: readonly PlantedFault[] = [
  {
    name: 'an aggregate that skips the row scope',
    stages: changeRoots((root) =>
      root.kind === 'aggregate' && root.filter.kind !== 'everything'
        ? { ...root, filter: allRows }
        : root,
    ),
    asked: operationOf(['aggregate']),
    noticedBy: ['alike worlds', 'reference'],
  },
  {
    name: 'an aggregate that counts a value as often as it stands',
    stages: changeRoots((root) =>
      root.kind === 'aggregate'
        ? {
            ...root,
            step: {
              ...root.step,
              measures: root.step.measures.map((measure) =>
                measure.kind === 'distinct' ? { ...measure, kind: 'values' as const } : measure,
              ),
            },
          }
        : root,
    ),
    asked: operationOf(['aggregate']),
    noticedBy: ['reference'],
  },
  {
    name: 'a statistic without its row scope',
    stages: changeRoots((root) =>
      root.kind === 'statistics' ? { ...root, filter: allRows } : root,
    ),
    asked: operationOf(['statistics']),
    policy: generousPolicy,
    noticedBy: ['alike worlds', 'reference'],
  },
  {
    name: 'a statistic that tells of few',
    stages: changeRoots((root) =>
      root.kind === 'statistics' ? { ...root, cube: { ...root.cube, base: 1 } } : root,
    ),
    asked: operationOf(['statistics']),
    noticedBy: ['reference'],
  },
  {
    name: 'a statistic that draws once for all cells',
    stages: changeRoots((root) =>
      root.kind === 'statistics' ? { ...root, draw: () => root.draw('[[],null]') } : root,
    ),
    asked: operationOf(['statistics']),
    policy: generousPolicy,
    noticedBy: ['reference'],
  },
  {
    name: 'a statistic of what was given for none',
    stages: changeResources((decision) =>
      decision.reach.has('STATISTICS') ? { ...decision, cubes: decision.resource.cubes } : decision,
    ),
    asked: operationOf(['statistics']),
    spare: 'root',
    noticedBy: ['reference'],
  },
];
