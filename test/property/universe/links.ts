import { model, type TypeName } from './model.js';
import type { ModelLink, ModelStep } from './modelLink.js';

/** A step of a link, and the type whose rows it leads from. */
export interface Leading extends ModelStep {
  readonly from: TypeName;
}

/** The steps of a type's link, each with where it begins. */
export function stepsOf(type: TypeName, link: string): readonly Leading[] {
  const { steps } = model[type].links[link]!;
  return steps.map((step, at) => ({ ...step, from: at === 0 ? type : steps[at - 1]!.target }));
}

/** The fields at which any steps of a type's links begin or end, as `Type.field`. */
export function carriersOf(type: TypeName): readonly string[] {
  return Object.keys(model[type].links).flatMap((link) =>
    stepsOf(type, link).flatMap(({ from, target, on }) =>
      on.flatMap(([one, other]) => [`${from}.${one}`, `${target}.${other}`]),
    ),
  );
}

/** `@link(…)`, as a catalog states it. */
export function linkText({ target, steps, isMany }: ModelLink): string {
  const [first, second] = steps;
  const names = (fields: readonly string[]) => JSON.stringify(fields);
  const ends = steps.map(
    ({ on }) => [on.map(([one]) => one), on.map(([, other]) => other)] as const,
  );
  const to = ends.at(-1)![1];
  const junction = second
    ? `, through: { type: "${first!.target}", from: ${names(ends[0]![1])}, to: ${names(ends[1]![0])} }`
    : '';
  return `${isMany ? `[${target}!]` : target} @link(from: ${names(ends[0]![0])}, to: ${names(to)}${junction})`;
}
