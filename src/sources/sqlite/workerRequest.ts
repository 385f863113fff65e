import type { ColumnShape } from '../../source/sourceShape.js';
import type { Statement } from '../sql/statement.js';

/** What the connector asks of its worker thread. */
export type WorkerRequest =
  | { readonly id: number; readonly kind: 'fetch'; readonly statement: Statement }
  | { readonly id: number; readonly kind: 'shape' | 'sizes' };

/**
 * What the worker answers. `json` is the rows (arrays of values) or the tables as text, which
 * crosses threads faster than a structured clone; null where the driver failed.
 */
export interface WorkerAnswer {
  readonly id: number;
  readonly json: string | null;
  /** Whether it failed over a table or a column that the file does not have. */
  readonly isUnknownName?: boolean;
}

/** Tables with their columns. */
export type ShapeEntries = readonly (readonly [
  string,
  readonly (readonly [string, ColumnShape])[],
])[];
