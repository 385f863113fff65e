import { describe, expect, it } from '@jest/globals';

import { fingerprintOf } from '../../../src/contract/fingerprintOf.js';
import type { Mask } from '../../../src/mask/mask.js';
import { combinationsOf } from '../../../src/policy/combine/combination.js';
import { approvalsNeeded } from '../../../src/policy/decide/approvalsNeeded.js';
import type { Condition } from '../../../src/policy/model/condition.js';
import { masked } from '../../../src/policy/model/form.js';
import type { FieldGrant } from '../../../src/policy/model/grant.js';
import type { Rule } from '../../../src/policy/model/rule.js';
import { compileCase, general, optional, typeOf, unique } from '../../cases/caseCatalog.js';
import { contractFor, decided, decideFor, grantOf, type Granted } from '../support/deciding.js';

const personal = general.replace('L1, category: GENERAL', 'L3, category: PERSONAL');
const catalog = compileCase(
  `${typeOf(
    `name: String @desensitize(rule: NAME)
  idNo: ID @element(is: "citizen-id") @desensitize(rule: ID_NUMBER) @classify(level: L4, category: SENSITIVE_PERSONAL)
  born: Date @desensitize(rule: YEAR)
  town: String @classify(level: L1, category: GENERAL)
  part: String @classify(level: L1, category: GENERAL) @element(is: "division-code")
  faith: String @desensitize(rule: WITHHOLD)
  seat: ID @classify(level: L1, category: GENERAL)
  house: House @link(from: "seat", to: "no")`,
    personal,
  ).replace('pageBy: "row"', 'pageBy: "row", subject: "idNo", minorsBy: "born"')}
   ${typeOf('title: String', general, { name: 'House', code: '2', table: 'h' })}`,
  {
    name: optional(),
    idNo: optional(),
    born: optional('DATE'),
    town: optional(),
    part: optional(),
    faith: optional(),
    seat: optional(),
  },
  { h: { row: unique('INTEGER'), no: unique(), title: optional() } },
);

const inTown: Condition = {
  kind: 'in',
  field: 'town',
  operand: { kind: 'literals', values: ['A'] },
};
const name = { rule: 'NAME' } as const;
const P = ['PROVIDER'] as const;
const byRow = (clearWhere: Condition, more: Partial<FieldGrant> = {}): FieldGrant => ({
  form: { mask: name, clearWhere },
  approvedBy: P,
  ...more,
});

const thing = (fields: Readonly<Record<string, FieldGrant>>): Granted => ({
  Thing: { reach: ['LIST'], fields: { town: {}, ...fields } },
});
const formOf = (field: string, given: FieldGrant, rules: readonly Rule[] = []) =>
  decided(decideFor(catalog, thing({ [field]: given }), rules), `Thing.${field}`);

describe('a form by row', () => {
  it('has the uses of the mask, whatever is granted', () => {
    const uses = ['FILTER', 'SORT', 'GROUP', 'JOIN', 'VERIFY'] as const;
    expect(formOf('name', byRow(inTown))).toBe('BY_ROW(NAME,town) {}');
    expect(formOf('name', byRow(inTown, { uses }))).toBe('BY_ROW(NAME,town) {JOIN VERIFY}');
  });

  it('needs the approvals of what is clear', () => {
    expect(formOf('name', byRow(inTown, { approvedBy: [] }))).toBe('MASKED(NAME) {}');
    const needed = approvalsNeeded(grantOf(thing({ name: byRow(inTown) })), catalog);
    expect(needed).toEqual([{ role: 'PROVIDER', agency: 'a', resources: ['Thing'] }]);
    const masked = { form: { mask: name } };
    expect(approvalsNeeded(grantOf(thing({ name: masked })), catalog)).toEqual([]);
  });

  it('is masked in every row where its condition is over what is not clear', () => {
    const byBorn: Condition = { kind: 'isNull', field: 'born' };
    const decisions = decideFor(catalog, thing({ name: byRow(byBorn), born: {} }));
    expect(decided(decisions, 'Thing.name')).toBe('MASKED(NAME) {}');
    expect(decisions.resources.get('Thing')!.fields.get('name')!.reasons.at(-1)).toEqual({
      step: 'ceiling',
      by: 'it would be clear by "born", which is not clear itself',
      result: 'MASKED(NAME)',
    });
    const shown = thing({ name: byRow(byBorn), born: { form: 'CLEAR', approvedBy: P } });
    expect(decided(decideFor(catalog, shown), 'Thing.name')).toBe('BY_ROW(NAME,born) {}');
  });

  it.each<[string, Condition]>([
    ['itself', { kind: 'isNull', field: 'name' }],
    ['what is not granted', { kind: 'isNull', field: 'part' }],
    [
      'one clear and one hidden field',
      { kind: 'or', of: [inTown, { kind: 'isNull', field: 'idNo' }] },
    ],
    ['linked rows', { kind: 'some', link: 'house', of: { kind: 'everything' } }],
  ])('is masked in every row where its condition is over %s', (_what, condition) => {
    expect(formOf('name', byRow(condition))).toBe('MASKED(NAME) {}');
    expect(formOf('name', byRow({ kind: 'not', of: condition }))).toBe('MASKED(NAME) {}');
  });

  it('is masked in every row where a rule masks or withholds what it is, or what it hangs on', () => {
    const rule = (field: string, kind: 'MASK' | 'WITHHOLD'): Rule =>
      kind === 'MASK'
        ? { id: 'R', kind, resource: 'Thing', field, mask: name }
        : { id: 'R', kind, resource: 'Thing', field };
    expect(formOf('name', byRow(inTown), [rule('name', 'MASK')])).toBe('MASKED(NAME) {}');
    expect(formOf('name', byRow(inTown), [rule('town', 'MASK')])).toBe('MASKED(NAME) {}');
    expect(formOf('name', byRow(inTown), [rule('town', 'WITHHOLD')])).toBe('MASKED(NAME) {}');
    expect(formOf('name', byRow(inTown), [rule('name', 'WITHHOLD')])).toBe('WITHHELD {}');
  });

  it('is clear in fewer rows where a rule has an exception of its own', () => {
    const rule = (clearWhere: Condition, mask: Mask = name): Rule => ({
      ...{ id: 'R', kind: 'MASK', resource: 'Thing', field: 'name', mask, clearWhere },
    });
    const hasPart: Condition = { kind: 'not', of: { kind: 'isNull', field: 'part' } };
    const formUnder = (clearWhere: Condition, ...rules: readonly Rule[]) =>
      decideFor(catalog, thing({ name: byRow(clearWhere), part: {} }), rules)
        .resources.get('Thing')!
        .fields.get('name')!.form;
    const inBoth = { kind: 'and', of: [inTown, hasPart] };
    expect(formUnder(inTown, rule(hasPart))).toEqual({
      ...{ kind: 'BY_ROW', mask: name, clearWhere: inBoth },
    });
    expect(formUnder(inTown, rule(hasPart, { rule: 'YEAR' }))).toEqual({
      ...{ kind: 'BY_ROW', mask: { rule: 'REDACT' }, clearWhere: inBoth },
    });
    expect(formUnder(inTown, rule(inTown), rule(hasPart))).toEqual({
      ...{ kind: 'BY_ROW', mask: name, clearWhere: inBoth },
    });
    // The grant's own condition still binds, and what it hangs on must be clear.
    expect(formUnder({ kind: 'isNull', field: 'born' }, rule(inTown))).toEqual(masked(name));
  });

  it('is none of what is never shown in part', () => {
    const form = { mask: { rule: 'REDACT' }, clearWhere: inTown } as const;
    expect(formOf('faith', { form, approvedBy: P })).toBe('WITHHELD {}');
  });
});

