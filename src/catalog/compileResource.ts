import type { FieldDefinitionNode, ObjectTypeDefinitionNode } from 'graphql';

import type { AgencyCode, SourceName } from '../shared/brand.js';

import type { Column, Field, Link, Resource } from './catalog.js';
import { compileField, readType } from './compileField.js';
import type { Faults } from './fault.js';
import { governResource } from './governance.js';
import type { SourceShape, TableShape } from './sourceShape.js';
import type { Vocabulary } from './vocabulary.js';

/** Whose a document is, and where its tables are. */
export interface Provider {
  readonly agency: AgencyCode;
  readonly source: SourceName;
  readonly shape: SourceShape;
}

const notOnLinks = ['share', 'open', 'classify', 'desensitize', 'column'] as const;

function compileLink(
  node: FieldDefinitionNode,
  vocabulary: Vocabulary,
  faults: Faults,
): Link | undefined {
  const link = vocabulary.read(node, 'link', faults);
  const type = readType(node.type);
  for (const name of notOnLinks) {
    const stray = vocabulary.node(node, name);
    if (stray) {
      faults.at(stray, `A link holds no value: put @${name} on the field that carries it.`);
    }
  }
  if (!link) return undefined;
  if (!type?.nullable) {
    faults.at(
      node.type,
      `A link may find no row, so the type of ${node.name.value} is nullable and no list.`,
    );
    return undefined;
  }
  return {
    name: node.name.value,
    description: node.description?.value ?? null,
    from: link.from,
    target: type.name,
    to: link.to,
  };
}

function readKey(
  node: ObjectTypeDefinitionNode,
  vocabulary: Vocabulary,
  faults: Faults,
): string | undefined {
  const keys = (node.fields ?? []).filter((field) => vocabulary.node(field, 'key'));
  const [key, second] = keys;
  if (!key)
    faults.at(
      node,
      `${node.name.value} has a key: put \`@key\` on the field that tells its rows apart.`,
    );
  if (second)
    faults.at(second, `${node.name.value} has one key; ${key?.name.value ?? ''} is it already.`);
  return key?.name.value;
}

function readPageBy(
  node: ObjectTypeDefinitionNode,
  name: string,
  table: TableShape,
  vocabulary: Vocabulary,
  faults: Faults,
): Column | null {
  const column = table.get(name);
  const at = vocabulary.node(node, 'resource') ?? node;
  if (!column) {
    faults.at(at, `\`pageBy\` names a column of the table; "${name}" is none.`);
    return null;
  }
  if (!column.unique || column.nullable) {
    faults.at(at, `\`pageBy\` names a column that is unique and not null; "${name}" is not.`);
  }
  return { name, storage: column.storage };
}

/** Compiles one type of a catalog. Undefined where a fault leaves nothing to go on with. */
export function compileResource(
  node: ObjectTypeDefinitionNode,
  provider: Provider,
  vocabulary: Vocabulary,
  faults: Faults,
): Resource | undefined {
  const stated = vocabulary.read(node, 'resource', faults);
  if (!stated) {
    if (!vocabulary.node(node, 'resource')) {
      faults.at(
        node,
        `${node.name.value} is an information resource: add \`@resource(code: …, title: …, table: …, updateCycle: …)\`.`,
      );
    }
    return undefined;
  }
  const governance = governResource(node, vocabulary, faults);
  const table = provider.shape.get(stated.table);
  const key = readKey(node, vocabulary, faults);
  if (!table) {
    faults.at(
      vocabulary.node(node, 'resource') ?? node,
      `Source "${provider.source}" has no table "${stated.table}"; it has ${[...provider.shape.keys()].join(', ')}.`,
    );
  }
  if (!governance || !table || key === undefined) return undefined;

  const fields = new Map<string, Field>();
  const links = new Map<string, Link>();
  for (const item of node.fields ?? []) {
    if (item.name.value.startsWith('__')) {
      faults.at(item, `The name of a field does not begin with "__"; ${item.name.value} does.`);
    }
    if (vocabulary.node(item, 'link')) {
      const link = compileLink(item, vocabulary, faults);
      if (link) links.set(link.name, link);
    } else {
      const field = compileField(item, governance, table, vocabulary, faults);
      if (field) fields.set(field.name, field);
    }
  }
  return {
    ...governance,
    name: node.name.value,
    description: node.description?.value ?? null,
    code: stated.code,
    title: stated.title,
    agency: provider.agency,
    source: provider.source,
    table: stated.table,
    updateCycle: stated.updateCycle,
    key,
    pageBy: stated.pageBy ? readPageBy(node, stated.pageBy, table, vocabulary, faults) : null,
    fields,
    links,
  };
}
