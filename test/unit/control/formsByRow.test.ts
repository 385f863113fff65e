import { describe, expect, it } from '@jest/globals';

import type { PolicySeedInput } from '../../../src/control/policy/policySeed.js';
import { policyWarnings } from '../../../src/control/policy/policyWarnings.js';
import { readPolicy } from '../../../src/control/policy/readPolicy.js';
import { compileCase, general, optional, problemsOf, typeOf } from '../../cases/caseCatalog.js';

const personal = general.replace('L1, category: GENERAL', 'L3, category: PERSONAL');
const catalog = compileCase(
  typeOf(
    `name: String @desensitize(rule: NAME)
  town: String @classify(level: L1, category: GENERAL)
  plain: String @classify(level: L1, category: GENERAL)
  others: [Thing!] @link(from: "town", to: "town")`,
    personal,
  ),
  { name: optional(), town: optional(), plain: optional() },
);

type Fields = PolicySeedInput['grants'][number]['resources'][string]['fields'];

const approvedBy = [{ role: 'PROVIDER' as const, number: '1', date: '2026-01-01', office: 'a' }];

function policyOf(fields: Fields, rules: PolicySeedInput['rules'] = []): PolicySeedInput {
  return {
    rules,
    clients: [{ id: 'c', agency: 'a', attributes: { none: [] }, keys: [] }],
    grants: [
      {
        id: 'G-1',
        client: 'c',
        purpose: 'p',
        validUntil: '2099-12-31T00:00:00Z',
        resources: { Thing: { reach: ['LIST'], fields: { town: {}, ...fields } } },
      },
    ],
  };
}

const inTown = { town: { eq: 'A' } };

describe('a form by row, as a grant states it', () => {
  it('has the mask of the catalog, or its own', () => {
    const maskOf = (form: object) => {
      const text = JSON.stringify(policyOf({ name: { form, approvedBy } as Fields[string] }));
      const [ofClient] = [...readPolicy(text, catalog).grants.values()];
      return [...ofClient!.values()][0]!.resources.get('Thing')!.fields.get('name')!.form;
    };
    const clearWhere = {
      kind: 'in',
      field: 'town',
      operand: { kind: 'literals', values: ['A'] },
    };
    expect(maskOf({ clearWhere: inTown })).toEqual({ mask: { rule: 'NAME' }, clearWhere });
    expect(maskOf({ clearWhere: inTown, mask: 'REDACT' })).toEqual({
      mask: { rule: 'REDACT' },
      clearWhere,
    });
  });

  it.each<[string, Fields, string]>([
    [
      'names a mask where the catalog has none',
      { plain: { form: { clearWhere: inTown } } },
      '"plain" has no mask in the catalog; state one beside `clearWhere`',
    ],
    [
      'compares fields of its row',
      { name: { form: { clearWhere: { others: { some: inTown } } } } },
      '"name" is clear by what its own row holds; `clearWhere` leads through no link',
    ],
    [
      'compares what is there',
      { name: { form: { clearWhere: { city: { eq: 'A' } } } } },
      'Thing has no field "city"',
    ],
    ['states something', { name: { form: { clearWhere: {} } } }, 'a condition states something'],
  ])('%s', (_what, fields, problem) => {
    const [told, ...others] = problemsOf(catalog, policyOf(fields));
    expect(told?.endsWith(`: ${problem}`)).toBe(true);
    expect(others).toEqual([]);
  });

  it('is no form of another kind', () => {
    for (const form of [{}, { clearWhere: inTown, form: 'CLEAR' }, { clearWhere: 'always' }]) {
      const policy = policyOf({ name: { form } as unknown as Fields[string] });
      expect(problemsOf(catalog, policy).length).toBeGreaterThan(0);
    }
  });
});

