import { Ctx, Query, Resolver } from 'type-graphql';

import type { AdminContext } from '../adminContext.js';

import { CatalogType } from './catalogType.js';
import { describeCatalog } from './describeCatalog.js';

@Resolver()
export class CatalogResolver {
  @Query(() => [CatalogType])
  catalogs(@Ctx() { catalog }: AdminContext): readonly CatalogType[] {
    return describeCatalog(catalog);
  }
}
