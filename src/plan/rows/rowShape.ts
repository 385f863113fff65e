import type { FieldNode } from 'graphql';

import type { Field } from '../../catalog/model/catalog.js';
import type { ResourceDecision } from '../../policy/model/decisions.js';
import type { Form } from '../../policy/model/form.js';
import type { Column } from '../../source/column.js';
import type { HeldLevel } from '../facts/highestLevel.js';
import type { Reads } from '../facts/reads.js';

import type { Fetch } from './fetch.js';

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
export interface HashedEntry {
  readonly entry: ValueEntry;
  readonly coordinate: string;
}

export interface TypenameEntry {
  readonly kind: 'typename';
  readonly key: string;
  readonly name: string;
}

/** How rows of one level lead to those of the next. */
interface LinkKeys {
  readonly key: string;
  /** Where in the parent's row the key lies. */
  readonly fromIndex: number;
  /** The column of the fetch that the keys are compared to, and where in its rows it lies. */
  readonly to: Column;
  readonly toIndex: number;
}

/** A link to one row, followed: one more fetch for all rows of the level at once. */
export interface LinkEntry extends LinkKeys {
  readonly kind: 'link';
  readonly fetch: Fetch;
  readonly row: RowShape;
}

/** A link to many rows, followed: a page for each row of the level, all in one more fetch. */
export interface ManyLinkEntry extends LinkKeys {
  readonly kind: 'manyLink';
  readonly list: ListPlan;
}

export type RowEntry = ValueEntry | TypenameEntry | LinkEntry | ManyLinkEntry;

/** What is known of rows before they are fetched, those that their links lead to included. */
export interface RowFacts {
  /** What is read of each resource, but for what the conditions of lists compare with. */
  readonly reads: Reads;
  /** The highest level of their resources and of the fields that are shown. */
  readonly level: HeldLevel | null;
  /** How many rows come with one: itself, and those that links to one row lead to. */
  readonly rows: number;
  /** The lists that their links lead to: a page of each for each row. */
  readonly lists: readonly ListPlan[];
}

/** How a row becomes an object of the answer, in the order of its response keys. */
export interface RowShape {
  readonly kind: 'row';
  readonly entries: readonly RowEntry[];
  readonly facts: RowFacts;
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

/** Pages of rows, shaped as Relay connections. */
export interface ListPlan {
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
  /** Of one row of a page, in all the shapes in which it is asked for. */
  readonly facts: RowFacts;
}
