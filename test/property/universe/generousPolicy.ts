import fc from 'fast-check';

import { carriersOf } from './links.js';
import { model, typeNames, type TypeName } from './model.js';
import {
  byRowGrant,
  resourceGrant,
  type FieldGrantChoice,
  type PolicyChoice,
  type ResourceGrantChoice,
} from './policy.js';

/** Carries links, and is not shown: so that no link is refused for what its far end would show. */
const carried: FieldGrantChoice = { form: 'WITHHELD', uses: ['LOOKUP', 'JOIN'], approvedBy: [] };

/** The fields that links begin or end at. */
const carriers: readonly string[] = typeNames.flatMap(carriersOf);

/** Shown in clear or masked, with all that its form allows. */
const shown: fc.Arbitrary<FieldGrantChoice> = fc.record({
  form: fc.constantFrom('CLEAR' as const, 'CLEAR' as const, undefined),
  uses: fc.constant(undefined),
  approvedBy: fc.constant(['PROVIDER' as const, 'AUTHORITY' as const]),
});

/** Most fields in clear, so that a condition mostly holds; and some by row. */
function shownOf(type: TypeName, name: string): fc.Arbitrary<FieldGrantChoice> {
  const { mask } = model[type].fields[name]!;
  if (!mask) return shown;
  const byRow = byRowGrant(type, mask).map((given) => ({
    ...given,
    uses: undefined,
    approvedBy: ['PROVIDER' as const, 'AUTHORITY' as const],
  }));
  return fc.oneof({ weight: 5, arbitrary: shown }, { weight: 1, arbitrary: byRow });
}

function generousGrant(type: TypeName): fc.Arbitrary<ResourceGrantChoice> {
  const { fields, links } = model[type];
  const granted = Object.keys(fields).map(
    (name) =>
      [
        name,
        carriers.includes(`${type}.${name}`) ? fc.constant(carried) : shownOf(type, name),
      ] as const,
  );
  return fc
    .tuple(
      resourceGrant(type),
      fc.record(Object.fromEntries(granted)),
      fc.subarray(Object.keys(links), { minLength: 1 }),
    )
    .map(([drawn, all, some]) => ({
      ...drawn,
      reach: ['LOOKUP', 'LIST', 'LINKED', 'STATISTICS'],
      fields: all,
      links: some,
      minors: true,
    }));
}

/**
 * A policy that gives nearly everything, but for links and rows that it leaves out: what only shows where several things are granted at once shows under it.
 */
export const generousPolicy: fc.Arbitrary<PolicyChoice> = fc.record({
  resources: fc.record({
    Person: generousGrant('Person'),
    Place: generousGrant('Place'),
    Lot: generousGrant('Lot'),
    Term: generousGrant('Term'),
  }),
  rules: fc.constant([]),
  attributes: fc.constant({ held: ['A', 'B', '张小三', '一区'], one: ['n'], few: [1, 2] }),
});
