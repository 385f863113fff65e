import type { ObjectTypeDefinitionNode } from 'graphql';

import type { TableShape } from '../../source/sourceShape.js';
import type { Field, Link, Resource } from '../model/catalog.js';

/** A type of a catalog, compiled as far as its faults allowed. */
export interface CompiledType {
  readonly node: ObjectTypeDefinitionNode;
  readonly fields: ReadonlyMap<string, Field>;
  readonly links: ReadonlyMap<string, Link>;
  /** What its source holds under the name of its table; undefined if there is no such table. */
  readonly table: TableShape | undefined;
  /** Undefined if the type has faults in what a resource must state. */
  readonly resource: Resource | undefined;
}

/** The types of all catalogs. */
export interface CompiledTypes {
  readonly types: ReadonlyMap<string, CompiledType>;
  /** Names of types in files that are not GraphQL. A link to one of them is no fault. */
  readonly unread: ReadonlySet<string>;
}
