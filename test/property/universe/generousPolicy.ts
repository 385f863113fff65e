import fc from 'fast-check';

import { carriersOf } from './links.js';
import { model, typeNames, type TypeName } from './model.js';
import type { ModelLink } from './modelLink.js';
import {
  byRowGrant,
  isByRow,
  ownScopeOf,
  resourceGrant,
  type FieldGrantChoice,
  type PolicyChoice,
  type ResourceGrantChoice,
} from './policy.js';
import { scopeOf, type ScopeChoice } from './scopes.js';

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

/** What a policy is drawn with, beside what all such have, so that a fault shows soon. */
interface Leaning {
  /** How many of a type's fields are clear in some rows, to five that are otherwise shown. */
  readonly byRow?: number;
  /** How many are masked by the mask that fits them. */
  readonly masked?: number;
  /** How the fields are given that links begin or end at. */
  readonly keys?: fc.Arbitrary<FieldGrantChoice>;
  /** How many links of a type are given, at the least and at the most; of a type with fewer, all. */
  readonly links?: readonly [least: number, most: number];
  /** Of which links they are. */
  readonly along?: (link: ModelLink) => boolean;
  /** Whether every type has a row scope, or none has. */
  readonly isScoped?: boolean;
}

/** Most fields in clear, so that a condition mostly holds; and some by row. */
function shownOf(
  type: TypeName,
  name: string,
  weight: number,
  masked: number,
): fc.Arbitrary<FieldGrantChoice> {
  const { mask } = model[type].fields[name]!;
  if (!mask) return shown;
  const byRow = byRowGrant(type, mask).map((given) => ({
    ...given,
    uses: undefined,
    approvedBy: ['PROVIDER' as const, 'AUTHORITY' as const],
  }));
  const hidden = shown.map((given) => ({ ...given, form: { mask } }));
  return fc.oneof(
    { weight: 5, arbitrary: shown },
    { weight, arbitrary: byRow },
    { weight: masked, arbitrary: hidden },
  );
}

function generousGrant(
  type: TypeName,
  {
    byRow = 1,
    masked = 0,
    keys = fc.constant(carried),
    links: [least, most] = [1, Infinity],
    along = () => true,
    isScoped,
  }: Leaning,
): fc.Arbitrary<ResourceGrantChoice> {
  const { fields, links } = model[type];
  const names = Object.keys(links).filter((name) => along(links[name]!));
  const granted = Object.keys(fields).map(
    (name) =>
      [
        name,
        carriers.includes(`${type}.${name}`) ? keys : shownOf(type, name, byRow, masked),
      ] as const,
  );
  return fc
    .tuple(
      resourceGrant(type),
      fc.record(Object.fromEntries(granted)),
      fc.subarray(names, {
        minLength: Math.min(least, names.length),
        maxLength: Math.min(most, names.length),
      }),
      scopeOf(type, 1),
    )
    .map(([drawn, all, named, rows]) => ({
      ...drawn,
      reach: ['LOOKUP', 'LIST', 'LINKED', 'STATISTICS'],
      fields: all,
      links: named,
      minors: true,
      ...(isScoped !== undefined && { rows: isScoped ? rows : undefined }),
    }));
}

/**
 * A policy that gives nearly everything, but for links and rows that it leaves out: what only shows where several things are granted at once shows under it.
 */
function generous(leaning: Leaning = {}): fc.Arbitrary<PolicyChoice> {
  return fc.record({
    resources: fc.record({
      Person: generousGrant('Person', leaning),
      Place: generousGrant('Place', leaning),
      Lot: generousGrant('Lot', leaning),
      Term: generousGrant('Term', leaning),
    }),
    rules: fc.constant([]),
    attributes: fc.constant({ held: ['A', 'B', '张小三', '一区'], one: ['n'], few: [1, 2] }),
  });
}

export const generousPolicy = generous();

/** Half of what is shown is clear in some rows only. */
export const byRowPolicy = generous({ byRow: 5, isScoped: false });

/** Two thirds of what is shown are masked. */
export const maskedPolicy = generous({ masked: 12, isScoped: false });

function byMissing(type: TypeName): ScopeChoice {
  const operand = { kind: 'attribute', name: 'missing' } as const;
  return { kind: 'compare', field: model[type].key, operator: 'eq', operand };
}

/** Beside each grant by row stands a rule on the same field, which leaves some rows as they are. */
function ruledByRow(
  exceptionOf: (type: TypeName) => fc.Arbitrary<ScopeChoice>,
): fc.Arbitrary<PolicyChoice> {
  const exceptions = fc.tuple(...typeNames.map(exceptionOf));
  return fc.tuple(generous({ byRow: 2 }), exceptions).map(([policy, drawn]) => {
    const rules = typeNames.flatMap((resource, at) =>
      Object.entries(policy.resources[resource]!.fields).flatMap(([field, { form }]) => {
        if (!isByRow(form)) return [];
        const { mask } = form;
        return [{ kind: 'MASK' as const, resource, field, mask, clearWhere: drawn[at]! }];
      }),
    );
    return { ...policy, rules };
  });
}

/** By a field that is mostly clear, since no mask fits it. */
function byUnmasked(type: TypeName): fc.Arbitrary<ScopeChoice> {
  const { fields } = model[type];
  const unmasked = Object.keys(fields).filter((name) => !fields[name]!.mask);
  const field = fc.constantFrom(...(unmasked.length > 0 ? unmasked : Object.keys(fields)));
  return fc.record({ kind: fc.constant('isNull' as const), field, value: fc.boolean() });
}

export const ruledByRowPolicy = ruledByRow(byUnmasked);

/** The rules leave the rows that meet a condition, or one by an attribute that the requester lacks. */
export const lackingByRowPolicy = ruledByRow((type) =>
  ownScopeOf(type).map((one) => ({ kind: 'or', of: [one, byMissing(type)] })),
);

/**
 * Some of the fields that carry links are shown, and others hidden: many a far end would show what a near one
 * hides. Only links by way of junctions are given, so that hardly any other keeps a hidden key as it is.
 */
export const shownKeysPolicy = generous({
  keys: fc.constantFrom(carried, {
    form: 'CLEAR',
    uses: ['LOOKUP', 'FILTER', 'JOIN'],
    approvedBy: ['PROVIDER', 'AUTHORITY'],
  }),
  links: [Infinity, Infinity],
  along: ({ steps }) => steps.length > 1,
  isScoped: false,
});

/** Every type has a row scope, so the junctions have. */
export const scopedPolicy = generous({ isScoped: true, links: [3, Infinity] });

/** Most links are not given, so that what leads by them may differ. */
export const fewLinksPolicy = generous({ links: [0, 1] });
