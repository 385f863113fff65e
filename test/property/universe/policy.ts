import fc from 'fast-check';

import type { PolicySeedInput } from '../../../src/control/policy/policySeed.js';
import { redactMask, type Mask } from '../../../src/mask/mask.js';
import type { VerificationGrant } from '../../../src/policy/model/grant.js';
import type { Reach, Use } from '../../../src/policy/model/use.js';
import { act } from '../../support/act.js';

import { keyFields } from './keys.js';
import { stepsOf } from './links.js';
import { model, typeNames, type TypeName } from './model.js';
import { once } from './once.js';
import {
  agency,
  attributeValues,
  scopeOf,
  scopeSeed,
  withinSource,
  type Attributes,
  type ScopeChoice,
} from './scopes.js';
import { windows, type WindowChoice } from './windows.js';

/** Clear in the rows that meet a condition on their own values, and masked in the others. */
export interface ByRow {
  readonly mask: Mask;
  readonly clearWhere: ScopeChoice;
}

export type FormChoice = 'WITHHELD' | 'CLEAR' | { readonly mask: Mask } | ByRow;

export function isByRow(form: FormChoice | undefined): form is ByRow {
  return typeof form === 'object' && 'clearWhere' in form;
}

export interface FieldGrantChoice {
  readonly form: FormChoice | undefined;
  readonly uses: readonly Use[] | undefined;
  readonly approvedBy: readonly ('PROVIDER' | 'AUTHORITY')[];
}

export interface ResourceGrantChoice {
  readonly reach: readonly Reach[];
  readonly fields: Readonly<Record<string, FieldGrantChoice>>;
  readonly links: readonly string[];
  readonly rows: ScopeChoice | undefined;
  readonly minors: boolean;
  readonly verification: VerificationGrant;
}

export type RuleChoice =
  | { readonly kind: 'WITHHOLD'; readonly resource: TypeName; readonly field: string }
  | {
      readonly kind: 'MASK';
      readonly resource: TypeName;
      readonly field: string;
      readonly mask: Mask;
      /** The rows that it leaves as they are. */
      readonly clearWhere: ScopeChoice | undefined;
    }
  | { readonly kind: 'ROWS'; readonly resource: TypeName; readonly rows: ScopeChoice }
  | { readonly kind: 'WINDOW'; readonly resource: TypeName; readonly window: WindowChoice }
  | { readonly kind: 'SUSPEND'; readonly resource: TypeName };

/** One requester's grant, the rules, and the values of its attributes. */
export interface PolicyChoice {
  readonly resources: Readonly<Partial<Record<TypeName, ResourceGrantChoice>>>;
  readonly rules: readonly RuleChoice[];
  readonly attributes: Attributes;
}

const fieldGrant: fc.Arbitrary<FieldGrantChoice> = fc.record({
  form: fc.constantFrom(
    undefined,
    undefined,
    'WITHHELD' as const,
    'CLEAR' as const,
    'CLEAR' as const,
    { mask: redactMask },
  ),
  uses: fc.option(
    fc.subarray(['LOOKUP', 'FILTER', 'SORT', 'GROUP', 'JOIN', 'JOIN', 'VERIFY'] as Use[]),
    {
      nil: undefined,
      freq: 3,
    },
  ),
  approvedBy: fc.constantFrom(
    [],
    ['PROVIDER' as const],
    ['PROVIDER' as const, 'AUTHORITY' as const],
  ),
});

/** A condition on a row's own values. */
export const ownScopeOf = once((type: TypeName): fc.Arbitrary<ScopeChoice> => {
  return scopeOf(type, 1).map((scope) => withinSource(scope, type, () => false));
});

/** A form by row of a field with this mask, mostly approved. */
export function byRowGrant(type: TypeName, mask: Mask): fc.Arbitrary<FieldGrantChoice> {
  const form = fc.record({
    mask: fc.constantFrom(mask, redactMask),
    clearWhere: ownScopeOf(type),
  });
  return fc.tuple(fieldGrant, form, fc.integer({ min: 0, max: 4 })).map(([given, drawn, lot]) => ({
    ...given,
    form: drawn,
    approvedBy: lot === 0 ? given.approvedBy : ['PROVIDER', 'AUTHORITY'],
  }));
}

