import type { Cube, GroupField } from '../catalog/model/catalog.js';
import type { Contract } from '../contract/contract.js';
import type { Grant } from '../policy/model/grant.js';
import type { Requester } from '../policy/model/requester.js';
import type { GrantId, PurposeCode } from '../shared/brand.js';
import type { GroupKey } from '../source/aggregateRequest.js';
import type { Column } from '../source/column.js';
import type { Order } from '../source/fetchRequest.js';
import type { Filter } from '../source/filter.js';
import type { Parameter } from '../source/parameter.js';

import type { Limits } from './limits.js';
import type { Variables } from './operation/bindVariables.js';
import type { Cursors } from './page/cursors.js';
import type {
  AggregateRoot,
  BatchLookupRoot,
  ListRoot,
  ListStep,
  LookupRoot,
  QueryPlan,
  Reads,
  RootStep,
  StatisticsRoot,
  ValueEntry,
  VerifyRoot,
} from './queryPlan.js';
import type { BoundWhere } from './where/boundWhere.js';

/** Where the keys of hashes come from: one for each grant and field, so that no two can be linked. */
export interface HashKeySource {
  /**
   * @param grant null for the public, whose keys are those of no grant
   * @param coordinate the field, as `Type.field`
   */
  keyOf(grant: GrantId | null, coordinate: string): Uint8Array;
}

/** What an execution brings along that no contract or plan may hold. */
export interface BindContext {
  readonly contract: Contract;
  readonly requester: Requester;
  readonly purpose: PurposeCode | null;
  readonly limits: Limits;
  /** 64 bytes; never the same for cursors and anything else. */
  readonly cursorKey: Uint8Array;
  /** The day, as YYYY-MM-DD, where the channel is. */
  readonly today: string;
  readonly hashKeys: HashKeySource;
  /** Null for the public, which has none. */
  readonly grant: Pick<Grant, 'id'> | null;
}

export interface BoundLookup {
  readonly kind: 'lookup';
  readonly step: LookupRoot;
  readonly key: Parameter;
  /** The key, within the row scope. */
  readonly filter: Filter;
}

export interface BoundBatchLookup {
  readonly kind: 'batchLookup';
  readonly step: BatchLookupRoot;
  /** In the order asked, repeated where one was. */
  readonly keys: readonly Parameter[];
  readonly scope: Filter;
}

/** What is claimed of the one who has a key, by field. */
export interface Claimed {
  readonly key: Parameter;
  readonly claims: Readonly<Record<string, unknown>>;
}

export interface BoundVerify {
  readonly kind: 'verify';
  readonly step: VerifyRoot;
  /** In the order asked. */
  readonly claimed: readonly Claimed[];
  readonly scope: Filter;
}

/** Which rows of a list are wanted: the first ones after a place, or the last ones before it. */
export interface BoundPage {
  /** How many at the most. */
  readonly size: number;
  readonly isBackward: boolean;
  /** The rows that lie beyond the cursor that was given; null where none was. */
  readonly beyond: Filter | null;
}

/** A list with its arguments. */
export interface BoundList {
  readonly step: ListStep;
  /** The columns of its fetch, and those that its order adds. */
  readonly columns: readonly Column[];
  /** Scope and conditions: the rows of all its pages. */
  readonly filter: Filter;
  readonly where: BoundWhere;
  /** The order asked for, `pageBy` last. */
  readonly order: readonly Order[];
  /** Where in a row the value of each place of the order lies. */
  readonly orderIndexes: readonly number[];
  readonly page: BoundPage;
  readonly cursors: Cursors;
}

/** An aggregate with its arguments. */
export interface BoundAggregate {
  readonly kind: 'aggregate';
  readonly step: AggregateRoot;
  /** Scope and conditions. */
  readonly filter: Filter;
  readonly where: BoundWhere;
  readonly groupBy: readonly GroupField[];
  /** What the source groups by, in the order of `groupBy`. */
  readonly keys: readonly GroupKey[];
  readonly maxGroups: number;
}

/** A statistic, of the cube that was named. */
export interface BoundStatistics {
  readonly kind: 'statistics';
  readonly step: StatisticsRoot;
  readonly cube: Cube;
  /** The scope, and nothing else. */
  readonly filter: Filter;
}

/** A root with its parameters. */
export type BoundRoot =
  | BoundLookup
  | BoundAggregate
  | BoundStatistics
  | BoundBatchLookup
  | BoundVerify
  | { readonly kind: 'list'; readonly step: ListRoot; readonly list: BoundList }
  | {
      readonly kind: 'other';
      readonly step: Exclude<
        RootStep,
        LookupRoot | BatchLookupRoot | VerifyRoot | ListRoot | AggregateRoot | StatisticsRoot
      >;
    };

/** A plan with everything that this one execution of it needs. */
export interface BoundPlan {
  readonly plan: QueryPlan;
  readonly contract: Contract;
  readonly variables: Variables;
  readonly roots: readonly BoundRoot[];
  /** The row scope of each fetch, by its id. */
  readonly scopes: readonly Filter[];
  /** The lists below the roots, by their step. */
  readonly links: ReadonlyMap<ListStep, BoundList>;
  /** The keys of values under a keyed mask; empty where the plan has none. */
  readonly hashKeys: ReadonlyMap<ValueEntry, Uint8Array>;
  /** What the plan reads and its conditions compare, for the record. */
  readonly reads: Reads;
  /** Whether it may be asked only by somebody, for a case: see `plan/occasion.ts`. */
  readonly needsOccasion: boolean;
}
