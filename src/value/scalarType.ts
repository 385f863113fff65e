import type { Storage } from '../source/column/column.js';
import type { Parameter } from '../source/column/parameter.js';
import type { SqlValue } from '../source/row.js';

import type { NumberName } from './scalarName.js';

/** What an answer holds of a value. */
export type Scalar = string | number | boolean | null;

/** A value of an answer: a scalar, or what holds some. */
export type Json = Scalar | readonly Json[] | { readonly [key: string]: Json };

/** How a scalar that GraphQL does not have is told to clients. */
export interface OwnScalar {
  readonly description: string;
  /** Where its form is specified. */
  readonly specifiedBy: string;
  /** The literals by which a document may state it, beside a text. */
  readonly literals: readonly ('IntValue' | 'FloatValue')[];
}

/** One type of fields. */
export interface ScalarType {
  /** The kinds of storage that can hold its values. */
  readonly storages: readonly Storage[];
  /**
   * Reads what an operation, a grant or a rule states.
   *
   * @returns its canonical form; undefined where it is no value of the type
   */
  readonly accept: (value: unknown) => Parameter | undefined;
  /**
   * Reads what a source holds in a column of this storage.
   *
   * @returns undefined where it does not fit the type
   */
  readonly read: (value: Exclude<SqlValue, null>, storage: Storage) => Json | undefined;
  /** Whether it may be compared at all, be it with a key, in a condition, an order, a group or a claim. */
  readonly isCompared: boolean;
  /** Whether conditions may ask for less or more. */
  readonly isOrdered: boolean;
  /** Whether rows are grouped by equal values. */
  readonly isGrouped: boolean;
  /** Whether there is a least and a greatest one. Of texts there is, but nobody asks for it. */
  readonly hasEnds: boolean;
  /** The types of a sum and a mean; null where there is none. */
  readonly sums: { readonly sum: NumberName; readonly mean: NumberName } | null;
  /** Null for the scalars that GraphQL has. */
  readonly own: OwnScalar | null;
}
