import type { FieldDefinitionNode } from 'graphql';

import { isBytesForm } from '../../../source/column/bytesForm.js';
import { readDayFormat } from '../../../source/column/dayFormat.js';
import type { Reading } from '../../../source/column/reading.js';
import type { Faults } from '../../fault/fault.js';
import type { Field } from '../../model/catalog.js';
import type { Vocabulary } from '../sdl/vocabulary.js';

const examples = {
  Date: '`YYYYMMDD`, `YYYY/MM/DD` or `YYYY年MM月DD日`',
  LocalDateTime: '`YYYYMMDDHHmmss` or `YYYY/MM/DD HH:mm:ss`',
} as const;

/** What is wrong with a format beside a field's type; undefined where nothing is. */
function whyNone(type: Field['type'], text: string): string | undefined {
  if (type === 'ID') {
    return isBytesForm(text)
      ? undefined
      : 'Bytes are told as an ID by `UUID`, of 16, or by `HEX`, the digits of up to 64.';
  }
  if (type !== 'Date' && type !== 'LocalDateTime') {
    return `A format is of a Date or a LocalDateTime, or of an ID over bytes; this field is ${type}.`;
  }
  if (/^Y{4}[^A-Za-z]*M{2}[^A-Za-z]*$/.test(text)) {
    return 'A month is no day, and the first of it would be a day that nobody stated: leave `format` out and make the field a String, or an Int; `YYYYMM` compares, sorts and groups as the months do.';
  }
  const format = readDayFormat(text);
  if (format && (format.holds === 'DAY') === (type === 'Date')) return undefined;
  if (format) {
    return format.holds === 'DAY'
      ? `\`${text}\` holds days: make the field a Date.`
      : `\`${text}\` holds a time of day too: make the field a LocalDateTime.`;
  }
  return `The format of a ${type} has its parts from the year on, each with all its digits, as ${examples[type]}; between them stand - / . : T, blanks or 年月日时分秒.`;
}

/** Reads how a column holds days or moments, or how its bytes are told; undefined where it says nothing, or what is no format. */
export function readFormat(
  node: FieldDefinitionNode,
  type: Field['type'],
  vocabulary: Vocabulary,
  faults: Faults,
): Reading | undefined {
  const text = vocabulary.read(node, 'column', faults)?.format;
  if (text === undefined || text === null) return undefined;
  const why = whyNone(type, text);
  if (why !== undefined) faults.at(vocabulary.node(node, 'column') ?? node, why);
  if (type === 'ID' && isBytesForm(text)) return { kind: 'bytes', form: text };
  const format = why === undefined ? readDayFormat(text) : undefined;
  return format && { kind: 'format', format };
}