describe('a link whose ends are shown by row', () => {
  const linked = (seat: FieldGrant, no: FieldGrant): Granted => ({
    Thing: { reach: ['LIST'], fields: { town: {}, seat }, links: ['house'] },
    House: { reach: ['LINKED'], fields: { no, title: {} } },
  });
  const join = { uses: ['JOIN'] } as const;
  const mask = { rule: 'REDACT' } as const;
  const byTown: FieldGrant = { ...join, form: { mask, clearWhere: inTown } };
  const byTitle: FieldGrant = {
    ...join,
    form: { mask, clearWhere: { kind: 'isNull', field: 'title' } },
  };
  const masked: FieldGrant = { ...join, form: { mask } };
  const exists = (seat: FieldGrant, no: FieldGrant) =>
    decideFor(catalog, linked(seat, no)).resources.get('Thing')!.links.has('house');

  it('leads to what shows no more than the near end shows in each row', () => {
    expect(exists(join, byTitle)).toBe(true);
    expect(exists(byTown, masked)).toBe(true);
    expect(exists(masked, byTitle)).toBe(false);
    expect(exists(byTown, byTitle)).toBe(false);
    expect(exists(byTown, join)).toBe(false);
  });
});

describe('what a form by row is counted as, beside others', () => {
  const listed = (fields: Granted[string]['fields']) =>
    combinationsOf([decideFor(catalog, thing(fields))]).map(({ pieces }) =>
      pieces.map(({ coordinate, form }) => `${coordinate} ${form}`),
    );
  const clearly = { form: 'CLEAR', approvedBy: P } as const;
  const idNumber = { form: { mask: { rule: 'ID_NUMBER' } } } as const;
  const both = ['PROVIDER', 'AUTHORITY'] as const;

  it('is clear, where it is a part of what the others rebuild', () => {
    const born: FieldGrant = {
      form: { mask: { rule: 'YEAR' }, clearWhere: inTown },
      approvedBy: P,
    };
    expect(listed({ idNo: idNumber, born, part: {} })).toEqual([
      ['Thing.idNo MASKED(ID_NUMBER)', 'Thing.born BY_ROW(YEAR,town)', 'Thing.part CLEAR'],
    ]);
    expect(listed({ idNo: idNumber, born: clearly, part: {} }).length).toBe(1);
  });

  it('is its mask, where it is rebuilt in the rows in which it is masked', () => {
    const idNo: FieldGrant = { form: { ...idNumber.form, clearWhere: inTown }, approvedBy: both };
    expect(listed({ idNo, born: clearly, part: {} })).toEqual([
      ['Thing.idNo BY_ROW(ID_NUMBER,town)', 'Thing.born CLEAR', 'Thing.part CLEAR'],
    ]);
  });
});

describe('a contract with a form by row', () => {
  const contract = contractFor(catalog, thing({ name: byRow(inTown) }));

  it('has the type of the mask, and says what decides where it is clear', () => {
    const field = (
      contract.schema.getType('Thing') as unknown as {
        getFields: () => Record<string, { type: unknown; description: string }>;
      }
    ).getFields()['name']!;
    expect(String(field.type)).toBe('Desensitized');
    expect(field.description).toBe(
      'Desensitized: NAME, but in the rows in which it may be shown as it stands. That is decided by town.',
    );
  });

  it('is another where the condition is another, in a value alone', () => {
    const of = (value: string) => {
      const operand = { kind: 'literals', values: [value] } as const;
      const granted = thing({ name: byRow({ kind: 'in', field: 'town', operand }) });
      return fingerprintOf(decideFor(catalog, granted), catalog);
    };
    expect(of('A')).toBe(contract.fingerprint);
    expect(of('B')).not.toBe(of('A'));
  });
});
