import type { TableShape } from '../../../source/sourceShape.js';
import type { CodeList } from '../../model/codeList.js';

/** What a field is read against. */
export interface FieldContext {
  /** Undefined where its fault is told already. */
  readonly table: TableShape | undefined;
  readonly codeLists: ReadonlyMap<string, CodeList>;
  /** How many minutes the clock of the source is ahead of that of UTC, where a column states no zone. */
  readonly offset: number;
}
