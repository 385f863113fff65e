import type { ASTNode } from 'graphql';

import { Faults, type Fault } from '../../catalog/fault/fault.js';
import type { Catalog, Resource } from '../../catalog/model/catalog.js';
import { pageColumnOf } from '../../catalog/model/pageColumnOf.js';
import type { CatalogText } from '../../catalog/read/sdl/parseCatalogs.js';
import type { SourceName } from '../../shared/brand.js';
import type { Column } from '../../source/column/column.js';
import type { Connector } from '../../source/connector.js';
import { allOf, anyOf, negate, type Filter } from '../../source/request/filter.js';

import { resourceNode, typeNodes } from './typeNodes.js';

/** So many values are counted; who has more knows enough. */
const most = 1_000;

const isNull = (column: Column): Filter => ({ kind: 'isNull', column });

/** How many values several rows hold, though the catalog vouches for one; `most` + 1 for more. */
async function countTwins(table: string, columns: readonly Column[], connector: Connector) {
  const groups = await connector.aggregate({
    table,
    filter: allOf(columns.map((column) => negate(isNull(column)))),
    groupBy: columns.map((column) => ({ kind: 'column', column })),
    measures: [{ kind: 'count' }],
    each: null,
    maxGroups: most + 1,
    areSeveral: true,
  });
  return groups.length;
}

/** How many rows have a null in one of the columns. */
async function countNulls(table: string, columns: readonly Column[], connector: Connector) {
  const [row] = await connector.aggregate({
    table,
    filter: anyOf(columns.map(isNull)),
    groupBy: [],
    measures: [{ kind: 'count' }],
    each: null,
    maxGroups: null,
  });
  return Number(row?.[0] ?? 0);
}

async function checkResource(
  { source, table, pageBy, vouched }: Resource,
  at: ASTNode,
  connectors: ReadonlyMap<SourceName, Connector>,
  faults: Faults,
): Promise<void> {
  const connector = connectors.get(source);
  if (!connector || vouched.length === 0) return;
  const shape = (await connector.shape()).get(table);
  for (const names of vouched) {
    const columns = names.flatMap((name): Column[] => {
      const column = shape?.get(name);
      return column ? [pageColumnOf(name, column)] : [];
    });
    const listed = names.join(', ');
    const twins = await countTwins(table, columns, connector);
    if (twins > 0) {
      const many = twins > most ? `more than ${most}` : String(twins);
      faults.at(
        at,
        `\`unique\` vouches that no two rows of ${table} hold the same in ${listed}; of what they hold there, ${many} ${twins === 1 ? 'is' : 'are'} in several rows. Who asks for such a row gets NOT_UNIQUE.`,
      );
    }
    const isOfPages =
      pageBy.length > 0 && names.every((name) => pageBy.some((by) => by.name === name));
    const nulls = isOfPages ? await countNulls(table, columns, connector) : 0;
    if (nulls > 0) {
      faults.at(
        at,
        `\`unique\` vouches that no row of ${table} has a null in ${listed}, by which its pages are ordered; ${nulls} ${nulls === 1 ? 'has' : 'have'}. A page that comes to one is NOT_UNIQUE.`,
      );
    }
  }
}

/** Looks into the sources for what catalogs vouch for, and says what is not so. No value is told. */
export async function checkData(
  { resources }: Catalog,
  texts: readonly CatalogText[],
  connectors: ReadonlyMap<SourceName, Connector>,
): Promise<readonly Fault[]> {
  const faults = new Faults();
  const nodes = typeNodes(texts, faults);
  for (const resource of resources.values()) {
    const node = nodes.get(resource.name);
    if (node) await checkResource(resource, resourceNode(node), connectors, faults);
  }
  return faults.found;
}
