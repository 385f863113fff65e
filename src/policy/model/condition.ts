import type { OrderOperator } from './operators.js';
import type { Period } from './period.js';

/** A scalar value in a condition. */
export type Literal = string | number | boolean;

/**
 * What a field is compared with: the given values, an attribute of the requester, or the day that lies so
 * long after today.
 */
export type Operand =
  | { readonly kind: 'literals'; readonly values: readonly Literal[] }
  | { readonly kind: 'requester'; readonly attribute: string }
  | { readonly kind: 'today'; readonly period: Period };

/** The parts of a condition that are joined by logic. */
export type Leaf =
  | { readonly kind: 'in'; readonly field: string; readonly operand: Operand }
  | {
      readonly kind: 'compare';
      readonly field: string;
      readonly operator: OrderOperator;
      readonly operand: Operand;
    }
  | { readonly kind: 'isNull'; readonly field: string }
  /** At least one row that the link leads to meets the condition, be it in the requester's scope or not. */
  | { readonly kind: 'some'; readonly link: string; readonly of: Condition }
  /** About the requester, and about no row: its attribute has one of the values. */
  | { readonly kind: 'has'; readonly attribute: string; readonly values: readonly Literal[] };

/**
 * Which rows are in scope. "Everything" and "nothing" are kinds of their own, so that an empty list can
 * never be mistaken for either. Logic is two-valued: a comparison with null is false, and `not` makes it
 * true. `in` holds if the field equals any of the operand's values; `compare` by `startsWith` and
 * `contains` holds by any of them too, and by other operators takes exactly one.
 */
export type Condition =
  | { readonly kind: 'everything' }
  | { readonly kind: 'nothing' }
  | Leaf
  | { readonly kind: 'and'; readonly of: readonly Condition[] }
  | { readonly kind: 'or'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition };

export const everything: Condition = Object.freeze({ kind: 'everything' });
export const nothing: Condition = Object.freeze({ kind: 'nothing' });

/** Joins conditions by `and`. Without any condition, the result is everything. */
export function allOf(conditions: readonly Condition[]): Condition {
  if (conditions.some(({ kind }) => kind === 'nothing')) return nothing;
  const of = conditions
    .flatMap((condition) => (condition.kind === 'and' ? condition.of : condition))
    .filter(({ kind }) => kind !== 'everything');
  const [first, ...rest] = of;
  if (!first) return everything;
  return rest.length === 0 ? first : Object.freeze({ kind: 'and', of: Object.freeze(of) });
}

/** The parts of a condition, at any depth. What stands within a `some` is about other rows. */
export function leavesOf(condition: Condition): readonly Leaf[] {
  switch (condition.kind) {
    case 'everything':
    case 'nothing':
      return [];
    case 'and':
    case 'or':
      return condition.of.flatMap(leavesOf);
    case 'not':
      return leavesOf(condition.of);
    case 'in':
    case 'compare':
    case 'isNull':
    case 'some':
    case 'has':
      return [condition];
  }
}
