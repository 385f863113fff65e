import { packedNull, PackedRow, type PackedColumn } from '../../../source/packedRow.js';
import type { ReadValue } from '../../sql/select/rowReader.js';

import type { ColumnDefinition } from './columnDefinition.js';
import { wireColumn, type WireColumn } from './packedColumn.js';

/** A packet of the driver's, whose bytes stay as they are, while the object is used again. */
export interface Packet {
  readonly buffer: Buffer;
  /** Where what it holds begins, behind its header. */
  readonly offset: number;
}

/** Bytes before the bits that tell which values are null. */
const headerSize = 1;
/** Bits that stand before them in their first byte. */
const reservedBits = 2;

function readBy({ isText, read }: WireColumn, shown: ReadValue): PackedColumn {
  if (!shown) return { isText, read };
  return { isText: false, read: (bytes, start, end) => shown(read(bytes, start, end)) };
}

/** Finds where the values of rows stand. */
class RowScanner {
  readonly #widths: readonly number[];
  readonly #columns: readonly PackedColumn[];
  #at = 0;

  constructor(columns: readonly WireColumn[], readers: readonly ReadValue[]) {
    this.#widths = columns.map(({ width }) => width);
    this.#columns = columns.map((column, at) => readBy(column, readers[at]));
  }

  scan({ buffer, offset }: Packet): PackedRow {
    const count = this.#widths.length;
    const nulls = offset + headerSize;
    const places = new Int32Array(2 * count);
    this.#at = nulls + ((count + reservedBits + 7) >> 3);
    for (let index = 0; index < count; index += 1) {
      const bit = index + reservedBits;
      if (((buffer[nulls + (bit >> 3)] ?? 0) >> (bit & 7)) & 1) {
        places[2 * index] = packedNull;
        continue;
      }
      const width = this.#widths[index] || this.#length(buffer);
      places[2 * index] = this.#at;
      this.#at += width;
      places[2 * index + 1] = this.#at;
    }
    return new PackedRow(this.#columns, buffer, places);
  }

  /** The length that stands in front of a value (MySQL's protocol, Length-Encoded Integer). */
  #length(buffer: Buffer): number {
    const first = buffer[this.#at] ?? 0;
    this.#at += 1;
    if (first < 0xfb) return first;
    const size = first === 0xfc ? 2 : first === 0xfd ? 3 : 8;
    const length =
      size === 8 ? Number(buffer.readBigUInt64LE(this.#at)) : buffer.readUIntLE(this.#at, size);
    this.#at += size;
    return length;
  }
}

/**
 * Makes what turns the packets of an answer's rows into rows; undefined where a column is of a type that only
 * the driver reads.
 */
export function rowPacker(
  definitions: readonly ColumnDefinition[],
  readers: readonly ReadValue[],
): ((packet: Packet) => PackedRow) | undefined {
  const columns = definitions.flatMap((definition) => wireColumn(definition) ?? []);
  if (columns.length < definitions.length) return undefined;
  const scanner = new RowScanner(columns, readers);
  return (packet) => scanner.scan(packet);
}
