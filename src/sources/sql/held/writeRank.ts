import type { Column } from '../../../source/column/column.js';
import type { Code } from '../../../source/column/reading.js';
import type { Dialect } from '../dialect.js';

/**
 * Writes the place of a column's code in the order of its values; null for what is none of them. Codes are
 * of the catalog, and hold nothing that would end a literal.
 */
export function writeRank(
  column: Column,
  codes: readonly Code[],
  alias: string | null,
  dialect: Dialect,
): string {
  const ranks = codes.map(({ code }, at) => `WHEN ${dialect.literalOf(code)} THEN ${at}`);
  return `CASE ${dialect.exactOf(column, alias)} ${ranks.join(' ')} END`;
}
