import type { PackedColumn } from '../../../source/packedRow.js';
import type { SqlValue } from '../../../source/row.js';

import { momentReader, readDay, readTime } from './clockReaders.js';
import {
  binaryCharset,
  unsignedFlag,
  wireType,
  type ColumnDefinition,
} from './columnDefinition.js';
import { readText } from './readText.js';

type Read = PackedColumn['read'];

/** How a column is sent: in so many bytes, or, where `width` is 0, with its length in front of it. */
export interface WireColumn extends PackedColumn {
  readonly width: number;
}

const whole = (digits: bigint): SqlValue =>
  Number.isSafeInteger(Number(digits)) ? Number(digits) : String(digits);

/** The readers of whole numbers, by their bytes: with a sign, and without. */
const wholeNumbers: ReadonlyMap<number, { readonly signed: Read; readonly unsigned: Read }> =
  new Map([
    [1, { signed: (of, at) => of.readInt8(at), unsigned: (of, at) => of.readUInt8(at) }],
    [2, { signed: (of, at) => of.readInt16LE(at), unsigned: (of, at) => of.readUInt16LE(at) }],
    [4, { signed: (of, at) => of.readInt32LE(at), unsigned: (of, at) => of.readUInt32LE(at) }],
    [
      8,
      {
        signed: (of, at) => whole(of.readBigInt64LE(at)),
        unsigned: (of, at) => whole(of.readBigUInt64LE(at)),
      },
    ],
  ]);

const widths: ReadonlyMap<number, number> = new Map([
  [wireType.tiny, 1],
  [wireType.short, 2],
  [wireType.year, 2],
  [wireType.int24, 4],
  [wireType.long, 4],
  [wireType.longlong, 8],
]);

const texts: ReadonlySet<number> = new Set([
  wireType.varchar,
  wireType.bit,
  wireType.enum,
  wireType.set,
  wireType.tinyBlob,
  wireType.mediumBlob,
  wireType.longBlob,
  wireType.blob,
  wireType.varString,
  wireType.string,
]);

const text: WireColumn = { width: 0, isText: true, read: readText };

const value = (read: Read, width = 0): WireColumn => ({ width, isText: false, read });

function textColumn({ characterSet, encoding, extendedFormat }: ColumnDefinition) {
  if (extendedFormat === 'json') return text;
  if (characterSet === binaryCharset) {
    return value((bytes, start, end) => bytes.subarray(start, end));
  }
  return encoding === undefined || encoding === 'utf8' ? text : undefined;
}

/**
 * How a column is read of the rows of a prepared statement (MySQL's protocol, Binary Protocol Value), with
 * the values that the driver gives; undefined for a type that only the driver reads.
 */
export function wireColumn(definition: ColumnDefinition): WireColumn | undefined {
  const { columnType, flags, decimals } = definition;
  const width = widths.get(columnType);
  const numbers = width && wholeNumbers.get(width);
  if (numbers) {
    const isUnsigned = (flags & unsignedFlag) !== 0 || columnType === wireType.year;
    return value(isUnsigned ? numbers.unsigned : numbers.signed, width);
  }
  switch (columnType) {
    case wireType.float:
      return value((bytes, start) => bytes.readFloatLE(start), 4);
    case wireType.double:
      return value((bytes, start) => bytes.readDoubleLE(start), 8);
    case wireType.date:
      return value(readDay);
    case wireType.datetime:
    case wireType.timestamp:
      return value(momentReader(decimals));
    case wireType.time:
      return value(readTime);
    // Digits, a point and a sign: a text of every encoding.
    case wireType.newDecimal:
    case wireType.json:
      return text;
    default:
      return texts.has(columnType) ? textColumn(definition) : undefined;
  }
}
