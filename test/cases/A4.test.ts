import { describe, expect, it } from '@jest/globals';

import type { Condition } from '../../src/policy/model/condition.js';
import type { Rule } from '../../src/policy/model/rule.js';
import { decided, decideFor, type Granted } from '../unit/support/deciding.js';

import { compileCase, faultsOf, general, optional, typeOf } from './caseCatalog.js';

const personal = general.replace('L1, category: GENERAL', 'L3, category: PERSONAL');
const masked = 'phone: String @desensitize(rule: PHONE)';
const clear = 'tel: String @column(name: "phone") @classify(level: L1, category: GENERAL)';
const columns = { phone: optional(), born: optional() };
const second = { name: 'Other', code: '2' };

describe('A4: one column is one element, wherever it is offered', () => {
  it('is refused in clear beside its mask, in one type', () => {
    expect(faultsOf(typeOf(`${masked}\n  ${clear}`, personal), columns)).toEqual([
      expect.stringContaining('"tel" is the column "phone" of t, as Thing.phone is: one column is'),
    ]);
  });

  it('is refused in clear beside its mask, in another type over the same table', () => {
    const two = `${typeOf(masked, personal)}\n${typeOf(clear, personal, second)}`;
    expect(faultsOf(two, columns)).toEqual([
      expect.stringContaining('"tel" is the column "phone"'),
    ]);
  });

  it('passes where both say the same', () => {
    const again = 'tel: String @column(name: "phone") @desensitize(rule: PHONE)';
    expect(faultsOf(typeOf(`${masked}\n  ${again}`, personal), columns)).toEqual([]);
  });

  it('is taken by a rule as a whole: from each field, in each type', () => {
    const low = 'phone: String';
    const two = `${typeOf(`${low}\n  tel: String @column(name: "phone")`)}
      ${typeOf('call: String @column(name: "phone")\n  born: Date', general, second)}`;
    const catalog = compileCase(two, columns);
    const decide = (rules: readonly Rule[]) =>
      decideFor(
        catalog,
        {
          Thing: { reach: ['LIST'], fields: { phone: {}, tel: {} } },
          Other: { reach: ['LIST'], fields: { call: {}, born: {} } },
        },
        rules,
      );
    const fields = ['Thing.phone', 'Thing.tel', 'Other.call', 'Other.born'];
    const formsUnder = (rules: readonly Rule[]) =>
      fields.map((field) => decided(decide(rules), field).replace(/ .*/, ''));
    expect(formsUnder([])).toEqual(['CLEAR', 'CLEAR', 'CLEAR', 'CLEAR']);
    for (const [resource, field] of [
      ['Thing', 'tel'],
      ['Other', 'call'],
    ] as const) {
      const rule = { id: 'R-1', resource, field };
      expect(formsUnder([{ ...rule, kind: 'WITHHOLD' }])).toEqual([
        ...['WITHHELD', 'WITHHELD', 'WITHHELD'],
        'CLEAR',
      ]);
      expect(formsUnder([{ ...rule, kind: 'MASK', mask: { rule: 'PHONE' } }])).toEqual([
        ...['MASKED(PHONE)', 'MASKED(PHONE)', 'MASKED(PHONE)'],
        'CLEAR',
      ]);
    }
  });

  it('is left clear by a rule’s exception where the same columns tell of it', () => {
    const low = 'phone: String\n  kind: String\n  born: Date';
    const catalog = compileCase(
      `${typeOf(low)}
      ${typeOf('call: String @column(name: "phone")\n  sort: String @column(name: "kind")', general, second)}
      ${typeOf('talk: String @column(name: "phone")', general, { name: 'Third', code: '3' })}`,
      { ...columns, kind: optional() },
    );
    const kindIs: Condition = {
      kind: 'in',
      field: 'kind',
      operand: { kind: 'literals', values: ['A'] },
    };
    const formsUnder = (clearWhere: Condition) => {
      const rule: Rule = {
        ...{ id: 'R-1', kind: 'MASK', resource: 'Thing', field: 'phone', clearWhere },
        mask: { rule: 'PHONE' },
      };
      const granted: Granted = {
        Thing: { reach: ['LIST'], fields: { phone: {}, kind: {}, born: {} } },
        Other: { reach: ['LIST'], fields: { call: {}, sort: {} } },
        Third: { reach: ['LIST'], fields: { talk: {} } },
      };
      const decisions = decideFor(catalog, granted, [rule]);
      return ['Thing.phone', 'Other.call', 'Third.talk'].map((field) => decided(decisions, field));
    };
    expect(formsUnder({ kind: 'not', of: kindIs })).toEqual([
      ...['BY_ROW(PHONE,kind) {}', 'BY_ROW(PHONE,sort) {}', 'MASKED(PHONE) {}'],
    ]);
    // A part that cannot be told is not left out: it would be another condition.
    for (const kind of ['and', 'or'] as const) {
      expect(formsUnder({ kind, of: [kindIs, { kind: 'isNull', field: 'born' }] })).toEqual([
        ...['BY_ROW(PHONE,kind,born) {}', 'MASKED(PHONE) {}', 'MASKED(PHONE) {}'],
      ]);
    }
  });

  it('is refused where a second type leaves out who is a minor', () => {
    const born = 'born: Date @desensitize(rule: YEAR)';
    const first = typeOf(born, personal).replace(
      'pageBy: "row"',
      'pageBy: "row", minorsBy: "born"',
    );
    const two = `${first}\n${typeOf(masked, personal, second)}`;
    expect(faultsOf(two, columns)).toEqual([
      'Thing and Other are over one table: both state `minorsBy` by one column, or neither does.',
    ]);
  });

  it('of a view in a source of personal data says what it is', () => {
    const view = {
      v: {
        row: { ...optional('INTEGER'), unique: true, nullable: false },
        no: { ...optional(), unique: true, nullable: false },
        tel: { ...optional(), isDerived: true },
      },
    };
    const over = (field: string) =>
      `${typeOf(masked, personal)}\n${typeOf(field, general, { ...second, table: 'v' })}`;
    expect(faultsOf(over('tel: String'), columns, view)).toEqual([
      expect.stringContaining('"tel" is of a view or a generated column'),
    ]);
    expect(faultsOf(over('tel: String @classify(level: L1)'), columns, view)).toEqual([]);
    expect(faultsOf(over('tel: String @element(is: "office-phone")'), columns, view)).toEqual([]);
  });
});
