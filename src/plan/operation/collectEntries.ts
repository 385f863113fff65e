import type { FieldNode } from 'graphql';

import type { PlanContext } from '../planContext.js';

import { collectFields, selectionSetsOf } from './collectFields.js';

/** A response key, the name of its field, and all nodes that ask for it. */
export interface CollectedEntry {
  readonly key: string;
  readonly name: string;
  readonly inner: readonly FieldNode[];
}

/** Collects the fields asked of an object, in the order of their response keys. */
export function collectEntries(
  { resolved, inclusion }: PlanContext,
  nodes: readonly FieldNode[],
): readonly CollectedEntry[] {
  return [...collectFields(resolved, selectionSetsOf(nodes), inclusion)].map(([key, inner]) => ({
    key,
    name: inner[0]?.name.value ?? '',
    inner,
  }));
}
