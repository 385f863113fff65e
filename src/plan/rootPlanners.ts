import type { PlanBinder } from './planBinder.js';
import { aggregate } from './roots/aggregate.js';
import { batchLookup } from './roots/batchLookup.js';
import { exportRows } from './roots/exportRows.js';
import { list } from './roots/list.js';
import { lookup } from './roots/lookup.js';
import { schema } from './roots/schema.js';
import { statistics } from './roots/statistics.js';
import { verify } from './roots/verify.js';

/** The planner of every kind of root. */
export const rootPlanners = {
  lookup,
  batchLookup,
  list,
  aggregate,
  statistics,
  verify,
  export: exportRows,
  schema,
};

type Planners = typeof rootPlanners;
export type PlannedKind = keyof Planners;

/** The step of a root field, of any kind or of one. */
export type RootStep<Kind extends PlannedKind = PlannedKind> = {
  [K in Kind]: ReturnType<Planners[K]['compile']>;
}[Kind];

/** A bound root, of any kind or of one. */
export type BoundRoot<Kind extends PlannedKind = PlannedKind> = {
  [K in Kind]: ReturnType<Planners[K]['bind']>;
}[Kind];

/**
 * The binder of each kind. The table lets the compiler check that each step goes to its own
 * planner.
 */
const binders: {
  readonly [K in PlannedKind]: (step: RootStep<K>, binder: PlanBinder) => BoundRoot<K>;
} = {
  lookup: lookup.bind,
  batchLookup: batchLookup.bind,
  list: list.bind,
  aggregate: aggregate.bind,
  statistics: statistics.bind,
  verify: verify.bind,
  export: exportRows.bind,
  schema: schema.bind,
};

export function bindRoot<Kind extends PlannedKind>(
  step: RootStep<Kind>,
  binder: PlanBinder,
): BoundRoot<Kind> {
  return binders[step.kind as Kind](step, binder);
}
