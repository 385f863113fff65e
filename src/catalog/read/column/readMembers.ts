import type { Storage } from '../../../source/column/column.js';
import type { Reading } from '../../../source/column/reading.js';
import type { Field } from '../../model/catalog.js';

/** Reads how a text holds a list. */
export function readMembers(
  type: Field['type'],
  storage: Storage | undefined,
): Reading | undefined {
  return type === 'List' && storage === 'TEXT' ? { kind: 'members' } : undefined;
}
