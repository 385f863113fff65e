import type { Column } from '../../source/column/column.js';

/** How the texts of an element may be spelled at a source, though they are the same. */
type Spelling = Pick<Column, 'eitherCase'>;

/**
 * The elements that have a canonical form, by their names. A citizen's number ends with a check digit
 * that may be X (GB 11643), and agencies hold it as x too.
 */
const spellings: ReadonlyMap<string, Spelling> = new Map([['citizen-id', { eitherCase: true }]]);

/** How the texts of an element may be spelled. Most are spelled in one way. */
export function spellingOf(element: string | null): Spelling {
  return (element !== null && spellings.get(element)) || {};
}
