import { executeSync, Kind, type DocumentNode } from 'graphql';

import type { BoundPlan } from '../../plan/boundPlan.js';
import type { BoundSchema, SchemaStep } from '../../plan/roots/schema.js';
import type { Json } from '../../value/scalarType.js';
import type { RootExecutor } from '../rootExecutor.js';

/** Answers `__schema` and `__type` from the contract's schema, which holds nothing hidden. */
function introspect({ key, nodes }: SchemaStep, bound: BoundPlan): Json {
  const { operation, fragments } = bound.plan;
  const selectionSet = { kind: Kind.SELECTION_SET, selections: nodes } as const;
  const document: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [{ ...operation, selectionSet }, ...fragments],
  };
  const { schema } = bound.contract;
  const { data } = executeSync({ schema, document, variableValues: bound.variables });
  // graphql-js gives plain data for introspection.
  return (data?.[key] ?? null) as Json;
}

/** Answers what the contract's schema tells by itself. No source is asked. */
export const schema: RootExecutor<BoundSchema, Json> = {
  toRequest: ({ step }) => ({ kind: 'nothing', name: step.answers }),

  fetch({ step }, { bound }) {
    if (step.answers === 'typename') return Promise.resolve('Query');
    return Promise.resolve(step.answers === 'introspection' ? introspect(step, bound) : null);
  },

  write: (_root, value, { out }) => {
    out.json(value);
  },
};
