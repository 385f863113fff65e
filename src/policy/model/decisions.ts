import type { Cube, Field, Link, Resource } from '../../catalog/model/catalog.js';
import type { GrantId } from '../../shared/brand.js';

import type { Condition } from './condition.js';
import type { Form } from './form.js';
import type { VerificationGrant } from './grant.js';
import type { Reach, Use } from './use.js';

/** One step of a decision: the part of policy, what decided there, and the result. */
export interface Reason {
  readonly step: 'permission' | 'ceiling' | 'rule';
  /** What decided: the id of a grant or rule, or the words of the catalog. */
  readonly by: string;
  readonly result: string;
}

export interface FieldDecision {
  readonly field: Field;
  readonly form: Form;
  readonly uses: ReadonlySet<Use>;
  /** Whether statistics may count it: it has GROUP, in whatever form it is shown. */
  readonly isCounted: boolean;
  readonly reasons: readonly Reason[];
}

/** The fields that a verification compares, always all of them, and what it tells besides its result. */
export interface VerificationDecision extends VerificationGrant {
  readonly claims: readonly Field[];
}

export interface ResourceDecision {
  readonly resource: Resource;
  readonly reach: ReadonlySet<Reach>;
  /** Every field of the resource. Withheld ones too, since a hidden key may still be looked up. */
  readonly fields: ReadonlyMap<string, FieldDecision>;
  /** The links that may be followed. */
  readonly links: ReadonlyMap<string, Link>;
  /** The other links, each with the reason why it may not be followed. */
  readonly refusedLinks: ReadonlyMap<string, Reason>;
  readonly scope: Condition;
  /** Null if nothing may be verified. */
  readonly verification: VerificationDecision | null;
  /** The statistics that may be asked for. */
  readonly cubes: ReadonlyMap<string, Cube>;
  /** The other statistics, each with the reason why it may not be asked for. */
  readonly refusedCubes: ReadonlyMap<string, Reason>;
  readonly reasons: readonly Reason[];
}

/** What one requester may have for one purpose. Resources without reach are left out. */
export interface Decisions {
  readonly grant: GrantId | null;
  /** Milliseconds since the epoch; null if there is no grant, only standing permissions. */
  readonly validUntil: number | null;
  readonly resources: ReadonlyMap<string, ResourceDecision>;
  /** The resources that are left out, each with the steps that led to it. Only explain reads this. */
  readonly refused: ReadonlyMap<string, readonly Reason[]>;
}
