import { describe, expect, it } from '@jest/globals';

import { fingerprintOf } from '../../../src/contract/fingerprintOf.js';
import type { Mask } from '../../../src/mask/mask.js';
import { decide } from '../../../src/policy/decide/decide.js';
import type { Condition } from '../../../src/policy/model/condition.js';
import type { Rule } from '../../../src/policy/model/rule.js';
import type { CatalogVersion, GrantId, PurposeCode } from '../../../src/shared/brand.js';
import { clientOf, decideFor, grantOf, type Granted } from '../support/deciding.js';
import { demoCatalog } from '../support/demoCatalog.js';
import { testCatalog } from '../support/testCatalog.js';

const inDivision = (operand: Extract<Condition, { kind: 'in' }>['operand']): Condition => ({
  kind: 'in',
  field: 'divisionCode',
  operand,
});
const own = (attribute: string) => inDivision({ kind: 'requester', attribute });
const literally = (...values: (string | number)[]) => inDivision({ kind: 'literals', values });

const resident = {
  reach: ['LOOKUP', 'LIST'],
  fields: {
    idNo: { form: { mask: { rule: 'ID_NUMBER' } }, uses: ['LOOKUP'] },
    name: {},
    divisionCode: { uses: ['JOIN', 'FILTER'] },
  },
  links: ['division'],
  rows: own('districts'),
} as const satisfies Granted[string];

const of = (granted: Granted, rules: readonly Rule[] = [], version = testCatalog.version) =>
  fingerprintOf(decideFor(testCatalog, granted, rules), { ...testCatalog, version });
const fingerprint = of({ Resident: resident });

describe('the fingerprint of a contract is equal', () => {
  it('for two requesters with equal decisions, by whichever grant and until when', () => {
    const grant = {
      ...grantOf({ Resident: resident }, 'other'),
      id: 'G-9' as GrantId,
      purpose: 'census' as PurposeCode,
      validUntil: 0,
    };
    const requester = clientOf('other', { districts: ['370211'] });
    const { purpose } = grant;
    const decisions = decide({ catalog: testCatalog, rules: [], requester, purpose, grant });
    expect(fingerprintOf(decisions, testCatalog)).toBe(fingerprint);
  });

  it('for grants that say the same in another order', () => {
    const { idNo, name, divisionCode } = resident.fields;
    const fields = { divisionCode: { uses: ['FILTER', 'JOIN'] as const }, name, idNo };
    expect(divisionCode.uses).not.toEqual(fields.divisionCode.uses);
    expect(of({ Resident: { ...resident, fields, reach: ['LIST', 'LOOKUP'] } })).toBe(fingerprint);
  });

  it('for a grant of more that comes to the same', () => {
    const fields = { ...resident.fields, name: { form: 'CLEAR' }, faith: {} } as const;
    expect(of({ Resident: { ...resident, fields } })).toBe(fingerprint);
  });
});

