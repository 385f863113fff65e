import type { Storage } from '../../../source/column/column.js';
import type { Reading } from '../../../source/column/reading.js';
import type { ColumnShape } from '../../../source/sourceShape.js';
import { elementsOf } from '../../../value/elementStorages.js';
import type { Field } from '../../model/catalog.js';
import { storagesOf } from '../../model/storagesOf.js';

import { fittingTypes } from './fittingTypes.js';
import { typeInWords } from './typeInWords.js';

/** An enumeration as a sentence has it: a, b or c. */
function either(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${last}` : last;
}

function whatFits(shape: ColumnShape): string {
  const { surely: ofOne, perhaps } = fittingTypes(shape);
  const lists = shape.elements ? elementsOf(shape.elements.storage) : [];
  const surely = [...ofOne, ...lists.map((one) => `[${one}!]`)];
  if (surely.length === 0) return `it fits ${either(perhaps)}`;
  const rest = perhaps.length > 0 ? `, and ${either(perhaps)} where it holds nothing else` : '';
  return `it fits ${either(surely)}${rest}`;
}

const inWords: Partial<Readonly<Record<Storage, string>>> = {
  TEXT: 'texts',
  INTEGER: 'whole numbers',
};

/** Why a column that is there holds no values of a field's type, and what would be right. */
export function whyNotStored(
  name: string,
  type: Field['type'],
  shape: ColumnShape,
  reading: Reading | undefined,
): string {
  const { storage, instead } = shape;
  const is = `Column "${name}" is ${typeInWords(shape)}`;
  if (storage === 'BYTES') {
    const or = instead === undefined ? '' : `; or ${instead}`;
    return `${is}: make the field an ID and say how its bytes are told, \`@column(format: "UUID")\` of 16 or \`format: "HEX"\` of up to 64${or}.`;
  }
  if (storage === 'OTHER') {
    const or = instead === undefined ? '' : `, or ${instead}`;
    return `${is}, which no field can hold: leave it out${or}.`;
  }
  if (reading?.kind === 'bytes') {
    return `${is}, which holds no bytes, as \`${reading.form}\` has them: leave \`format\` out; ${whatFits(shape)}.`;
  }
  if (reading?.kind === 'codes') {
    return `${is}, and codes are texts or whole numbers: ${whatFits(shape)}.`;
  }
  if (reading?.kind === 'format') {
    const held = storagesOf(type, reading).map((one) => inWords[one] ?? one);
    const right =
      storage === 'INTEGER'
        ? 'of whole numbers a format is of digits alone, as `YYYYMMDD`'
        : whatFits(shape);
    return `${is}, and \`${reading.format.text}\` is how ${either(held)} hold days: ${right}.`;
  }
  if (type === 'Boolean' && storage === 'TEXT') {
    return `${is}, which ${type} does not fit: say what it holds for either, \`@column(true: "Y", false: "N")\`.`;
  }
  const isDay = type === 'Date' || type === 'LocalDateTime';
  const advice =
    isDay && storage === 'INTEGER' && !shape.isYear
      ? ' Where its digits are those of a day, say which: `@column(format: "YYYYMMDD")`.'
      : '';
  return `${is}, which ${type} does not fit: ${whatFits(shape)}.${advice}`;
}
