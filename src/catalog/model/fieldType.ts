import { Kind, type TypeNode } from 'graphql';

import type { ScalarName } from '../../mask/scalarName.js';
import type { Storage } from '../../source/column.js';

/** The types that a field of a catalog may have, each with the storage that can hold its values. */
const storages: { readonly [Name in ScalarName]: readonly Storage[] } = {
  ID: ['TEXT', 'INTEGER'],
  String: ['TEXT'],
  Int: ['INTEGER'],
  Float: ['REAL', 'INTEGER', 'DECIMAL'],
  Boolean: ['INTEGER'],
  Date: ['DATE', 'TEXT'],
};

export const fieldTypeNames = Object.keys(storages) as readonly ScalarName[];

export function isFieldType(name: string): name is ScalarName {
  return Object.hasOwn(storages, name);
}

/** Whether values of a column so stored can be answered as this type. */
export function fits(type: ScalarName, storage: Storage): boolean {
  return storages[type].includes(storage);
}

/** The named type of a field's type, whether it may be null, and whether it is a list of such. */
export function readType(type: TypeNode): {
  readonly name: string;
  readonly nullable: boolean;
  readonly isList: boolean;
} {
  const nullable = type.kind !== Kind.NON_NULL_TYPE;
  const inner = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
  if (inner.kind === Kind.LIST_TYPE) {
    return { name: readType(inner.type).name, nullable, isList: true };
  }
  return { name: inner.name.value, nullable, isList: false };
}
