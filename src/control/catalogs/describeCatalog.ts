import type { Catalog, Field, Resource } from '../../catalog/model/catalog.js';
import { describeMask } from '../../mask/mask.js';

import type { CatalogType, ItemType, ResourceType } from './catalogType.js';

function describeField({ mask, ...field }: Field): ItemType {
  const { name, description, type, codeList, share, level, category } = field;
  return {
    name,
    description,
    type: codeList?.name ?? type,
    share,
    level,
    category,
    mask: mask ? describeMask(mask) : null,
  };
}

function describeResource(resource: Resource): ResourceType {
  const { name, code, title, share, level, fields, links } = resource;
  return {
    name,
    code,
    title,
    share,
    level,
    fields: [...fields.values()].map(describeField),
    links: [...links.keys()],
  };
}

/** The compiled catalog, agency by agency. Administrators are told no source, table or column. */
export function describeCatalog({ resources }: Catalog): readonly CatalogType[] {
  const agencies = new Set([...resources.values()].map(({ agency }) => agency));
  return [...agencies].sort().map((agency) => ({
    agency,
    resources: [...resources.values()]
      .filter((resource) => resource.agency === agency)
      .map(describeResource),
  }));
}
