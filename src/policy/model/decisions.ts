import type { Cube, Field, Link, Resource } from '../../catalog/model/catalog.js';
import type { GrantId } from '../../shared/brand.js';

import type { Condition } from './condition.js';
import type { Form } from './form.js';
import type { VerificationGrant } from './grant.js';
import type { Reach, Use } from './use.js';

/** One step that set a decision: which part of policy, by what, to what. */
export interface Reason {
  readonly step: 'permission' | 'ceiling' | 'rule';
  /** What decided: a grant's id, a rule's id, or the words of the catalog. */
  readonly by: string;
  readonly result: string;
}

export interface FieldDecision {
  readonly field: Field;
  readonly form: Form;
  readonly uses: ReadonlySet<Use>;
  /** Whether statistics may be over it: GROUP was given, whatever came of its form. */
  readonly isCounted: boolean;
  readonly reasons: readonly Reason[];
}

/** What a verification compares, all of it, and what it tells besides its result. */
export interface VerificationDecision extends VerificationGrant {
  readonly claims: readonly Field[];
}

export interface ResourceDecision {
  readonly resource: Resource;
  readonly reach: ReadonlySet<Reach>;
  /** Every field of the resource, the withheld ones too: a key may be looked up and not shown. */
  readonly fields: ReadonlyMap<string, FieldDecision>;
  /** The links that may be followed. */
  readonly links: ReadonlyMap<string, Link>;
  /** Of each link that may not be followed, why. */
  readonly refusedLinks: ReadonlyMap<string, Reason>;
  readonly scope: Condition;
  /** Null where nothing may be verified. */
  readonly verification: VerificationDecision | null;
  /** The statistics that may be asked for. */
  readonly cubes: ReadonlyMap<string, Cube>;
  /** Of each statistic that may not, why. */
  readonly refusedCubes: ReadonlyMap<string, Reason>;
  readonly reasons: readonly Reason[];
}

/** What one requester may have for one purpose; resources without reach are left out. */
export interface Decisions {
  readonly grant: GrantId | null;
  /** Milliseconds since the epoch; null where only standing permissions are at work. */
  readonly validUntil: number | null;
  readonly resources: ReadonlyMap<string, ResourceDecision>;
  /** Of each resource that is left out, the steps that left it out. For explanations alone. */
  readonly refused: ReadonlyMap<string, readonly Reason[]>;
}
