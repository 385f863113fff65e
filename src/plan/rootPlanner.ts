import type { FieldNode } from 'graphql';

import type { ResourceDecision } from '../policy/model/decisions.js';

import type { AskedKeys } from './facts/askedKeys.js';
import type { HeldLevel } from './facts/highestLevel.js';
import type { Reads } from './facts/reads.js';
import type { PlanBinder } from './planBinder.js';
import type { PlanContext } from './planContext.js';

/** A root field that an operation asks for, under one response key. */
export interface AskedRoot {
  readonly context: PlanContext;
  readonly decision: ResourceDecision;
  readonly key: string;
  /** The first node that asks for it, which has the arguments of all. */
  readonly node: FieldNode;
  readonly nodes: readonly FieldNode[];
}

/**
 * What is known of a bound root before a source is asked. The record, the cost, the occasion, the charge
 * and explanations go by it, and by nothing else.
 */
export interface RootFacts {
  /** The most rows that it may fetch, and what it costs besides. */
  readonly cost: number;
  readonly reads: Reads;
  /** The highest level of what is looked up or verified; null where nothing is. */
  readonly lookupLevel: HeldLevel | null;
  /** Null where it asks for nobody. */
  readonly subjects: AskedKeys | null;
}

/** A root that is bound: its step, its facts, and what its kind has of its own. */
export interface BoundRootOf<Kind extends string, Step> {
  readonly kind: Kind;
  readonly step: Step;
  readonly facts: RootFacts;
}

/** How one kind of root is planned. */
export interface RootPlanner<Step, Bound> {
  /** Compiles what is selected of it, for all executions. */
  readonly compile: (asked: AskedRoot) => Step;
  /**
   * Binds it to one execution: arguments coerced and encoded for their columns, within the row scope.
   *
   * @throws {ExchangeError} BAD_USER_INPUT or LIMIT_EXCEEDED
   */
  readonly bind: (step: Step, binder: PlanBinder) => Bound;
}
