import type { OperatorName, OrderOperator } from './operator.js';

/** A scalar as it stands in a condition. */
export type Literal = string | number | boolean;

/** What a field is compared to: values that stand there, or an attribute of whoever asks. */
export type Operand =
  | { readonly kind: 'literals'; readonly values: readonly Literal[] }
  | { readonly kind: 'requester'; readonly attribute: string };

/**
 * Which rows are in scope. "Everything" and "nothing" are results of their own, so that no empty
 * list can be taken for either. Two-valued: a null meets no comparison, and `not` turns what is not
 * met into what is. `in` compares by equality with any of the operand's values, `compare` with its
 * only one. `isPast` holds of a date from whose anniversary of so many years a day has passed.
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

/** The rows that every one of the conditions holds; none given asks for nothing, so: everything. */
export function allOf(conditions: readonly Condition[]): Condition {
  if (conditions.some(({ kind }) => kind === 'nothing')) return nothing;
  const of = conditions
    .flatMap((condition) => (condition.kind === 'and' ? condition.of : condition))
    .filter(({ kind }) => kind !== 'everything');
  const [first, ...rest] = of;
  if (!first) return everything;
  return rest.length === 0 ? first : Object.freeze({ kind: 'and', of: Object.freeze(of) });
}

/** Every attribute of the requester that a condition hangs on, wherever it stands in it. */
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

/** The operators by which a condition compares, wherever they stand in it. */
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