/** No mask fits a field that has none. */
function fieldGrantOf(type: TypeName, name: string): fc.Arbitrary<FieldGrantChoice> {
  const { mask } = model[type].fields[name]!;
  if (mask) {
    return fc.oneof(
      { weight: 5, arbitrary: fieldGrant },
      { weight: 2, arbitrary: byRowGrant(type, mask) },
    );
  }
  return fieldGrant.map((given) =>
    typeof given.form === 'object' ? { ...given, form: 'WITHHELD' } : given,
  );
}

/** The fields at which a step of a link begins, or that it needs of a junction. */
function leadingFields(type: TypeName): readonly string[] {
  return typeNames.flatMap((owner) =>
    Object.keys(model[owner].links).flatMap((link) =>
      stepsOf(owner, link).flatMap(({ from, target, on }, at, steps) => [
        ...(from === type ? on.map(([one]) => one) : []),
        ...(target === type && at < steps.length - 1 ? on.map(([, other]) => other) : []),
      ]),
    ),
  );
}

/** Keys may mostly be looked up and joined, so that most grants let something be reached. */
const fieldGrants = once(
  (type: TypeName): fc.Arbitrary<Readonly<Record<string, FieldGrantChoice>>> => {
    const { fields } = model[type];
    const carriers = new Set([...keyFields(type), ...leadingFields(type)]);
    const choices = Object.keys(fields).map((name) => {
      const grant = carriers.has(name)
        ? fc
            .tuple(fieldGrantOf(type, name), fc.integer({ min: 0, max: 4 }))
            .map(([given, lot]) =>
              lot === 0
                ? given
                : { ...given, uses: [...(given.uses ?? []), 'LOOKUP', 'JOIN'] as Use[] },
            )
        : fieldGrantOf(type, name);
      return [name, fc.option(grant, { nil: undefined, freq: 5 })] as const;
    });
    return fc
      .record(Object.fromEntries(choices))
      .map((given) =>
        Object.fromEntries(
          Object.entries(given).filter((entry): entry is [string, FieldGrantChoice] => !!entry[1]),
        ),
      );
  },
);

const reaches: readonly Reach[] = ['LOOKUP', 'LIST', 'LINKED', 'VERIFY', 'STATISTICS'];

export const resourceGrant = once((type: TypeName): fc.Arbitrary<ResourceGrantChoice> => {
  return fc.record({
    reach: fc.oneof(
      { weight: 6, arbitrary: fc.constant([...reaches]) },
      { weight: 4, arbitrary: fc.subarray([...reaches]) },
      { weight: 1, arbitrary: fc.constant(['VERIFY'] as Reach[]) },
      { weight: 1, arbitrary: fc.constant(['STATISTICS'] as Reach[]) },
    ),
    fields: fieldGrants(type),
    links: fc.constantFrom(Object.keys(model[type].links), Object.keys(model[type].links), []),
    rows: fc.option(scopeOf(type, 2), { nil: undefined, freq: 2 }),
    minors: fc.constantFrom(true, true, false),
    verification: fc.record({
      tellMismatches: fc.constantFrom(false, false, true),
      tellNotFound: fc.constantFrom(false, false, true),
    }),
  });
});

/** A rule that masks one of a type's fields, in all rows or but in some. */
function maskRule(resource: TypeName): fc.Arbitrary<RuleChoice> {
  const clearWhere = fc.option(ownScopeOf(resource), { nil: undefined, freq: 2 });
  const { fields } = model[resource];
  const masked = Object.entries(fields).flatMap(([field, { mask }]) =>
    mask ? [redactMask, mask].map((of) => ({ field, mask: of })) : [],
  );
  return fc.record({ part: fc.constantFrom(...masked), clearWhere }).map(({ part, ...rest }) => ({
    ...{ kind: 'MASK' as const, resource },
    ...part,
    ...rest,
  }));
}

