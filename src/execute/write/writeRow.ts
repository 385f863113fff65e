import type { FetchedRow } from '../../source/row.js';
import type { Branches } from '../rowTree.js';

import type { WritePart } from './objectWriter.js';

/**
 * Writes a row as an object of the answer: values in their decided form, keys in the order asked.
 *
 * @throws {NullInNonNull} where a value is missing that the schema requires
 */
export type WriteRow = WritePart<FetchedRow, Branches>;
