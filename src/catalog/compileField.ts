import { Kind, type FieldDefinitionNode, type TypeNode } from 'graphql';

import type { Field, Governance } from './catalog.js';
import type { Faults } from './fault.js';
import { fieldTypeNames, fits, isFieldType } from './fieldType.js';
import { governField } from './governance.js';
import { readMask } from './readMask.js';
import type { TableShape } from './sourceShape.js';
import type { Vocabulary } from './vocabulary.js';

/** The named type and nullability of a field's type; undefined for lists, which no column holds. */
export function readType(type: TypeNode): { name: string; nullable: boolean } | undefined {
  const nullable = type.kind !== Kind.NON_NULL_TYPE;
  const inner = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
  return inner.kind === Kind.NAMED_TYPE ? { name: inner.name.value, nullable } : undefined;
}

/** Compiles an item: a field that holds a column's value. Undefined where a fault forbids it. */
export function compileField(
  node: FieldDefinitionNode,
  ofType: Governance,
  table: TableShape,
  vocabulary: Vocabulary,
  faults: Faults,
): Field | undefined {
  const name = node.name.value;
  const governance = governField(node, ofType, vocabulary, faults);
  const type = readType(node.type);
  if (!type || !isFieldType(type.name)) {
    faults.at(
      node.type,
      `${name} is one of ${fieldTypeNames.join(', ')}, or another type with \`@link(from: …, to: …)\`.`,
    );
    return undefined;
  }
  const stated = vocabulary.read(node, 'column', faults);
  if (!stated && vocabulary.node(node, 'column')) return undefined;
  const columnName = stated?.name ?? name;
  const column = table.get(columnName);
  if (!column) {
    faults.at(
      vocabulary.node(node, 'column') ?? node,
      `The table has no column "${columnName}"; it has ${[...table.keys()].join(', ')}.`,
    );
    return undefined;
  }
  if (vocabulary.node(node, 'key') && !column.unique) {
    faults.at(node, `A key is unique in its table; column "${columnName}" is not.`);
  }
  if (!fits(type.name, column.storage)) {
    faults.at(
      node.type,
      `Column "${columnName}" is stored as ${column.storage}, which ${type.name} does not fit.`,
    );
  }
  if (!type.nullable && column.nullable) {
    faults.at(
      node.type,
      `Column "${columnName}" may be null: the field's type is ${type.name}, not ${type.name}!.`,
    );
  }
  const mask = readMask(node, type.name, vocabulary, faults);
  return {
    ...governance,
    name,
    description: node.description?.value ?? null,
    type: type.name,
    nullable: type.nullable,
    column: { name: columnName, storage: column.storage },
    mask,
    isWithheld: mask === null && vocabulary.node(node, 'desensitize') !== undefined,
  };
}
