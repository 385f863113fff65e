import { executeSync, Kind, type DocumentNode } from 'graphql';

import type { BoundPlan } from '../../plan/boundPlan.js';
import type { IntrospectionRoot } from '../../plan/queryPlan.js';
import type { Json } from '../write/assembly.js';

/** Answers `__schema` and `__type` from the contract's schema, which holds nothing hidden. */
export function introspect(root: IntrospectionRoot, bound: BoundPlan): Json {
  const { operation, fragments } = bound.plan;
  const selectionSet = { kind: Kind.SELECTION_SET, selections: root.nodes } as const;
  const document: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [{ ...operation, selectionSet }, ...fragments],
  };
  const { schema } = bound.contract;
  const { data } = executeSync({ schema, document, variableValues: bound.variables });
  // graphql-js gives plain data for introspection fields.
  return (data?.[root.key] ?? null) as Json;
}
