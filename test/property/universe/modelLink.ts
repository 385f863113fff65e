import type { TypeName } from './model.js';

/** A step of a link: to the rows of a type that are equal in all pairs of fields. */
export interface ModelStep {
  readonly target: TypeName;
  readonly on: readonly (readonly [from: string, to: string])[];
}

export interface ModelLink {
  readonly target: TypeName;
  /** One, or two: to a junction and on from there. */
  readonly steps: readonly ModelStep[];
  readonly isMany: boolean;
}

export function toOne(target: TypeName, ...on: ModelStep['on']): ModelLink {
  return { target, steps: [{ target, on }], isMany: false };
}

export function toMany(target: TypeName, ...on: ModelStep['on']): ModelLink {
  return { ...toOne(target, ...on), isMany: true };
}

/** A link by way of a junction; `near` and `far` are the pairs of its two steps. */
export function through(
  junction: TypeName,
  near: readonly [string, string],
  target: TypeName,
  far: readonly [string, string],
): ModelLink {
  const steps = [
    { target: junction, on: [near] },
    { target, on: [far] },
  ];
  return { target, steps, isMany: true };
}
