import type { FieldNode } from 'graphql';

import type { Field, Resource } from '../../catalog/model/catalog.js';
import type { Condition } from '../../policy/model/condition.js';
import type { ResourceDecision } from '../../policy/model/decisions.js';
import type { Form } from '../../policy/model/form.js';
import type { Column } from '../../source/column/column.js';
import type { Junction } from '../../source/request/junction.js';
import type { HeldLevel } from '../facts/highestLevel.js';
import type { Reads } from '../facts/reads.js';

import type { Fetch } from './fetch.js';

/** A field's value, shown in its form under a response key. */
export interface ValueEntry {
  readonly kind: 'value';
  readonly key: string;
  readonly field: Field;
  /** The field, as `Type.field`. */
  readonly coordinate: string;
  /** Never WITHHELD: a withheld field is in no schema, so in no plan. */
  readonly form: Form;
  readonly index: number;
  /** Where the form is by row, the index of what tells whether the value is clear in a row; else null. */
  readonly testIndex: number | null;
}

/** A condition on the rows of a resource, of which each row tells whether it meets it. */
export interface RowTest {
  readonly condition: Condition;
  readonly resource: Resource;
}

/** A hashed value. Its key belongs to one field, written as `Type.field`. */
export interface HashedEntry {
  readonly entry: ValueEntry;
  readonly coordinate: string;
}

export interface TypenameEntry {
  readonly kind: 'typename';
  readonly key: string;
  readonly name: string;
}

/** How rows lead to linked rows. */
interface LinkKeys {
  readonly key: string;
  /** The index of each part of the key in the parent's row. */
  readonly fromIndexes: readonly number[];
  /** The columns of the linked rows that keys are compared with, and the index of each in them. */
  readonly to: readonly Column[];
  readonly toIndexes: readonly number[];
}

/** A link to one row. One more fetch follows it for all rows of the level. */
export interface LinkEntry extends LinkKeys {
  readonly kind: 'link';
  readonly fetch: Fetch;
  /** Whether it may lead to several rows all the same. */
  readonly isVouched: boolean;
  readonly row: RowShape;
}

/**
 * A link to many rows. One more fetch gives a page for each row of the level. Through a junction, its keys
 * are read of the pairs.
 */
export interface ManyLinkEntry extends LinkKeys {
  readonly kind: 'manyLink';
  readonly list: ListPlan;
  readonly junction: JunctionPlan | null;
}

/** The junction by way of whose rows a link leads. Of its own rows nothing is shown. */
export interface JunctionPlan extends Omit<Junction, 'table' | 'filter'> {
  readonly fetch: Fetch;
}

export type RowEntry = ValueEntry | TypenameEntry | LinkEntry | ManyLinkEntry;

/** What rows tell before they are fetched, with all rows behind their links. */
export interface RowFacts {
  /** The reads, without those of the conditions of lists. */
  readonly reads: Reads;
  /** The highest level of their resources and of the fields shown. */
  readonly level: HeldLevel | null;
  /** The rows that come with one row: itself and those behind links to one row. */
  readonly rows: number;
  /** The lists behind their links. Each row has a page of each. */
  readonly lists: readonly ListPlan[];
}

/** How a row becomes an object of the answer, in the order of the response keys. */
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

/** A list of a plan, of a root or behind a link, in the shape of a Relay connection. */
export interface ListPlan {
  readonly node: FieldNode;
  /** The type that has the field: the query type, or the type of the linking rows. */
  readonly typeName: string;
  readonly decision: ResourceDecision;
  /** The last columns of every order. They make every row's place unique. */
  readonly pageBy: readonly Column[];
  /** Whether they may fail to, so that each page looks whether its rows are told apart. */
  readonly isVouched: boolean;
  readonly fetch: Fetch;
  /** Whether a cursor is asked for. If it is, the columns of the order must be read. */
  readonly hasCursors: boolean;
  /** Whether rows are asked for, and not only their number. */
  readonly hasPage: boolean;
  /** Whether the number of rows on all pages is asked for. */
  readonly hasTotal: boolean;
  readonly entries: readonly ConnectionEntry[];
  /** The facts of one row, in all its shapes. */
  readonly facts: RowFacts;
}
