import type { ScalarName } from '../../mask/scalarName.js';
import type { Storage } from '../../source/column.js';

/** The types that a field may have, each with the kinds of storage that can hold its values. */
const storages: { readonly [Name in ScalarName]: readonly Storage[] } = {
  ID: ['TEXT', 'INTEGER'],
  String: ['TEXT'],
  Int: ['INTEGER'],
  Float: ['REAL', 'INTEGER', 'DECIMAL'],
  Boolean: ['INTEGER'],
  Date: ['DATE', 'TEXT'],
};

export const fieldTypes = Object.keys(storages) as readonly ScalarName[];

export function isFieldType(name: string): name is ScalarName {
  return Object.hasOwn(storages, name);
}

/** Whether a column with this storage can hold values of this type. */
export function canStore(type: ScalarName, storage: Storage): boolean {
  return storages[type].includes(storage);
}
