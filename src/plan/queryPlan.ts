import type { FieldNode, FragmentDefinitionNode, OperationDefinitionNode } from 'graphql';

import type { Field, GroupField, Resource } from '../catalog/model/catalog.js';
import type { MeasureName } from '../contract/roots/aggregateFields.js';
import type { Condition } from '../policy/model/condition.js';
import type { ResourceDecision } from '../policy/model/decisions.js';
import type { Form } from '../policy/model/form.js';
import type { SourceName } from '../shared/brand.js';
import type { Measure } from '../source/aggregateRequest.js';
import type { Column } from '../source/column.js';

/**
 * What is read of one table. `id` numbers the fetches of a plan from 0, so that what is bound at
 * run time can lie beside it.
 */
export interface Fetch {
  readonly id: number;
  readonly resource: Resource;
  readonly source: SourceName;
  readonly table: string;
  /** The columns used, and no others. */
  readonly columns: readonly Column[];
  readonly scope: Condition;
}

/** A value of a row under its response key, in its form. */
export interface ValueEntry {
  readonly kind: 'value';
  readonly key: string;
  readonly field: Field;
  /** Never WITHHELD: what is withheld is in no schema, so in no plan. */
  readonly form: Form;
  readonly index: number;
}

/** A value under a keyed mask, and which field it is of, as `Type.field`: a key is for one. */
export interface KeyedEntry {
  readonly entry: ValueEntry;
  readonly coordinate: string;
}

export interface TypenameEntry {
  readonly kind: 'typename';
  readonly key: string;
  readonly name: string;
}

/** How rows of one level lead to those of the next. */
interface Following {
  readonly key: string;
  /** Where in the parent's row the key lies. */
  readonly fromIndex: number;
  /** The column of the fetch that the keys are compared to, and where in its rows it lies. */
  readonly to: Column;
  readonly toIndex: number;
}

/** A link to one row, followed: one more fetch for all rows of the level at once. */
export interface LinkEntry extends Following {
  readonly kind: 'link';
  readonly fetch: Fetch;
  readonly row: RowShape;
}

/** A link to many rows, followed: a page for each row of the level, all in one more fetch. */
export interface ManyLinkEntry extends Following {
  readonly kind: 'manyLink';
  readonly list: ListStep;
}

export type RowEntry = ValueEntry | TypenameEntry | LinkEntry | ManyLinkEntry;

/** How a row becomes an object of the answer, in the order of its response keys. */
export interface RowShape {
  readonly kind: 'row';
  readonly entries: readonly RowEntry[];
}

export type PageInfoField = 'hasNextPage' | 'hasPreviousPage' | 'startCursor' | 'endCursor';

export type PageInfoEntry =
  | TypenameEntry
  | { readonly kind: 'pageInfoField'; readonly key: string; readonly field: PageInfoField };

export type EdgeEntry =
  | TypenameEntry
  | { readonly kind: 'cursor'; readonly key: string }
  | { readonly kind: 'node'; readonly key: string; readonly row: RowShape };

export type ConnectionEntry =
  | TypenameEntry
  | { readonly kind: 'nodes'; readonly key: string; readonly row: RowShape }
  | { readonly kind: 'edges'; readonly key: string; readonly entries: readonly EdgeEntry[] }
  | { readonly kind: 'pageInfo'; readonly key: string; readonly entries: readonly PageInfoEntry[] }
  | { readonly kind: 'totalCount'; readonly key: string };

/** One row by its key. */
export interface LookupRoot {
  readonly kind: 'lookup';
  readonly key: string;
  readonly node: FieldNode;
  readonly decision: ResourceDecision;
  readonly fetch: Fetch;
  readonly row: RowShape;
}

/** A fetch of the rows that have one of some keys. */
export interface KeyedFetch {
  readonly fetch: Fetch;
  /** The column that the keys are compared to, and where in a row it lies. */
  readonly to: Column;
  readonly toIndex: number;
}

/** Rows by their keys, in the order of these. */
export interface BatchLookupRoot extends KeyedFetch {
  readonly kind: 'batchLookup';
  readonly key: string;
  readonly node: FieldNode;
  readonly decision: ResourceDecision;
  readonly row: RowShape;
}

/** A field that is compared with what is claimed, and where in a row its value lies. */
export interface ClaimEntry {
  readonly field: Field;
  readonly index: number;
}

export type VerificationField = 'result' | 'mismatches';

export type VerificationEntry =
  | TypenameEntry
  | { readonly kind: 'verificationField'; readonly key: string; readonly field: VerificationField };

