import type { FieldDefinitionNode, ObjectTypeDefinitionNode } from 'graphql';

import type { AgencyCode, SourceName } from '../../shared/brand.js';
import type { Capabilities } from '../../source/capabilities.js';
import type { Column } from '../../source/column.js';
import type { SourceShape, TableShape } from '../../source/sourceShape.js';
import type { Faults } from '../fault.js';
import type { Field, Link, Resource } from '../model/catalog.js';
import { pageColumnOf } from '../model/pageColumnOf.js';
import { governResource } from '../read/governField.js';
import type { DirectiveArguments, Vocabulary } from '../read/vocabulary.js';

import { compileCubes } from './compileCubes.js';
import { compileField } from './compileField.js';
import { compileLink } from './compileLink.js';
import type { CompiledType } from './compiledType.js';

/** The agency of a document, and the source that holds its tables. */
export interface Provider {
  readonly agency: AgencyCode;
  readonly source: SourceName;
  /** Undefined if the source is not configured, which is reported as a fault. */
  readonly shape: SourceShape | undefined;
  readonly capabilities: Capabilities;
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
  const { storage, nullable } = column;
  if (!column.unique || nullable) {
    faults.at(at, `\`pageBy\` names a column that is unique and not null; "${name}" is not.`);
  }
  if (storage !== 'TEXT' && storage !== 'INTEGER') {
    faults.at(at, `\`pageBy\` names a column of texts or whole numbers; "${name}" is ${storage}.`);
  }
  return pageColumnOf(name, column);
}

function readTable(
  node: ObjectTypeDefinitionNode,
  { source, shape }: Provider,
  name: string,
  vocabulary: Vocabulary,
  faults: Faults,
): TableShape | undefined {
  const table = shape?.get(name);
  if (shape && !table) {
    faults.at(
      vocabulary.node(node, 'resource') ?? node,
      `Source "${source}" has no table "${name}"; it has ${[...shape.keys()].join(', ')}.`,
    );
  }
  return table;
}

/** Refuses the names that GraphQL and the filter language keep for themselves. */
function checkName({ name }: FieldDefinitionNode, faults: Faults): void {
  if (name.value.startsWith('__')) {
    faults.at(name, `The name of a field does not begin with "__"; ${name.value} does.`);
  }
  if (['true', 'false', 'null'].includes(name.value)) {
    faults.at(
      name,
      `GraphQL keeps \`${name.value}\` from the values of enums, as which fields are named: choose another name for the field.`,
    );
  }
  if (['and', 'or', 'not'].includes(name.value)) {
    faults.at(
      name,
      `Conditions are joined by \`${name.value}\`: choose another name for the field.`,
    );
  }
}

function readStated(
  node: ObjectTypeDefinitionNode,
  vocabulary: Vocabulary,
  faults: Faults,
): DirectiveArguments['resource'] | undefined {
  const stated = vocabulary.read(node, 'resource', faults);
  if (!stated && !vocabulary.node(node, 'resource')) {
    faults.at(
      node,
      `${node.name.value} is an information resource: add \`@resource(code: …, title: …, table: …, updateCycle: …)\`.`,
    );
  }
  return stated;
}

/** Stands in for a type's governance that is at fault, so that its items get no faults from that. */
const looseGovernance = {
  share: 'UNCONDITIONAL',
  shareCondition: null,
  shareBasis: null,
  open: 'UNCONDITIONAL',
  level: 'L1',
  category: 'GENERAL',
  exempt: null,
} as const;

/** Compiles one type of a catalog as far as its faults allow. */
export function compileResource(
  node: ObjectTypeDefinitionNode,
  provider: Provider,
  vocabulary: Vocabulary,
  faults: Faults,
): CompiledType {
  const stated = readStated(node, vocabulary, faults);
  const governance = governResource(node, vocabulary, faults);
  const key = readKey(node, vocabulary, faults);
  const table = stated && readTable(node, provider, stated.table, vocabulary, faults);
  const ofType = governance ?? looseGovernance;
  const fields = new Map<string, Field>();
  const links = new Map<string, Link>();
  const unread = new Set<string>();
  for (const item of node.fields ?? []) {
    checkName(item, faults);
    if (vocabulary.node(item, 'link')) {
      const link = compileLink(item, vocabulary, faults);
      if (link) links.set(link.name, link);
    } else {
      const field = compileField(item, ofType, table, vocabulary, faults);
      if (field) fields.set(field.name, field);
      else unread.add(item.name.value);
    }
  }
  const pageBy =
    stated?.pageBy && table ? readPageBy(node, stated.pageBy, table, vocabulary, faults) : null;
  if (!stated || !governance || key === undefined) {
    return { node, fields, links, table, resource: undefined };
  }
  const subject = stated.subject ?? null;
  const resource: Resource = {
    ...governance,
    name: node.name.value,
    description: node.description?.value ?? null,
    code: stated.code,
    title: stated.title,
    agency: provider.agency,
    source: provider.source,
    capabilities: provider.capabilities,
    table: stated.table,
    updateCycle: stated.updateCycle,
    key,
    pageBy,
    subject,
    minorsBy: stated.minorsBy ?? null,
    fields,
    links,
    cubes: compileCubes(node, { key, subject, fields, unread }, vocabulary, faults),
  };
  return { node, fields, links, table, resource };
}
