import type { GroupField } from '../../../../src/catalog/model/catalog.js';
import type { Column } from '../../../../src/source/column/column.js';
import { generousPolicy, maskedPolicy } from '../../universe/generousPolicy.js';
import { operationOf } from '../../universe/operation.js';

import {
  changeColumns,
  changeFields,
  changeLists,
  changeRoots,
  type PlantedFault,
} from './planting.js';

const unbounded = ({ bound: _, ...column }: Column): Column => column;

function unboundedGroup(by: GroupField): GroupField {
  return { ...by, field: { ...by.field, column: unbounded(by.field.column) } };
}

/** Leaks in what is made of values that are too large to be fetched. */
export const largeValuesFaults: readonly PlantedFault[] = [
  {
    name: 'a value that is fetched whatever its size',
    stages: changeColumns(unbounded),
    asked: operationOf(['lookup', 'list']),
    policy: generousPolicy,
    noticedBy: ['reference'],
  },
  {
    name: 'a mask that tells how long a value is that is too large',
    stages: changeFields((field) =>
      field.form.kind === 'MASKED'
        ? { ...field, field: { ...field.field, column: unbounded(field.field.column) } }
        : field,
    ),
    asked: operationOf(['lookup', 'list']),
    policy: maskedPolicy,
    noticedBy: ['alike worlds', 'reference'],
  },
  {
    name: 'a cursor that holds a mark in the place of a value that is too large',
    stages: changeLists((list) => ({
      ...list,
      order: list.order.map((by) => ({ ...by, column: unbounded(by.column) })),
    })),
    asked: operationOf(['list']),
    policy: generousPolicy,
    noticedBy: ['reference'],
  },
  {
    name: 'a statistic that names what is too large',
    stages: changeRoots((root) =>
      root.kind === 'statistics'
        ? { ...root, cube: { ...root.cube, dimensions: root.cube.dimensions.map(unboundedGroup) } }
        : root,
    ),
    asked: operationOf(['statistics']),
    policy: generousPolicy,
    noticedBy: ['reference'],
  },
];
