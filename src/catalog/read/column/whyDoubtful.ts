import { mostBytesOf } from '../../../source/column/bytesForm.js';
import type { Reading } from '../../../source/column/reading.js';
import type { ColumnShape, WholeRange } from '../../../source/sourceShape.js';
import type { Field } from '../../model/catalog.js';
import { mayHoldOthers } from '../../model/whyNoBytes.js';

/** Why a column may hold what its field's type does not, and how its source is kept from that. */
export interface Doubt {
  readonly why: string;
  readonly advice: string;
}

/** The values that a type of whole numbers has (GraphQL 3.5.1; a Boolean is stored as 0 or 1). */
const ranges: Partial<Readonly<Record<Field['type'], WholeRange>>> = {
  Boolean: { least: 0, greatest: 1 },
  Int: { least: -(2 ** 31), greatest: 2 ** 31 - 1 },
};

/** What is read of the calendar. */
const forms: Partial<Readonly<Record<Field['type'], string>>> = {
  Date: 'day YYYY-MM-DD',
  Time: 'time of day HH:MM:SS',
  LocalDateTime: 'YYYY-MM-DD HH:MM:SS',
  DateTime: 'YYYY-MM-DD HH:MM:SS',
};

function inWords({ least, greatest }: WholeRange): string {
  return `whole numbers from ${BigInt(least)} to ${BigInt(greatest)}`;
}

/**
 * Tells where a column can hold what its field's type cannot. The channel answers soundly then, but a
 * value is missing, and whoever offers the column may not know.
 */
export function whyDoubtful(
  type: Field['type'],
  shape: ColumnShape,
  reading?: Reading,
): Doubt | undefined {
  const { storage, range, mayHoldNoDays } = shape;
  if (reading?.kind === 'bytes') {
    if (!mayHoldOthers(reading.form, shape)) return undefined;
    const many = `${reading.form === 'UUID' ? '' : 'up to '}${mostBytesOf(reading.form)}`;
    const test = reading.form === 'UUID' ? '=' : '<=';
    return {
      why: `may hold other bytes than ${many}`,
      advice: `Let the source refuse others, CHECK (octet_length(…) ${test} ${mostBytesOf(reading.form)}), or let the field be null.`,
    };
  }
  if (reading?.kind === 'codes') {
    return { why: 'may hold what is none of its codes', advice: 'Let the field be null.' };
  }
  if (reading?.kind === 'format') {
    const { text } = reading.format;
    return {
      why: `may hold what is no \`${text}\`, as 0 or an empty text`,
      advice: 'Let the field be null.',
    };
  }
  const wanted = ranges[type];
  if (wanted && range && (range.least < wanted.least || range.greatest > wanted.greatest)) {
    const { least, greatest } = wanted;
    return {
      why: `can hold ${inWords(range)}: more than ${type === 'Boolean' ? 'a Boolean, of which 0 and 1 are all' : 'an Int holds'}`,
      advice:
        type === 'Boolean'
          ? 'Let the source refuse others: CHECK (… IN (0, 1)).'
          : `Let the source refuse others, CHECK (… BETWEEN ${least} AND ${greatest}), or make the field a BigInt.`,
    };
  }
  const form = forms[type];
  if (form !== undefined && mayHoldNoDays) {
    return storage === 'TEXT'
      ? {
          why: `holds texts, and so may hold what is no ${form}`,
          advice: `Offer a column of ${type === 'Time' ? 'times' : 'days'}, or a view’s.`,
        }
      : storage === 'TIME'
        ? {
            why: 'may hold what is no time of day, as 24:00:00',
            advice: 'Mend such times in the source, or let the field be null.',
          }
        : {
            why: 'may hold what is no day of the calendar, as 0000-00-00 or 2012-00-00',
            advice: 'Mend such days in the source, or let the field be null.',
          };
  }
  return undefined;
}
