import type { ResourceDecision } from '../policy/model/decisions.js';

import type { RootField, BuildRootFields } from './rootField.js';
import { aggregate } from './roots/aggregate.js';
import { batchLookup } from './roots/batchLookup.js';
import { list } from './roots/list.js';
import { lookup } from './roots/lookup.js';
import { statistics } from './roots/statistics.js';
import { verify } from './roots/verify.js';
import type { VisibleType } from './types/outputType.js';

/** Every way to ask, in the order in which a schema tells of them. */
const kinds = { lookup, batchLookup, list, aggregate, statistics, verify } satisfies Readonly<
  Record<string, BuildRootFields>
>;

export type RootKind = keyof typeof kinds;

/** The root fields that a decision gives a resource, each with the way to ask that it is. */
export function rootFields(
  decision: ResourceDecision,
  visible: VisibleType | undefined,
): readonly (readonly [RootKind, RootField])[] {
  return (Object.keys(kinds) as RootKind[]).flatMap((kind) =>
    kinds[kind](decision, visible).map((field) => [kind, field] as const),
  );
}
