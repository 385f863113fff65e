import type { RootKind } from '../contract/rootFields.js';

import type { PlanBinder } from './planBinder.js';
import type { AskedRoot } from './rootPlanner.js';
import { aggregate } from './roots/aggregate.js';
import { batchLookup } from './roots/batchLookup.js';
import { list } from './roots/list.js';
import { lookup } from './roots/lookup.js';
import { schema } from './roots/schema.js';
import { statistics } from './roots/statistics.js';
import { verify } from './roots/verify.js';

/** Every way to ask, and how it is planned. */
const rootPlanners = { lookup, batchLookup, list, aggregate, statistics, verify, schema };

type Planners = typeof rootPlanners;
export type PlannedKind = keyof Planners;

/** A step of a plan that answers one root field; of a kind, where one is named. */
export type RootStep<Kind extends PlannedKind = PlannedKind> = {
  [K in Kind]: ReturnType<Planners[K]['compile']>;
}[Kind];

/** The same with its parameters. */
export type BoundRoot<Kind extends PlannedKind = PlannedKind> = {
  [K in Kind]: ReturnType<Planners[K]['bind']>;
}[Kind];

export function compileRoot(kind: RootKind, asked: AskedRoot): RootStep {
  return rootPlanners[kind].compile(asked);
}

/** Compiles what no decision is needed for. */
export const compileSchemaRoot = schema.compile;

/** What binds each kind, so that the compiler sees that a step comes to the planner of its own. */
const binders: {
  readonly [K in PlannedKind]: (step: RootStep<K>, binder: PlanBinder) => BoundRoot<K>;
} = {
  lookup: lookup.bind,
  batchLookup: batchLookup.bind,
  list: list.bind,
  aggregate: aggregate.bind,
  statistics: statistics.bind,
  verify: verify.bind,
  schema: schema.bind,
};

export function bindRoot<Kind extends PlannedKind>(
  step: RootStep<Kind>,
  binder: PlanBinder,
): BoundRoot<Kind> {
  return binders[step.kind as Kind](step, binder);
}
