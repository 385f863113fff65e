import type { ExchangeError } from '../../errors/exchangeError.js';
import type { RowShape } from '../../plan/rows/rowShape.js';

/** How far an export has come, and what was wrong on the way. */
export interface ExportMark {
  /** How many rows have left so far. */
  readonly rows: number;
  /** Behind which the export goes on; null where no row was fetched. */
  readonly cursor: string | null;
  /** The errors of values, each kind once. */
  readonly errors: readonly ExchangeError[];
}

/** The end of an export. */
export interface ExportEnd extends ExportMark {
  /** `OK`, `PARTIAL`, or the code of what ended it before all rows had left. */
  readonly outcome: string;
}

/** How an export is written for those who asked for it. */
export interface ExportFormat {
  readonly contentType: string;
  /** What stands before the first row. */
  readonly opening: Buffer;
  /** Writes rows of which each is a line of JSON. */
  readonly rows: (lines: Buffer) => Buffer;
  /** Writes what stands behind a chunk. */
  readonly mark: (mark: ExportMark) => Buffer;
  /** Writes the last line. */
  readonly end: (end: ExportEnd) => Buffer;
}

/** Makes a format for rows of a shape. @throws {ExchangeError} BAD_USER_INPUT where it cannot hold them */
export type MakeFormat = (shape: RowShape) => ExportFormat;
