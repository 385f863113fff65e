import type { ObjectTypeDefinitionNode } from 'graphql';

import { Faults, type Fault } from '../../catalog/fault/fault.js';
import type { Catalog, LinkStep, Resource } from '../../catalog/model/catalog.js';
import type { CatalogText } from '../../catalog/read/sdl/parseCatalogs.js';
import type { SourceName } from '../../shared/brand.js';
import type { Connector } from '../../source/connector.js';
import { lackingByCodePoint, lackingForKeys, lackingForOrder } from '../../source/lackingIndex.js';
import { allRows } from '../../source/request/filter.js';
import type { SourceSizes } from '../../source/tableSize.js';

import { resourceNode, typeNodes } from './typeNodes.js';

type SizesOf = (resource: Resource) => SourceSizes;

/** The index that rows would be found by, by the values of some fields. */
function lackingByFields(resource: Resource, names: readonly string[], sizesOf: SizesOf) {
  const columns = names.flatMap((name) => resource.fields.get(name)?.column ?? []);
  return columns.length === 0 ? null : lackingForKeys(resource.table, columns, sizesOf(resource));
}

/** What the lists and the look-ups of a resource lack. */
function lackingOf(resource: Resource, sizesOf: SizesOf): readonly (string | null)[] {
  const { table, pageBy, key } = resource;
  const list = {
    table,
    columns: [],
    filter: allRows,
    orderBy: pageBy.map((column) => ({ column, direction: 'ASC' }) as const),
    limit: { kind: 'total', rows: 1 },
  } as const;
  const byOrder = lackingForOrder(list, sizesOf(resource));
  return [byOrder, lackingByFields(resource, key, sizesOf)];
}

/** Says which indexes large tables lack, for lists, look-ups and links. No value is told. */
export function checkIndexes(
  { resources }: Catalog,
  texts: readonly CatalogText[],
  connectors: ReadonlyMap<SourceName, Connector>,
): readonly Fault[] {
  const faults = new Faults();
  const nodes = typeNodes(texts, faults);
  const sizesOf: SizesOf = ({ source }) => connectors.get(source)?.knownSizes ?? new Map();
  const lackingOfStep = ({ target, on }: LinkStep) => {
    const resource = resources.get(target);
    const names = on.map(({ to }) => to);
    return resource ? lackingByFields(resource, names, sizesOf) : null;
  };
  const tell = (resource: Resource, node: ObjectTypeDefinitionNode) => {
    for (const lacking of lackingOf(resource, sizesOf)) {
      if (lacking !== null) faults.warn(resourceNode(node), lacking);
    }
    const nodeOf = (name: string) => node.fields?.find(({ name: { value } }) => value === name);
    for (const { name, column } of resource.fields.values()) {
      if (column.name === resource.pageBy[0]?.name) continue; // told of its lists already
      const lacking = lackingByCodePoint(resource.table, column, sizesOf(resource));
      if (lacking !== null) faults.warn(nodeOf(name) ?? node, lacking);
    }
    for (const { name, steps } of resource.links.values()) {
      const field = nodeOf(name);
      for (const lacking of steps.map(lackingOfStep)) {
        if (lacking !== null) faults.warn(field ?? node, lacking);
      }
    }
  };
  for (const resource of resources.values()) {
    const node = nodes.get(resource.name);
    if (node) tell(resource, node);
  }
  return faults.warnings;
}
