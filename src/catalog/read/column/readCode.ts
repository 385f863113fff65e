import type { Storage } from '../../../source/column/column.js';

/** What a source holds for a value, or why it is none. */
type ReadCode =
  | { readonly kind: 'code'; readonly code: string | number }
  | { readonly kind: 'refused'; readonly why: string };

/** What would end a literal of a statement, or is not seen. */
const unwritten = /['"`\\\p{Cc}\p{Cf}\p{Cs}]/u;

/**
 * Reads a code as a column of this storage holds it.
 *
 * @param storage undefined where the column is not known, which is told already
 */
export function readCode(text: string, storage: Storage | undefined): ReadCode {
  if (unwritten.test(text) || text.length > 100) {
    return {
      kind: 'refused',
      why: 'A code has at most 100 characters, and no quotes, backslashes or characters that are not seen.',
    };
  }
  if (storage !== 'INTEGER') return { kind: 'code', code: text };
  const code = Number(text);
  return Number.isSafeInteger(code) && String(code) === text
    ? { kind: 'code', code }
    : {
        kind: 'refused',
        why: `The column holds whole numbers, as \`"1"\`; \`"${text}"\` is none.`,
      };
}
