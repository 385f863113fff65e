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
  /** The first node that asks for it. Its arguments are those of all its nodes. */
  readonly node: FieldNode;
  readonly nodes: readonly FieldNode[];
}

/**
 * What a bound root tells before a source is asked. The record, the cost, the occasion, the charge
 * and explain rely on it alone.
 */
export interface RootFacts {
  /** The most rows that it may fetch, plus its cost apart from rows. */
  readonly cost: number;
  readonly reads: Reads;
  /** The highest level of all that is looked up, verified or exported; null where nothing is. */
  readonly lookupLevel: HeldLevel | null;
  /** Null where it asks for nobody. */
  readonly subjects: AskedKeys | null;
}

/** A bound root: its step, its facts, and what its kind adds. */
export interface BoundRootOf<Kind extends string, Step> {
  readonly kind: Kind;
  readonly step: Step;
  readonly facts: RootFacts;
}

/** How one kind of root is planned. */
export interface RootPlanner<Step, Bound> {
  /** Compiles the selections on it, once for all executions. */
  readonly compile: (asked: AskedRoot) => Step;
  /**
   * Binds it to one execution, within the row scope: coerces its arguments and encodes them for
   * their columns.
   *
   * @throws {ExchangeError} BAD_USER_INPUT or LIMIT_EXCEEDED
   */
  readonly bind: (step: Step, binder: PlanBinder) => Bound;
}