const typeName = fc.constantFrom<TypeName>('Person', 'Person', 'Place', 'Place', 'Lot', 'Term');

const rule: fc.Arbitrary<RuleChoice> = typeName.chain((resource) => {
  const names = Object.keys(model[resource].fields);
  const field = fc.constantFrom(...names);
  return fc.oneof(
    fc.record({ kind: fc.constant('WITHHOLD' as const), resource: fc.constant(resource), field }),
    maskRule(resource),
    fc.record({
      kind: fc.constant('ROWS' as const),
      resource: fc.constant(resource),
      rows: scopeOf(resource, 2),
    }),
    fc.record({
      kind: fc.constant('WINDOW' as const),
      resource: fc.constant(resource),
      window: fc.constantFrom(...windows),
    }),
    fc.record({ kind: fc.constant('SUSPEND' as const), resource: fc.constant(resource) }),
  );
});

export const policyChoice: fc.Arbitrary<PolicyChoice> = fc.record({
  resources: fc.record(
    {
      Person: resourceGrant('Person'),
      Place: resourceGrant('Place'),
      Lot: resourceGrant('Lot'),
      Term: resourceGrant('Term'),
    },
    { requiredKeys: ['Person'] },
  ),
  rules: fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(rule, { minLength: 1, maxLength: 2 }) },
  ),
  attributes: attributeValues,
});

/** A policy of which no scope leads to another source. */
export function withinSources(
  policy: PolicyChoice,
  isWithin: (one: TypeName, other: TypeName) => boolean,
): PolicyChoice {
  const resources = typeNames.flatMap((type) => {
    const granted = policy.resources[type];
    if (!granted) return [];
    const rows = granted.rows && withinSource(granted.rows, type, isWithin);
    return [[type, { ...granted, rows }] as const];
  });
  const rules = policy.rules.map((one) =>
    one.kind === 'ROWS' ? { ...one, rows: withinSource(one.rows, one.resource, isWithin) } : one,
  );
  return { ...policy, resources: Object.fromEntries(resources), rules };
}

function ruleSeed(rule: RuleChoice): object {
  switch (rule.kind) {
    case 'ROWS':
      return { ...rule, rows: scopeSeed(rule.rows) };
    case 'WINDOW': {
      const { kind, resource, window } = rule;
      return { kind, resource, ...window.seed };
    }
    case 'MASK':
      return { ...rule, clearWhere: rule.clearWhere && scopeSeed(rule.clearWhere) };
    case 'WITHHOLD':
    case 'SUSPEND':
      return rule;
  }
}

/** The one grant's. */
export const grantId = 'G';

function formSeed(form: FormChoice | undefined): object {
  if (!isByRow(form)) return { form };
  return { form: { ...form, clearWhere: scopeSeed(form.clearWhere) } };
}

/** The policy as its file would state it. */
export function policyText({ resources, rules, attributes }: PolicyChoice): string {
  const granted = Object.entries(resources).map(([type, grant]) => [
    type,
    {
      ...grant,
      fields: Object.fromEntries(
        Object.entries(grant.fields).map(([name, { approvedBy, form, ...given }]) => [
          name,
          { ...given, ...formSeed(form), approvedBy: approvedBy.map(act) },
        ]),
      ),
      rows: grant.rows && scopeSeed(grant.rows),
      verification: grant.reach.includes('VERIFY') ? grant.verification : undefined,
    },
  ]);
  const policy = {
    clients: [{ id: 'app', agency, attributes, keys: [] }],
    grants: [
      {
        id: grantId,
        client: 'app',
        purpose: 'purpose',
        validUntil: '2099-12-31T00:00:00Z',
        resources: Object.fromEntries(granted) as PolicySeedInput['grants'][number]['resources'],
      },
    ],
    rules: rules.map((rule, index) => ({ ...ruleSeed(rule), id: `R${index}` })),
  };
  return JSON.stringify(policy);
}
