import type { FetchedRow, Row } from '../../../source/row.js';
import type { ReadValue } from '../../sql/select/rowReader.js';

import type { ColumnDefinition } from './columnDefinition.js';
import { rowPacker, type Packet } from './rowPacker.js';

type RowParser<R> = new () => { next(packet: Packet, ...more: readonly unknown[]): R };

/** The part of the driver's command that makes its rows. It is no part of the driver's documentation. */
interface Execution {
  buildParserFromFields(
    definitions: readonly ColumnDefinition[],
    connection: unknown,
  ): RowParser<FetchedRow>;
}

function makesRows(command: unknown): command is Execution {
  return (
    typeof command === 'object' &&
    command !== null &&
    'buildParserFromFields' in command &&
    typeof command.buildParserFromFields === 'function'
  );
}

/** Gives rows as they were sent. */
class PackedParser {
  readonly #pack: (packet: Packet) => FetchedRow;

  constructor(pack: (packet: Packet) => FetchedRow) {
    this.#pack = pack;
  }

  next(packet: Packet): FetchedRow {
    return this.#pack(packet);
  }
}

/** Gives rows that the driver made, their values read. */
class ReadingParser {
  readonly #parser: InstanceType<RowParser<FetchedRow>>;
  readonly #readers: readonly ReadValue[];

  constructor(Parser: RowParser<FetchedRow>, readers: readonly ReadValue[]) {
    this.#parser = new Parser();
    this.#readers = readers;
  }

  next(packet: Packet, ...more: readonly unknown[]): Row {
    const row = this.#parser.next(packet, ...more) as Row;
    return row.map((value, at) => {
      const read = this.#readers[at];
      return read ? read(value) : value;
    });
  }
}

/**
 * Lets a command of the driver give its rows as they were sent.
 *
 * @param command as `execute` of a connection gives it, before its rows come
 * @param readers what is made of the values of each column
 */
export function packRows(command: unknown, readers: readonly ReadValue[]): void {
  if (!makesRows(command)) throw new TypeError('the driver makes its rows in another way');
  const byDriver = command.buildParserFromFields.bind(command);
  // Bound classes, since one of its own for each answer would stay in memory until all of it is looked through.
  command.buildParserFromFields = (definitions, connection) => {
    const pack = rowPacker(definitions, readers);
    return pack
      ? PackedParser.bind(null, pack)
      : ReadingParser.bind(null, byDriver(definitions, connection), readers);
  };
}