/** Whether what is claimed of somebody, or of many, holds. */
export interface VerifyRoot extends KeyedFetch {
  readonly kind: 'verify';
  readonly key: string;
  readonly node: FieldNode;
  readonly decision: ResourceDecision;
  readonly claims: readonly ClaimEntry[];
  readonly tellsNotFound: boolean;
  readonly isBatch: boolean;
  readonly entries: readonly VerificationEntry[];
}

/** Pages of rows, shaped as Relay connections. */
export interface ListStep {
  readonly node: FieldNode;
  /** The type that the field is of: the query type, or that of the rows whose link it is. */
  readonly typeName: string;
  readonly decision: ResourceDecision;
  /** The last place of every order, which tells all rows apart. */
  readonly pageBy: Column;
  readonly fetch: Fetch;
  /** Whether a cursor is asked for, so that a row's place in the order must be read. */
  readonly hasCursors: boolean;
  /** Whether a page is asked for, and not only how many rows there are. */
  readonly hasPage: boolean;
  /** Whether it is asked how many rows there are on all pages. */
  readonly hasTotal: boolean;
  readonly entries: readonly ConnectionEntry[];
}

/** A page of rows. */
export interface ListRoot {
  readonly kind: 'list';
  readonly key: string;
  readonly list: ListStep;
}

/** What the rows of a group have in common, under its response key. */
export type GroupEntry =
  TypenameEntry | { readonly kind: 'groupValue'; readonly key: string; readonly by: GroupField };

/** A measure of one field; its numbers lie in the row of the group, from the first measure on. */
export type MeasureEntry =
  | TypenameEntry
  | {
      readonly kind: 'measure';
      readonly key: string;
      readonly field: Field;
      readonly index: number;
      /** Where the count of values lies that a mean divides by; the same as `index` for others. */
      readonly countIndex: number;
    };

export type AggregateEntry =
  | TypenameEntry
  | { readonly kind: 'count'; readonly key: string }
  | { readonly kind: 'group'; readonly key: string; readonly entries: readonly GroupEntry[] }
  | {
      readonly kind: 'measures';
      readonly key: string;
      readonly measure: MeasureName;
      readonly entries: readonly MeasureEntry[];
    };

/** What is told of all rows that meet a condition, by groups. */
export interface AggregateRoot {
  readonly kind: 'aggregate';
  readonly key: string;
  readonly node: FieldNode;
  readonly decision: ResourceDecision;
  readonly fetch: Fetch;
  readonly entries: readonly AggregateEntry[];
  /** The fields that it may be grouped by, as far as the operation tells without its variables. */
  readonly grouped: readonly string[];
  /** What the source counts and sums; first of all the rows. */
  readonly measures: readonly Measure[];
}

/** A dimension or measure that is asked of a cell, by its name. */
export type StatisticPart =
  TypenameEntry | { readonly kind: 'part'; readonly key: string; readonly name: string };

export type StatisticEntry =
  | TypenameEntry
  | { readonly kind: 'over' | 'count'; readonly key: string }
  | {
      readonly kind: 'group' | 'sum';
      readonly key: string;
      readonly entries: readonly StatisticPart[];
    };

/** A declared statistic. */
export interface StatisticsRoot {
  readonly kind: 'statistics';
  readonly key: string;
  readonly node: FieldNode;
  readonly decision: ResourceDecision;
  readonly fetch: Fetch;
  readonly entries: readonly StatisticEntry[];
}

/** `__schema` or `__type`: answered from the contract's schema alone. */
export interface IntrospectionRoot {
  readonly kind: 'introspection';
  readonly key: string;
  readonly nodes: readonly FieldNode[];
}

/** The field of a contract that holds nothing. */
export interface EmptyRoot {
  readonly kind: 'empty';
  readonly key: string;
}

export type RootStep =
  | LookupRoot
  | BatchLookupRoot
  | VerifyRoot
  | ListRoot
  | AggregateRoot
  | StatisticsRoot
  | IntrospectionRoot
  | EmptyRoot
  | TypenameEntry;

/** What an operation reads: the form of each field, by resource. */
export type Reads = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** What an operation does under a contract, for one setting of its `@skip` and `@include`. */
export interface QueryPlan {
  readonly kind: 'query';
  readonly operation: OperationDefinitionNode;
  readonly fragments: readonly FragmentDefinitionNode[];
  readonly roots: readonly RootStep[];
  /** Every fetch of the plan, by its id. */
  readonly fetches: readonly Fetch[];
  /** Every list of the plan, at its root and below. */
  readonly lists: readonly ListStep[];
  /** The values whose masks take a key, which no plan holds. */
  readonly keyed: readonly KeyedEntry[];
  /** What it reads, for the record. */
  readonly reads: Reads;
  /** Whether it may be asked only by somebody, for a case: see `plan/occasion.ts`. */
  readonly needsOccasion: boolean;
}
