import type { ObjectTypeDefinitionNode } from 'graphql';

import type { TableShape } from '../../source/sourceShape.js';
import type { Faults } from '../fault.js';
import type { Field, Resource } from '../model/catalog.js';
import { areUnique } from '../model/uniqueColumns.js';
import type { Vocabulary } from '../read/vocabulary.js';

/** Reads which fields tell the rows of a type apart; none where it does not say. */
export function readKey(
  node: ObjectTypeDefinitionNode,
  vocabulary: Vocabulary,
  faults: Faults,
): Resource['key'] {
  const keys = (node.fields ?? []).filter((field) => vocabulary.node(field, 'key'));
  const [key, second] = keys;
  if (second)
    faults.at(second, `${node.name.value} has one key; ${key?.name.value ?? ''} is it already.`);
  return key ? [key.name.value] : [];
}

/** Checks that a key does tell rows apart, by an index of its source or by the word of the catalog. */
export function checkUnique(
  { key, unique, fields }: Pick<Resource, 'key' | 'unique' | 'fields'>,
  node: ObjectTypeDefinitionNode,
  table: TableShape,
  faults: Faults,
): void {
  const parts = key.flatMap((name): readonly Field[] => {
    const field = fields.get(name);
    return field ? [field] : [];
  });
  // A field at fault, or a link, is told of elsewhere.
  if (parts.length < key.length || key.length === 0) return;
  const columns = parts.map(({ column }) => column.name);
  if (areUnique(columns, unique, table)) return;
  const at = node.fields?.find(({ name }) => name.value === key[0]) ?? node;
  const named = columns.map((name) => `"${name}"`).join(', ');
  faults.at(
    at,
    `A key is unique in its table; column ${named} is not. Where the data is so without an index, as in a view, vouch for it: \`unique: [[${named}]]\` in @resource.`,
  );
}
