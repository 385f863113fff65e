import type { Storage } from '../source/column/column.js';

import type { ScalarName } from './scalarName.js';

/** The types that the elements of a list may have, and the kinds of storage that hold each. */
export const elementStorages = {
  String: ['TEXT'],
  ID: ['TEXT', 'INTEGER'],
  Int: ['INTEGER'],
  BigInt: ['INTEGER'],
  Decimal: ['DECIMAL', 'INTEGER'],
  Boolean: ['BOOLEAN'],
  Date: ['DATE'],
} as const satisfies Partial<Readonly<Record<ScalarName, readonly Storage[]>>>;

export type ElementName = keyof typeof elementStorages;

// Object.keys gives the keys that the table's type names.
export const elementNames = Object.keys(elementStorages) as readonly ElementName[];

export function isElementName(name: string): name is ElementName {
  return elementNames.some((one) => one === name);
}

/** The types that elements of this storage fit. */
export function elementsOf(storage: Storage): readonly ElementName[] {
  return elementNames.filter((name) => {
    const storages: readonly Storage[] = elementStorages[name];
    return storages.includes(storage);
  });
}
