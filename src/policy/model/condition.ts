import type { OperatorName, OrderOperator } from './operators.js';

/** A scalar value in a condition. */
export type Literal = string | number | boolean;

/** What a field is compared with: the given values, or an attribute of the requester. */
export type Operand =
  | { readonly kind: 'literals'; readonly values: readonly Literal[] }
  | { readonly kind: 'requester'; readonly attribute: string };

/**
 * Which rows are in scope. "Everything" and "nothing" are kinds of their own, so that an empty list can
 * never be mistaken for either. Logic is two-valued: a comparison with null is false, and `not` makes it
 * true. `in` holds if the field equals any of the operand's values; `compare` takes exactly one value.
 * `isPast` holds if the date's anniversary after so many years is before today.
 */
export type Condition =
  | { readonly kind: 'everything' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'in'; readonly field: string; readonly operand: Operand }
  | {
      readonly kind: 'compare';
      readonly field: string;
      readonly operator: OrderOperator;
      readonly operand: Operand;
    }
  | { readonly kind: 'isNull'; readonly field: string }
  | { readonly kind: 'isPast'; readonly field: string; readonly years: number }
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

/** Every attribute of the requester on which a condition depends, at any depth. */
export function attributesOf(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case 'everything':
    case 'nothing':
    case 'isNull':
    case 'isPast':
      return [];
    case 'in':
    case 'compare':
      return condition.operand.kind === 'requester' ? [condition.operand.attribute] : [];
    case 'and':
    case 'or':
      return condition.of.flatMap(attributesOf);
    case 'not':
      return attributesOf(condition.of);
  }
}

/** Every field that a condition compares, at any depth. */
export function fieldsIn(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case 'everything':
    case 'nothing':
      return [];
    case 'in':
    case 'compare':
    case 'isNull':
    case 'isPast':
      return [condition.field];
    case 'and':
    case 'or':
      return condition.of.flatMap(fieldsIn);
    case 'not':
      return fieldsIn(condition.of);
  }
}

/** Every operator that a condition uses, at any depth. */
export function operatorsIn(condition: Condition): readonly OperatorName[] {
  switch (condition.kind) {
    case 'everything':
    case 'nothing':
      return [];
    case 'in':
      return ['in'];
    case 'compare':
      return [condition.operator];
    case 'isNull':
      return ['isNull'];
    case 'isPast':
      return ['lt'];
    case 'and':
    case 'or':
      return condition.of.flatMap(operatorsIn);
    case 'not':
      return operatorsIn(condition.of);
  }
}
