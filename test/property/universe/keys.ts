import { citizensNumber } from '../reference/spelling.js';

import { model, type ModelRow, type ModelValue, type TypeName } from './model.js';

/** The fields that tell the rows of a type apart. */
export function keyFields(type: TypeName): readonly string[] {
  const { key, alsoKey } = model[type];
  return alsoKey === undefined ? [key] : [key, alsoKey];
}

/** The columns that order its pages. */
export function pageColumns(type: TypeName): readonly string[] {
  const { pageBy, alsoPageBy } = model[type];
  return alsoPageBy === undefined ? [pageBy] : [pageBy, alsoPageBy];
}

/** The values of a key that is drawn as one text. */
export function keyParts(type: TypeName, key: string): Readonly<Record<string, ModelValue>> {
  const fields = keyFields(type);
  const values = fields.length === 1 ? [key] : (JSON.parse(key) as ModelValue[]);
  return Object.fromEntries(fields.map((field, at) => [field, values[at] ?? null]));
}

/** What tells a row apart, in whichever spelling where it says so. */
export function keyText(
  type: TypeName,
  row: ModelRow,
  citizens: ReadonlySet<string> = new Set(),
): string {
  const values = keyFields(type).map((field) => {
    const value = row[field] ?? null;
    return citizens.has(field) ? citizensNumber(value) : value;
  });
  return JSON.stringify(values);
}

/** Where a row stands in the order of its provider. */
export function pageText(type: TypeName, row: ModelRow): string {
  return JSON.stringify(pageColumns(type).map((column) => row[column] ?? null));
}
