import type { FieldDefinitionNode } from 'graphql';

import type { Column } from '../../source/column.js';
import type { TableShape } from '../../source/sourceShape.js';
import { scalarTypes } from '../../value/scalarTypes.js';
import type { Faults } from '../fault.js';
import type { Field } from '../model/catalog.js';
import { columnOf } from '../model/columnOf.js';
import { whyUnfit } from '../model/whyUnfit.js';

import { readType } from './readType.js';
import type { Vocabulary } from './vocabulary.js';
import { whyDoubtful } from './whyDoubtful.js';

/**
 * Finds the column of a field. If the table is missing, its fault is already reported; the column is then
 * taken as stated, so that the other faults of the field are still found.
 */
export function readColumn(
  node: FieldDefinitionNode,
  { type, element }: Pick<Field, 'type' | 'element'>,
  table: TableShape | undefined,
  vocabulary: Vocabulary,
  faults: Faults,
): Column | undefined {
  const stated = vocabulary.read(node, 'column', faults);
  if (!stated && vocabulary.node(node, 'column')) return undefined;
  const name = stated?.name ?? node.name.value;
  if (!table) return { name, storage: 'OTHER', nullable: true, exact: false };
  const column = table.get(name);
  if (!column) {
    faults.at(
      vocabulary.node(node, 'column') ?? node,
      `The table has no column "${name}"; it has ${[...table.keys()].join(', ')}.`,
    );
    return undefined;
  }
  if (!scalarTypes[type].storages.includes(column.storage)) {
    faults.at(
      node.type,
      `Column "${name}" is stored as ${column.storage}, which ${type} does not fit.`,
    );
  }
  const unfit = whyUnfit(type, column);
  if (unfit) faults.at(node.type, `Column "${name}" ${unfit}`);
  const doubtful = unfit === undefined && whyDoubtful(type, column);
  if (doubtful) {
    const outcome = readType(node.type).nullable ? 'is told as null' : 'takes its row out of lists';
    faults.warn(
      node.type,
      `Column "${name}" ${doubtful.why}, and what does ${outcome}. ${doubtful.advice}`,
    );
  }
  if (column.nullable && !readType(node.type).nullable) {
    faults.at(
      node.type,
      `Column "${name}" may be null: the field's type is ${type}, not ${type}!.`,
    );
  }
  return columnOf(name, { type, element }, column);
}
