import { packedNull, PackedRow, type PackedColumn } from '../../../source/packedRow.js';
import type { ReadValue } from '../../sql/select/rowReader.js';

import type { ColumnDefinition } from './columnDefinition.js';
import { wireColumn, type WireColumn } from './wireColumn.js';

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

/** The rows whose places stand in one array. */
const rowsOfBlock = 64;

/** Finds where the values of rows stand. */
class RowScanner {
  readonly #widths: readonly number[];
  readonly #columns: readonly PackedColumn[];
  #at = 0;
  #block = new Int32Array(0);
  /** The rows whose places are in the block. */
  #rows = rowsOfBlock;

  constructor(columns: readonly WireColumn[], readers: readonly ReadValue[]) {
    this.#widths = columns.map(({ width }) => width);
    this.#columns = columns.map((column, at) => readBy(column, readers[at]));
  }

  scan({ buffer, offset }: Packet): PackedRow {
    const count = this.#widths.length;
    const nulls = offset + headerSize;
    const first = this.#place();
    const places = this.#block;
    this.#at = nulls + ((count + reservedBits + 7) >> 3);
    for (let index = 0; index < count; index += 1) {
      const bit = index + reservedBits;
      if (((buffer[nulls + (bit >> 3)] ?? 0) >> (bit & 7)) & 1) {
        places[first + 2 * index] = packedNull;
        continue;
      }
      const width = this.#widths[index] || this.#length(buffer);
      places[first + 2 * index] = this.#at;
      this.#at += width;
      places[first + 2 * index + 1] = this.#at;
    }
    return new PackedRow(this.#columns, buffer, places, first);
  }

  /** Where the places of the next row begin. */
  #place(): number {
    const size = 2 * this.#widths.length;
    if (this.#rows === rowsOfBlock) {
      // Most answers are of a row or a few.
      const rows = this.#block.length === 0 ? 1 : rowsOfBlock;
      this.#block = new Int32Array(size * rows);
      this.#rows = rowsOfBlock - rows;
    }
    const first = this.#block.length - (rowsOfBlock - this.#rows) * size;
    this.#rows += 1;
    return first;
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
