import type { FieldDefinitionNode, ObjectTypeDefinitionNode } from 'graphql';

import type { AgencyCode, SourceName } from '../../shared/brand.js';
import type { Capabilities } from '../../source/capabilities.js';
import type { SourceShape, TableShape } from '../../source/sourceShape.js';
import type { Faults } from '../fault/fault.js';
import { vouchedColumns } from '../model/areUnique.js';
import type { Field, Link, Resource } from '../model/catalog.js';
import type { CodeList } from '../model/codeList.js';
import { listed, meant } from '../model/meant.js';
import { whyNoFieldName } from '../model/whyReserved.js';
import { governResource } from '../read/governField.js';
import { readPlural } from '../read/readPlural.js';
import type { DirectiveArguments, Vocabulary } from '../read/sdl/vocabulary.js';

import { compileCubes } from './compileCubes.js';
import { compileField } from './compileField.js';
import { compileLink } from './compileLink.js';
import type { CompiledType } from './compiledType.js';
import { checkUnique, readKey } from './readKey.js';
import { readPageBy } from './readPageBy.js';
import { readUnique } from './readUnique.js';

/** The agency of a document, and the source that holds its tables. */
export interface Provider {
  readonly agency: AgencyCode;
  readonly source: SourceName;
  /** Undefined if the source is not configured, which is reported as a fault. */
  readonly shape: SourceShape | undefined;
  readonly capabilities: Capabilities;
  /** How many minutes its clock is ahead of that of UTC. */
  readonly offset: number;
  /** Those of all catalogs. */
  readonly codeLists: ReadonlyMap<string, CodeList>;
}

function readTable(
  node: ObjectTypeDefinitionNode,
  { source, shape }: Provider,
  name: string,
  vocabulary: Vocabulary,
  faults: Faults,
): TableShape | undefined {
  if (!shape) return undefined;
  const at = vocabulary.node(node, 'resource') ?? node;
  const table = shape.get(name);
  if (table?.size === 0) {
    faults.at(
      at,
      `The account of the channel may not read table "${name}" of source "${source}": grant it SELECT there, or leave the type out.`,
    );
    return undefined;
  }
  if (!table) {
    const names = [...shape].flatMap(([other, { size }]) => (size > 0 ? other : []));
    faults.at(
      at,
      `Source "${source}" has no table "${name}"; it has ${listed(names)}.${meant(name, shape.keys())}`,
    );
  }
  return table;
}

/** Reads what tells the rows of a table apart beside its key: the order of pages, and what is vouched for. */
function readOrder(
  node: ObjectTypeDefinitionNode,
  stated: DirectiveArguments['resource'],
  table: TableShape | undefined,
  vocabulary: Vocabulary,
  faults: Faults,
): Pick<Resource, 'pageBy' | 'unique' | 'vouched'> {
  if (!table) return { pageBy: [], unique: [], vouched: [] };
  const at = vocabulary.node(node, 'resource') ?? node;
  const unique = readUnique(stated.unique, table, at, faults);
  const pageBy = readPageBy(
    stated.pageBy ?? [],
    { unique, table: stated.table },
    table,
    at,
    faults,
  );
  return { pageBy, unique, vouched: vouchedColumns(unique, table) };
}

/** Refuses the names that GraphQL and the filter language keep for themselves. */
function checkName({ name }: FieldDefinitionNode, faults: Faults): void {
  const why = whyNoFieldName(name.value);
  if (why !== undefined) faults.at(name, why);
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
  const { codeLists, offset } = provider;
  const fields = new Map<string, Field>();
  const links = new Map<string, Link>();
  const unread = new Set<string>();
  for (const item of node.fields ?? []) {
    checkName(item, faults);
    if (vocabulary.node(item, 'link')) {
      const link = compileLink(item, vocabulary, faults);
      if (link) links.set(link.name, link);
    } else {
      const field = compileField(item, ofType, { table, codeLists, offset }, vocabulary, faults);
      if (field) fields.set(field.name, field);
      else unread.add(item.name.value);
    }
  }
  const apart = stated && readOrder(node, stated, table, vocabulary, faults);
  if (stated && table && apart)
    checkUnique({ key, fields, ...apart, table: stated.table }, node, table, faults);
  if (!stated || !governance || !apart) {
    return { node, fields, links, table, resource: undefined };
  }
  const subject = stated.subject ?? null;
  const resource: Resource = {
    ...governance,
    name: node.name.value,
    description: node.description?.value ?? null,
    plural: readPlural(node, stated.plural ?? null, vocabulary, faults),
    code: stated.code,
    title: stated.title,
    agency: provider.agency,
    source: provider.source,
    capabilities: provider.capabilities,
    table: stated.table,
    updateCycle: stated.updateCycle,
    key,
    ...apart,
    subject,
    minorsBy: stated.minorsBy ?? null,
    fields,
    links,
    cubes: compileCubes(node, { key, subject, fields, unread }, vocabulary, faults),
  };
  return { node, fields, links, table, resource };
}
