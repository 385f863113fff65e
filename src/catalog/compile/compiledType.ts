import type { ObjectTypeDefinitionNode } from 'graphql';

import type { Field, Link, Resource } from '../model/catalog.js';

/** A type of a catalog, compiled as far as its faults allow. */
export interface CompiledType {
  readonly node: ObjectTypeDefinitionNode;
  readonly fields: ReadonlyMap<string, Field>;
  readonly links: ReadonlyMap<string, Link>;
  /** Undefined where what a resource must state is at fault. */
  readonly resource: Resource | undefined;
}

/** The types of all catalogs. */
export interface CompiledTypes {
  readonly types: ReadonlyMap<string, CompiledType>;
  /** Names of types in files that are no GraphQL: what leads to them is not at fault for that. */
  readonly unread: ReadonlySet<string>;
}