describe('the fingerprint of a contract differs', () => {
  const { fields } = resident;
  const division = { reach: ['LINKED'], fields: { code: { uses: ['JOIN'] } } } as const;

  const verified = {
    reach: ['VERIFY'],
    fields: { idNo: fields.idNo, name: { uses: ['VERIFY'] }, sex: { uses: ['VERIFY'] } },
  } as const satisfies Granted[string];

  it('for the statistics that may be asked for, though nothing else tells the grants apart', () => {
    const hidden = { form: 'WITHHELD', uses: [] } as const;
    const counted = { form: 'WITHHELD', uses: ['GROUP'] } as const;
    const ofCubes = (
      divisionCode: typeof hidden | typeof counted,
      birthDate: typeof divisionCode,
    ) => {
      const fields = { divisionCode, sex: counted, birthDate };
      const decisions = decideFor(demoCatalog, { Resident: { reach: ['STATISTICS'], fields } });
      const { cubes, fields: decided } = decisions.resources.get('Resident')!;
      const uses = [...decided.values()].flatMap((field) => [...field.uses]);
      const print = fingerprintOf(decisions, demoCatalog);
      return { cubes: [...cubes.keys()], uses, print };
    };
    const one = ofCubes(counted, hidden);
    const other = ofCubes(hidden, counted);
    expect([one.cubes, other.cubes]).toEqual([['bySex'], ['byBirthYear']]);
    expect([one.uses, other.uses]).toEqual([[], []]);
    expect(one.print).not.toBe(other.print);
  });

  it('for what is verified, and for what that tells', () => {
    const { idNo, name } = verified.fields;
    const telling = (tellMismatches: boolean, tellNotFound: boolean): Granted => ({
      Resident: { ...verified, verification: { tellMismatches, tellNotFound } },
    });
    const all = [
      { Resident: verified },
      { Resident: { ...verified, fields: { idNo, name } } },
      telling(true, false),
      telling(false, true),
      telling(true, true),
    ].map((granted) => of(granted));
    expect(new Set(all).size).toBe(5);
    expect(of(telling(false, false))).toBe(all[0]);
  });

  it.each<[string, Granted]>([
    ['a form', { Resident: { ...resident, fields: { ...fields, name: { form: 'WITHHELD' } } } }],
    [
      'a mask',
      {
        Resident: {
          ...resident,
          fields: { ...fields, name: { form: { mask: { rule: 'REDACT' } } } },
        },
      },
    ],
    [
      'a use',
      { Resident: { ...resident, fields: { ...fields, divisionCode: { uses: ['JOIN'] } } } },
    ],
    [
      'a use of what is withheld',
      { Resident: { ...resident, fields: { ...fields, sex: { uses: ['LOOKUP'] } } } },
    ],
    ['a reach', { Resident: { ...resident, reach: ['LOOKUP'] } }],
    ['a link', { Resident: { ...resident, links: [] } }],
    ['another resource', { Resident: resident, Division: division }],
    ['a resource less', {}],
    ['the attribute of a row scope', { Resident: { ...resident, rows: own('cities') } }],
    ['a row scope of values', { Resident: { ...resident, rows: literally('370202') } }],
    ['no row scope', { Resident: { ...resident, rows: { kind: 'everything' } } }],
    ['a row scope of nothing', { Resident: { ...resident, rows: { kind: 'nothing' } } }],
  ])('by %s', (_what, granted) => {
    expect(of(granted)).not.toBe(fingerprint);
  });

  it('by each value of a row scope, and by its type', () => {
    const scopes = [
      literally('370202'),
      literally('370203'),
      literally('370202', '370203'),
      literally(370202),
      literally('districts'),
      literally('{"requester":"districts"}'),
      own('370202'),
    ];
    const prints = scopes.map((rows) => of({ Resident: { ...resident, rows } }));
    expect(new Set(prints).size).toBe(scopes.length);
  });

  it('by each parameter of a mask, and by nothing else of it', () => {
    const masks: readonly Mask[] = [
      { rule: 'KEEP', first: 1, last: 1 },
      { rule: 'KEEP', first: 1, last: 2 },
      { rule: 'KEEP', first: 2, last: 1 },
      { rule: 'KEEP', first: 11, last: 1 },
      { rule: 'KEEP', first: 1, last: 11 },
      { rule: 'HASH' },
      { rule: 'REDACT' },
    ];
    const printOf = (mask: Mask) => {
      const name = { form: { mask }, approvedBy: ['PROVIDER'] } as const;
      return of({ Resident: { ...resident, fields: { ...fields, name } } });
    };
    expect(new Set(masks.map(printOf)).size).toBe(masks.length);
    expect(printOf({ rule: 'KEEP', last: 2, first: 1 })).toBe(
      printOf({ rule: 'KEEP', first: 1, last: 2 }),
    );
  });

  it('by a rule that narrows the rows', () => {
    const rule: Rule = { id: 'R-1', kind: 'ROWS', resource: 'Resident', rows: literally('a') };
    expect(of({ Resident: resident }, [rule])).not.toBe(fingerprint);
    expect(of({ Resident: resident }, [{ ...rule, resource: 'Village' }])).not.toBe(fingerprint);
    expect(of({ Resident: resident }, [{ ...rule, purpose: 'p' as PurposeCode }])).toBe(
      fingerprint,
    );
  });

  it('by the version of the catalog', () => {
    expect(of({ Resident: resident }, [], 'another' as CatalogVersion)).not.toBe(fingerprint);
  });
});
