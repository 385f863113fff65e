import type { ColumnShape } from '../../../source/sourceShape.js';

/** What a column is, in the words of its source. */
export function typeInWords({ type }: ColumnShape): string {
  return type === undefined ? 'of no declared type' : `\`${type}\``;
}
