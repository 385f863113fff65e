import type { FieldNode } from 'graphql';

import { noReads } from '../facts/reads.js';
import type { AskedRoot, BoundRootOf } from '../rootPlanner.js';

/**
 * What the contract's schema answers by itself: type names, introspection, and the only field of an
 * empty contract.
 */
export interface SchemaStep {
  readonly kind: 'schema';
  readonly key: string;
  /** `empty` is the only field of a contract that holds nothing. */
  readonly answers: 'typename' | 'introspection' | 'empty';
  readonly nodes: readonly FieldNode[];
}

export type BoundSchema = BoundRootOf<'schema', SchemaStep>;

function answersOf(name: string | undefined): SchemaStep['answers'] {
  if (name === '__typename') return 'typename';
  return name === '__schema' || name === '__type' ? 'introspection' : 'empty';
}

export const schema = {
  compile: ({ key, nodes }: Pick<AskedRoot, 'key' | 'nodes'>): SchemaStep => ({
    kind: 'schema',
    key,
    answers: answersOf(nodes[0]?.name.value),
    nodes,
  }),

  bind: (step: SchemaStep): BoundSchema => {
    const facts = { cost: 1, reads: noReads, lookupLevel: null, subjects: null };
    return { kind: 'schema', step, facts };
  },
};
