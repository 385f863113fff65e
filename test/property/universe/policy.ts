import fc from 'fast-check';

import type { ConditionSeed } from '../../../src/control/policy/conditionSeed.js';
import type { PolicySeedInput } from '../../../src/control/policy/policySeed.js';
import { redactMask, type Mask } from '../../../src/mask/mask.js';
import type { VerificationGrant } from '../../../src/policy/model/grant.js';
import type { Reach, Use } from '../../../src/policy/model/use.js';
import { act } from '../../support/act.js';

import { model, type TypeName } from './model.js';
import { windows, type WindowChoice } from './windows.js';

export interface FieldGrantChoice {
  readonly form: 'WITHHELD' | 'CLEAR' | { readonly mask: Mask } | undefined;
  readonly uses: readonly Use[] | undefined;
  readonly approvedBy: readonly ('PROVIDER' | 'AUTHORITY')[];
}

/**
 * `field in values`, the values literal or those of an attribute that the requester may lack; or that
 * turned round.
 */
export interface RowsChoice {
  readonly field: string;
  readonly in: readonly (string | number)[] | '$requester.held' | '$requester.missing';
  readonly isNegated: boolean;
}

export interface ResourceGrantChoice {
  readonly reach: readonly Reach[];
  readonly fields: Readonly<Record<string, FieldGrantChoice>>;
  readonly links: readonly string[];
  readonly rows: RowsChoice | undefined;
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
    }
  | { readonly kind: 'ROWS'; readonly resource: TypeName; readonly rows: RowsChoice }
  | { readonly kind: 'WINDOW'; readonly resource: TypeName; readonly window: WindowChoice }
  | { readonly kind: 'SUSPEND'; readonly resource: TypeName };

/** One requester's grant, the rules, and the values of its attribute `held`. */
export interface PolicyChoice {
  readonly resources: Readonly<Partial<Record<TypeName, ResourceGrantChoice>>>;
  readonly rules: readonly RuleChoice[];
  readonly held: readonly string[];
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

function rowsOf(type: TypeName): fc.Arbitrary<RowsChoice> {
  return fc.constantFrom(...Object.keys(model[type].fields)).chain((field) => {
    const domain = model[type].fields[field]!.domain.filter((value) => value !== null);
    return fc.record({
      field: fc.constant(field),
      isNegated: fc.constantFrom(false, false, true),
      in: fc.oneof(
        { weight: 4, arbitrary: fc.subarray([...domain], { minLength: 1 }) },
        { weight: 2, arbitrary: fc.constant('$requester.held' as const) },
        { weight: 1, arbitrary: fc.constant('$requester.missing' as const) },
      ),
    });
  });
}

/** Keys may mostly be looked up and joined, so that most grants let something be reached. */
function fieldGrants(type: TypeName): fc.Arbitrary<Readonly<Record<string, FieldGrantChoice>>> {
  const { key, fields, links } = model[type];
  const carriers = new Set([key, ...Object.values(links).map(({ from }) => from)]);
  const choices = Object.keys(fields).map((name) => {
    const grant = carriers.has(name)
      ? fc
          .tuple(fieldGrant, fc.integer({ min: 0, max: 4 }))
          .map(([given, lot]) =>
            lot === 0
              ? given
              : { ...given, uses: [...(given.uses ?? []), 'LOOKUP', 'JOIN'] as Use[] },
          )
      : fieldGrant;
    return [name, fc.option(grant, { nil: undefined, freq: 5 })] as const;
  });
  return fc
    .record(Object.fromEntries(choices))
    .map((given) =>
      Object.fromEntries(
        Object.entries(given).filter((entry): entry is [string, FieldGrantChoice] => !!entry[1]),
      ),
    );
}

const reaches: readonly Reach[] = ['LOOKUP', 'LIST', 'LINKED', 'VERIFY', 'STATISTICS'];

export function resourceGrant(type: TypeName): fc.Arbitrary<ResourceGrantChoice> {
  return fc.record({
    reach: fc.oneof(
      { weight: 6, arbitrary: fc.constant([...reaches]) },
      { weight: 4, arbitrary: fc.subarray([...reaches]) },
      { weight: 1, arbitrary: fc.constant(['VERIFY'] as Reach[]) },
      { weight: 1, arbitrary: fc.constant(['STATISTICS'] as Reach[]) },
    ),
    fields: fieldGrants(type),
    links: fc.constantFrom(Object.keys(model[type].links), Object.keys(model[type].links), []),
    rows: fc.option(rowsOf(type), { nil: undefined, freq: 2 }),
    minors: fc.constantFrom(true, true, false),
    verification: fc.record({
      tellMismatches: fc.constantFrom(false, false, true),
      tellNotFound: fc.constantFrom(false, false, true),
    }),
  });
}

const typeName = fc.constantFrom<TypeName>('Person', 'Place');

const rule: fc.Arbitrary<RuleChoice> = typeName.chain((resource) => {
  const names = Object.keys(model[resource].fields);
  const field = fc.constantFrom(...names);
  const masked = names.flatMap((name) =>
    [redactMask, model[resource].fields[name]!.mask].map((mask) => ({ field: name, mask })),
  );
  return fc.oneof(
    fc.record({ kind: fc.constant('WITHHOLD' as const), resource: fc.constant(resource), field }),
    fc.constantFrom(...masked).map((part) => ({ kind: 'MASK' as const, resource, ...part })),
    fc.record({
      kind: fc.constant('ROWS' as const),
      resource: fc.constant(resource),
      rows: rowsOf(resource),
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
    { Person: resourceGrant('Person'), Place: resourceGrant('Place') },
    { requiredKeys: ['Person'] },
  ),
  rules: fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(rule, { minLength: 1, maxLength: 2 }) },
  ),
  held: fc.subarray(['A', 'B', '张小三', '1990-03-07', 'n1', '370202199003071233', '一区'], {
    minLength: 1,
  }),
});

function rowsSeed(rows: RowsChoice): ConditionSeed {
  const seed = { [rows.field]: { in: typeof rows.in === 'string' ? rows.in : [...rows.in] } };
  return rows.isNegated ? { not: seed } : seed;
}

function ruleSeed(rule: RuleChoice): object {
  switch (rule.kind) {
    case 'ROWS':
      return { ...rule, rows: rowsSeed(rule.rows) };
    case 'WINDOW': {
      const { kind, resource, window } = rule;
      return { kind, resource, ...window.seed };
    }
    case 'WITHHOLD':
    case 'MASK':
    case 'SUSPEND':
      return rule;
  }
}

/** The one grant's. */
export const grantId = 'G';

/** The policy as its file would state it. */
export function policyText({ resources, rules, held }: PolicyChoice): string {
  const granted = Object.entries(resources).map(([type, grant]) => [
    type,
    {
      ...grant,
      fields: Object.fromEntries(
        Object.entries(grant.fields).map(([name, { approvedBy, ...given }]) => [
          name,
          { ...given, approvedBy: approvedBy.map(act) },
        ]),
      ),
      rows: grant.rows && rowsSeed(grant.rows),
      verification: grant.reach.includes('VERIFY') ? grant.verification : undefined,
    },
  ]);
  const policy = {
    clients: [{ id: 'app', agency: 'agency', attributes: { held: [...held] }, keys: [] }],
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
