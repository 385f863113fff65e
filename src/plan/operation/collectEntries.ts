import type { FieldNode } from 'graphql';

import type { PlanContext } from '../planContext.js';

import { collectFields, selectionSetsOf } from './collectFields.js';

/** What stands under one response key: the name of its field, and all nodes that ask for it. */
export interface CollectedEntry {
  readonly key: string;
  readonly name: string;
  readonly inner: readonly FieldNode[];
}

/** Collects what is asked of an object, in the order of its response keys. */
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
