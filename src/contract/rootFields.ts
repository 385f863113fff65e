import type { ResourceDecision } from '../policy/model/decisions.js';

import type { RootField, BuildRootFields } from './rootField.js';
import { aggregate } from './roots/aggregate.js';
import { batchLookup } from './roots/batchLookup.js';
import { exportRows } from './roots/exportRows.js';
import { list } from './roots/list.js';
import { lookup } from './roots/lookup.js';
import { statistics } from './roots/statistics.js';
import { verify } from './roots/verify.js';
import type { VisibleType } from './types/outputType.js';

/** Every root kind, in the order of the schema. */
const buildersByKind = {
  lookup,
  batchLookup,
  list,
  aggregate,
  statistics,
  verify,
  export: exportRows,
} satisfies Readonly<Record<string, BuildRootFields>>;

export type RootKind = keyof typeof buildersByKind;

/** The root fields of a resource under a decision, each with its kind. */
export function rootFields(
  decision: ResourceDecision,
  visible: VisibleType | undefined,
): readonly (readonly [RootKind, RootField])[] {
  return (Object.keys(buildersByKind) as RootKind[]).flatMap((kind) =>
    buildersByKind[kind](decision, visible).map((field) => [kind, field] as const),
  );
}
