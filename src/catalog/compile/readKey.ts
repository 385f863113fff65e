import type { ObjectTypeDefinitionNode } from 'graphql';

import type { TableShape } from '../../source/sourceShape.js';
import type { Faults } from '../fault/fault.js';
import { areUnique } from '../model/areUnique.js';
import type { Field, Resource } from '../model/catalog.js';
import { keyDirective, keysInWords, sentence } from '../read/keysInWords.js';
import type { Vocabulary } from '../read/sdl/vocabulary.js';

/** Reads which fields tell the rows of a type apart; none where it does not say. */
export function readKey(
  node: ObjectTypeDefinitionNode,
  vocabulary: Vocabulary,
  faults: Faults,
): Resource['key'] {
  const { value: name } = node.name;
  const marked = (node.fields ?? []).filter((field) => vocabulary.node(field, 'key'));
  for (const field of marked) {
    if (!vocabulary.read(field, 'key', faults)?.fields) continue;
    faults.at(field, `\`@key\` on a field is about it alone: \`fields\` stands on the type.`);
  }
  const [first, second] = marked;
  const at = vocabulary.node(node, 'key');
  if (!at) {
    if (second) {
      faults.at(
        second,
        `${name} has one key; ${first?.name.value ?? ''} is it already. Where both are it together, state them on the type: \`@key(fields: […])\`.`,
      );
    }
    return first ? [first.name.value] : [];
  }
  if (first) {
    faults.at(first, `${name} has one key, which stands on the type already.`);
  }
  const fields = vocabulary.read(node, 'key', faults)?.fields ?? [];
  if (fields.length === 0 && !faults.within(at)) {
    faults.at(at, '`@key` on a type names the fields that tell its rows apart: `fields: ["…"]`.');
  }
  if (new Set(fields).size < fields.length) faults.at(at, '`@key` names each field once.');
  for (const field of fields) {
    if (node.fields?.some((item) => item.name.value === field)) continue;
    faults.at(at, `\`@key\` names fields of ${name}; "${field}" is none.`);
  }
  return fields;
}

/** Checks that a key does tell rows apart, by an index of its source or by the word of the catalog. */
export function checkUnique(
  { key, unique, fields, table }: Pick<Resource, 'key' | 'unique' | 'fields' | 'table'>,
  node: ObjectTypeDefinitionNode,
  shape: TableShape,
  faults: Faults,
): void {
  const parts = key.flatMap((name): readonly Field[] => {
    const field = fields.get(name);
    return field ? [field] : [];
  });
  // A field at fault, or a link, is told of elsewhere.
  if (parts.length < key.length || key.length === 0) return;
  const columns = parts.map(({ column }) => column.name);
  if (areUnique(columns, unique, shape)) return;
  const at = node.fields?.find(({ name }) => name.value === key[0]) ?? node;
  const directive = keyDirective(fields, shape);
  const advice = directive === undefined ? '' : ` ${sentence(directive)}`;
  const named = columns.map((name) => `"${name}"`).join(', ');
  faults.at(
    at,
    `A key is unique in its table; ${columns.length > 1 ? `columns ${named} together are` : `column ${named} is`} not known to be: ${keysInWords(table, shape)}.${advice} Where ${named} ${columns.length > 1 ? 'are' : 'is'} unique all the same, vouch for it: \`unique: [[${named}]]\` in @resource.`,
  );
}