describe('a rule that masks but in some rows', () => {
  const rule = {
    ...{ id: 'R-1', kind: 'MASK' as const, resource: 'Thing', field: 'name' },
    mask: 'NAME' as const,
  };

  it('states its mask, and the condition of the rows that it leaves', () => {
    const ruled = (more: object) =>
      readPolicy(JSON.stringify(policyOf({}, [{ ...rule, ...more }])), catalog).rules[0];
    const operand = { kind: 'literals', values: ['A'] };
    expect(ruled({ clearWhere: inTown })).toMatchObject({
      mask: { rule: 'NAME' },
      clearWhere: { kind: 'in', field: 'town', operand },
    });
    expect(ruled({})).toMatchObject({ mask: { rule: 'NAME' }, clearWhere: undefined });
  });

  it.each([
    [
      { clearWhere: { others: { some: inTown } } },
      'rule R-1: "name" is clear by what its own row holds; `clearWhere` leads through no link',
    ],
    [{ clearWhere: { city: { eq: 'A' } } }, 'rule R-1, name: Thing has no field "city"'],
    [{ clearWhere: {} }, 'rule R-1, name: a condition states something'],
    [
      { clearWhere: { town: { eq: 1 } } },
      'rule R-1, name: a value for "town" does not fit its column',
    ],
  ])('is refused with what would be right: %j', (more, problem) => {
    expect(problemsOf(catalog, policyOf({}, [{ ...rule, ...more }]))).toEqual([problem]);
  });

  it.each([{ clearWhere: 'always' }, { mask: undefined, clearWhere: inTown }])(
    'is none of another shape: %j',
    (more) => {
      const stated = { ...rule, ...more } as unknown as NonNullable<PolicySeedInput['rules']>[0];
      expect(problemsOf(catalog, policyOf({}, [stated])).length).toBeGreaterThan(0);
    },
  );

  it('has its condition with no other kind', () => {
    for (const kind of ['WITHHOLD', 'ROWS', 'SUSPEND']) {
      const stated = { ...{ id: 'R-1', resource: 'Thing' }, kind, clearWhere: inTown };
      const rules = [{ ...stated, ...(kind === 'WITHHOLD' && { field: 'name' }) }];
      const policy = policyOf({}, rules as unknown as PolicySeedInput['rules']);
      expect(problemsOf(catalog, policy).length).toBeGreaterThan(0);
    }
  });

  const clear = { form: 'CLEAR' as const, approvedBy };
  const warningsOf = (fields: Fields, ...more: readonly object[]) => {
    const rules = more.map((one, at) => ({ ...rule, ...one, id: `R-${at + 1}` }));
    return policyWarnings(readPolicy(JSON.stringify(policyOf(fields, rules)), catalog), catalog);
  };
  const told = (why: string) => `rule R-1: client c would see Thing.name clear in no row: ${why}`;

  it('is told of where its exception holds for somebody in no row, with the reason', () => {
    expect(warningsOf({ name: clear }, { clearWhere: inTown })).toEqual([]);
    const masked = { form: { mask: 'REDACT' as const } };
    expect(warningsOf({ name: clear, town: masked }, { clearWhere: inTown })).toEqual([
      told('it would be clear by "town", which is not clear itself'),
    ]);
    const lacking = { clearWhere: { not: { town: { in: '$requester.towns' } } } };
    expect(warningsOf({ name: clear }, lacking)).toEqual([told('it has no attribute "towns"')]);
  });

  it('and not where it takes nothing, since all rows were masked before, or it has no exception', () => {
    const lacking = { clearWhere: { town: { in: '$requester.towns' } } };
    expect(warningsOf({ name: {} }, lacking)).toEqual([]);
    expect(warningsOf({ plain: {} }, lacking)).toEqual([]);
    expect(warningsOf({ name: clear }, lacking, {})).toEqual([]);
    expect(warningsOf({ name: clear }, {})).toEqual([]);
    expect(warningsOf({ name: clear }, { ...lacking, public: true })).toEqual([]);
  });
});

describe('what a grant says is clear in some rows, and is in none', () => {
  const warningsOf = (fields: Fields) => {
    const policy = readPolicy(JSON.stringify(policyOf(fields)), catalog);
    return policyWarnings(policy, catalog);
  };

  it('is told of, with the reason', () => {
    const byTown = { form: { clearWhere: inTown }, approvedBy };
    expect(warningsOf({ name: byTown })).toEqual([]);
    expect(warningsOf({ name: byTown, town: { form: { mask: 'REDACT' } } })).toEqual([
      'grant G-1, Thing: name is MASKED(NAME) and not BY_ROW(NAME,town): it would be clear by "town", which is not clear itself',
    ]);
    const lacking = { form: { clearWhere: { town: { in: '$requester.towns' } } }, approvedBy };
    expect(warningsOf({ name: lacking })).toEqual([
      'grant G-1, Thing: name is clear in no row: client c has no attribute "towns"',
    ]);
    expect(warningsOf({ name: { form: { clearWhere: inTown } } })).toEqual([
      'grant G-1, Thing: name is MASKED(NAME) and not BY_ROW(NAME,town): level L3 without approval of PROVIDER',
    ]);
  });
});
