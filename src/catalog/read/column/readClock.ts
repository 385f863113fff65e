import type { Storage } from '../../../source/column/column.js';
import type { Reading } from '../../../source/column/reading.js';
import type { Field } from '../../model/catalog.js';

/** Reads how a column of this storage holds instants, where its source does not hold them as such. */
export function readClock(
  type: Field['type'],
  storage: Storage | undefined,
  offset: number,
): Reading | undefined {
  if (type !== 'DateTime' || (storage !== 'DATETIME' && storage !== 'TEXT')) return undefined;
  return { kind: 'clock', offset, isText: storage === 'TEXT' };
}
