/** A scalar as it stands in a condition. */
export type Literal = string | number | boolean;

/** What a field is compared to: values that stand there, or an attribute of whoever asks. */
export type Operand =
  | { readonly kind: 'literals'; readonly values: readonly Literal[] }
  | { readonly kind: 'requester'; readonly attribute: string };

/**
 * Which rows are in scope. "Everything" and "nothing" are results of their own, so that no empty
 * list can be taken for either. `in` compares by equality with any of the operand's values.
 */
export type Condition =
  | { readonly kind: 'everything' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'in'; readonly field: string; readonly operand: Operand }
  | { readonly kind: 'and'; readonly of: readonly Condition[] };

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
