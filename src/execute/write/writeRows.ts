import { ExchangeError } from '../../errors/exchangeError.js';
import type { FetchedRow } from '../../source/row.js';

import { jsonBytes, type JsonOut } from './jsonOut.js';
import { at, pathInFull, type Path } from './path.js';
import { NullInNonNull, type Writing } from './writing.js';

const [opening, closing] = [jsonBytes('['), jsonBytes(']')];

/**
 * The error for which a row was left out, at the list: the row has no place in the answer any more. Its
 * other errors are of nothing that is there, and are dropped.
 */
function errorAtList(ofRow: readonly ExchangeError[], list: Path): ExchangeError {
  const reason = ofRow.at(-1);
  if (!reason) throw new TypeError('a row is left out for no reason');
  const { code, message, cause } = reason;
  const details = { path: pathInFull(list), cause };
  return new ExchangeError(code, `${message} Rows with such a value are left out.`, details);
}

/** How rows stand one behind the other. */
interface Standing {
  /** Writes what stands between two rows. */
  readonly between: (out: JsonOut) => void;
  /** How many rows have gone before, of which a path counts on. */
  readonly before: number;
}

/**
 * Writes rows. A row that lacks a value that the schema requires is left out, with an error at the list: the
 * other rows are as good as before.
 *
 * @param write writes one row
 * @returns how many were written
 */
export function writeEach(
  rows: readonly FetchedRow[],
  { out, errors }: Writing,
  list: Path,
  { between, before }: Standing,
  write: (row: FetchedRow, path: Path) => void,
): number {
  let written = 0;
  let told: Set<string> | null = null;
  for (const row of rows) {
    const [length, known] = [out.length, errors.length];
    try {
      if (written > 0) between(out);
      // A path counts the rows that are in the answer.
      write(row, at(list, before + written));
      written += 1;
    } catch (error) {
      if (!(error instanceof NullInNonNull)) throw error;
      out.cut(length);
      const left = errorAtList(errors.splice(known), list);
      // Many rows of a page may be left out for the same reason, which is told once.
      told ??= new Set();
      if (!told.has(left.message)) errors.push(left);
      told.add(left.message);
    }
  }
  return written;
}

const byComma: Standing = {
  between: (out) => {
    out.comma();
  },
  before: 0,
};

/** Writes the rows of a list as one. */
export function writeRows(
  rows: readonly FetchedRow[],
  writing: Writing,
  list: Path,
  write: (row: FetchedRow, path: Path) => void,
): void {
  writing.out.bytes(opening);
  writeEach(rows, writing, list, byComma, write);
  writing.out.bytes(closing);
}
