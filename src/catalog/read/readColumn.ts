import type { FieldDefinitionNode } from 'graphql';

import type { Column } from '../../source/column.js';
import type { ColumnShape, TableShape } from '../../source/sourceShape.js';
import type { Faults } from '../fault.js';
import type { Field } from '../model/catalog.js';
import { canStore } from '../model/fieldTypes.js';

import { readType } from './readType.js';
import type { Vocabulary } from './vocabulary.js';
import { whyDoubtful } from './whyDoubtful.js';

/** The decimal digits that a double keeps (IEEE 754). */
const digitsOfDouble = 15;

/** The characters of a day, YYYY-MM-DD. */
const lengthOfDay = 10;

/** Why no value, or not each, of a column can be told as one of a type; undefined where each may be. */
function whyUnfit(type: Field['type'], { digits, length }: ColumnShape): string | undefined {
  if (type === 'Float' && digits !== undefined && digits > digitsOfDouble) {
    return `holds decimals of up to ${digits} digits, and a Float keeps ${digitsOfDouble}: offer a column, or a view's, of ${digitsOfDouble} digits at the most.`;
  }
  if (type === 'Date' && length !== undefined && length < lengthOfDay) {
    return `holds texts of up to ${length} characters, and a Date is a text of ${lengthOfDay}, as 1990-03-07: offer a column, or a view's, that holds such, or make the field a String.`;
  }
  return undefined;
}

/**
 * Finds the column of a field. If the table is missing, its fault is already reported; the column is then
 * taken as stated, so that the other faults of the field are still found.
 */
export function readColumn(
  node: FieldDefinitionNode,
  type: Field['type'],
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
  if (vocabulary.node(node, 'key') && !column.unique) {
    faults.at(node, `A key is unique in its table; column "${name}" is not.`);
  }
  if (!canStore(type, column.storage)) {
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
  const { storage, nullable, exact, isDerived, isSingle, isUnsigned, holdsOnlyDays } = column;
  const ofDays = type === 'Date' && holdsOnlyDays !== true;
  return {
    name,
    storage,
    nullable: nullable || ofDays,
    exact,
    ...(isDerived && { isDerived }),
    ...(isSingle && { isSingle }),
    ...(isUnsigned && { isUnsigned }),
    ...(ofDays && { ofDays }),
  };
}
