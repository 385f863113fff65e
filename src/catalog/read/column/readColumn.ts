import type { FieldDefinitionNode } from 'graphql';

import type { Column } from '../../../source/column/column.js';
import { scalarTypes } from '../../../value/scalarTypes.js';
import type { Faults } from '../../fault/fault.js';
import type { Field } from '../../model/catalog.js';
import { columnOf } from '../../model/columnOf.js';
import { isStored } from '../../model/isStored.js';
import { listed, meant } from '../../model/meant.js';
import { whyUnfit } from '../../model/whyUnfit.js';
import { readType } from '../sdl/readType.js';
import type { Vocabulary } from '../sdl/vocabulary.js';

import type { FieldContext } from './fieldContext.js';
import { readClock } from './readClock.js';
import { readCodes } from './readCodes.js';
import { readFormat } from './readFormat.js';
import { readMembers } from './readMembers.js';
import { readTruth } from './readTruth.js';
import { whyDoubtful } from './whyDoubtful.js';
import { whyNoElements } from './whyNoElements.js';
import { whyNotStored } from './whyNotStored.js';

/**
 * Finds the column of a field. If the table is missing, its fault is already reported; the column is then
 * taken as stated, so that the other faults of the field are still found.
 */
export function readColumn(
  node: FieldDefinitionNode,
  { type, element, codeList, elements }: Pick<Field, 'type' | 'element' | 'codeList' | 'elements'>,
  { table, offset }: Pick<FieldContext, 'table' | 'offset'>,
  vocabulary: Vocabulary,
  faults: Faults,
): Column | undefined {
  const stated = vocabulary.read(node, 'column', faults);
  if (!stated && vocabulary.node(node, 'column')) return undefined;
  const name = stated?.name ?? node.name.value;
  const reading =
    readFormat(node, type, vocabulary, faults) ??
    readTruth(node, type, table?.get(name)?.storage, vocabulary, faults) ??
    (codeList ? readCodes(codeList, table?.get(name)?.storage, node.type, faults) : undefined) ??
    readClock(type, table?.get(name)?.storage, offset) ??
    readMembers(type, table?.get(name)?.storage);
  const isStated = codeList ?? stated?.format ?? stated?.true ?? stated?.false;
  if (isStated != null && !reading) return undefined;
  if (!table) return { name, storage: 'OTHER', nullable: true, exact: false };
  const column = table.get(name);
  if (!column) {
    faults.at(
      vocabulary.node(node, 'column') ?? node,
      `The table has no column "${name}"; it has ${listed([...table.keys()])}.${meant(name, table.keys())}`,
    );
    return undefined;
  }
  if (vocabulary.node(node, 'key') && !scalarTypes[type].isCompared) {
    faults.at(
      node,
      `A key is compared; "${node.name.value}" is ${type}, which nothing is compared with.`,
    );
  }
  const isHeld = isStored({ type, ...(elements && { elements }) }, column, reading);
  if (!isHeld) {
    const why = elements
      ? whyNoElements(name, elements, column)
      : whyNotStored(name, type, column, reading);
    faults.at(node.type, why);
  }
  const unfit = isHeld ? whyUnfit(type, column, reading) : undefined;
  if (unfit) faults.at(node.type, `Column "${name}" ${unfit}`);
  // Who states a format knows what the column holds; where nothing can stand for the rest, a row is lost.
  const isStatedSo = reading !== undefined && reading.kind !== 'clock';
  const isKnown = isStatedSo && readType(node.type).nullable;
  const doubtful = isHeld && unfit === undefined && !isKnown && whyDoubtful(type, column, reading);
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
  return columnOf(name, { type, element }, column, reading);
}
