import { describe, expect, it } from '@jest/globals';

import { bindScope } from '../../../src/plan/where/bindScope.js';
import {
  allOf,
  everything,
  nothing,
  type Condition,
  type Literal,
} from '../../../src/policy/model/condition.js';
import {
  allOf as allFilters,
  allRows,
  isIn,
  noRows,
  type Filter,
} from '../../../src/source/request/filter.js';
import { clientOf } from '../support/deciding.js';
import { testCatalog } from '../support/testCatalog.js';

import { boundOf, contract, filterOf, inWords, today } from './planning.js';

const { resources } = testCatalog;
const resident = resources.get('Resident')!;

const own = (attribute: string, field = 'divisionCode'): Condition => ({
  kind: 'in',
  field,
  operand: { kind: 'requester', attribute },
});
const literally = (field: string, ...values: readonly Literal[]): Condition => ({
  kind: 'in',
  field,
  operand: { kind: 'literals', values },
});

const bornBefore = (years: number): Condition => ({
  kind: 'compare',
  field: 'birthDate',
  operator: 'lt',
  operand: { kind: 'today', period: { months: -12 * years, days: 0 } },
});

function bound(scope: Condition, attributes: Readonly<Record<string, readonly Literal[]>> = {}) {
  return inWords(
    bindScope(scope, resident, {
      attributes: new Map(Object.entries(attributes)),
      resources,
      today,
    }),
  );
}

const districts = { districts: ['370202', '370203'] };

describe('a row scope', () => {
  it.each<[string, Condition, string]>([
    ['everything', everything, 'everything'],
    ['nothing', nothing, 'nothing'],
    ['values', literally('divisionCode', 'a', 'b'), 'division_code in "a" "b"'],
    ['no values', literally('divisionCode'), 'nothing'],
    ['an attribute', own('districts'), 'division_code in "370202" "370203"'],
    [
      'an attribute and values',
      allOf([own('districts'), literally('sex', '男')]),
      'division_code in "370202" "370203" and sex in "男"',
    ],
    ['a field that is nowhere', literally('nowhere', 'a'), 'nothing'],
    ['a number in a column of texts', literally('divisionCode', 370202), 'nothing'],
    ['a fitting value beside one that does not fit', literally('sex', '男', true), 'nothing'],
  ])('of %s', (_of, scope, filter) => {
    expect(bound(scope, districts)).toBe(filter);
  });
});

describe('an attribute that the requester does not have', () => {
  it.each<[string, Readonly<Record<string, readonly Literal[]>>]>([
    ['missing', {}],
    ['of another name', { cities: ['3702'] }],
    ['empty', { districts: [] }],
    ['of values that the column cannot hold', { districts: [370202] }],
    ['of one such value', { districts: ['370202', true] }],
  ])('empties the scope: %s', (_case, attributes) => {
    expect(bound(own('districts'), attributes)).toBe('nothing');
  });

  it('empties it wherever it stands, whatever stands beside it', () => {
    const others = [literally('sex', '男'), literally('divisionCode', 'a')];
    for (const scope of [
      allOf([own('missing'), ...others]),
      allOf([...others, own('missing')]),
      allOf([own('districts'), own('missing', 'sex'), ...others]),
      allOf([everything, own('missing')]),
    ]) {
      expect(bound(scope, districts)).toBe('nothing');
    }
    expect(bound(allOf(others))).toBe('sex in "男" and division_code in "a"');
  });

  it('empties it under `or` and `not` too, where to leave the part out would widen it', () => {
    const other = literally('sex', '男');
    for (const scope of [
      { kind: 'not', of: own('missing') },
      { kind: 'or', of: [other, own('missing')] },
      { kind: 'not', of: { kind: 'or', of: [other, { kind: 'not', of: own('missing') }] } },
      { kind: 'not', of: { ...own('missing'), kind: 'compare', operator: 'gt' } },
      { kind: 'not', of: literally('nowhere', 'a') },
    ] as readonly Condition[]) {
      expect(bound(scope, districts)).toBe('nothing');
    }
  });

  it('empties what an operation asks for by key, or by a condition of its own', () => {
    const withAttributes = (attributes: Readonly<Record<string, readonly Literal[]>>) => ({
      contract,
      requester: clientOf('school', attributes),
    });
    const lookup = '{ resident(idNo: "1") { name } }';
    const list = '{ residents(where: { divisionCode: { eq: "370202" } }) { nodes { name } } }';
    const scoped = 'division_code in "370202" "370203"';
    expect(inWords(filterOf(boundOf(lookup, {}, withAttributes(districts))))).toBe(
      `id_no in "1" and ${scoped}`,
    );
    expect(inWords(filterOf(boundOf(list, {}, withAttributes(districts))))).toBe(
      `${scoped} and division_code in "370202"`,
    );
    for (const query of [lookup, list]) {
      expect(inWords(filterOf(boundOf(query, {}, withAttributes({}))))).toBe('nothing');
    }
  });
});

describe('the whole language of a scope', () => {
  it.each<[string, Condition, string]>([
    ['not', { kind: 'not', of: literally('sex', '男') }, 'not (sex in "男")'],
    [
      'or',
      { kind: 'or', of: [literally('sex', '男'), { kind: 'isNull', field: 'sex' }] },
      '(sex in "男" or sex is null)',
    ],
    [
      'an order',
      { ...literally('birthDate', '1990-01-01'), kind: 'compare', operator: 'gte' } as Condition,
      'birth_date gte "1990-01-01"',
    ],
    [
      'a prefix',
      {
        ...literally('divisionCode', '3702'),
        kind: 'compare',
        operator: 'startsWith',
      } as Condition,
      'division_code gte "3702" and division_code lt "3703"',
    ],
    [
      'an order by several values, which is none',
      {
        ...literally('birthDate', '1990-01-01', '1991-01-01'),
        kind: 'compare',
        operator: 'gt',
      } as Condition,
      'nothing',
    ],
    ['an age', bornBefore(14), 'birth_date lt "2012-11-25"'],
    [
      'one of several prefixes',
      {
        ...literally('divisionCode', '3702', '3703'),
        kind: 'compare',
        operator: 'startsWith',
      } as Condition,
      '(division_code gte "3702" and division_code lt "3703" or division_code gte "3703" and division_code lt "3704")',
    ],
    [
      'what a text has in it',
      { ...literally('name', '%'), kind: 'compare', operator: 'contains' } as Condition,
      'name contains "%"',
    ],
  ])('%s', (_what, scope, filter) => {
    expect(bound(scope)).toBe(filter);
  });

  it.each([
    ['2028-02-29', '2014-02-28'],
    ['2026-03-01', '2012-03-01'],
  ])('counts fourteen years back from %s', (day, then) => {
    const filter = bindScope(bornBefore(14), resident, {
      attributes: new Map(),
      resources,
      today: day,
    });
    expect(inWords(filter)).toBe(`birth_date lt "${then}"`);
  });
});

describe('a condition on the requester', () => {
  const has = (...values: readonly Literal[]): Condition => ({
    kind: 'has',
    attribute: 'role',
    values,
  });

  it.each<[string, Condition, readonly Literal[] | undefined, string]>([
    ['that it meets', has('a', 'b'), ['c', 'b'], 'everything'],
    ['that it does not meet', has('a', 'b'), ['c'], 'nothing'],
    ['that it does not meet, denied', { kind: 'not', of: has('a') }, ['c'], 'everything'],
    ['on what it has not, denied', { kind: 'not', of: has('a') }, undefined, 'nothing'],
    ['on what is of another type, denied', { kind: 'not', of: has('1') }, [1], 'nothing'],
  ])('%s', (_which, scope, role, expected) => {
    expect(bound(scope, role ? { role } : {})).toBe(expected);
  });
});

describe('filters together', () => {
  const column = { name: 'code', storage: 'TEXT', nullable: true, exact: true } as const;
  const one = isIn(column, ['a']);
  const all = allRows;

  it.each<[string, readonly Filter[], string]>([
    ['none', [], 'everything'],
    ['all rows', [all, all], 'everything'],
    ['one beside all rows', [all, one], 'code in "a"'],
    ['two', [one, one], 'code in "a" and code in "a"'],
    ['no rows beside one', [one, noRows], 'nothing'],
    ['no rows beside all rows', [noRows, all], 'nothing'],
  ])('%s', (_which, filters, expected) => {
    expect(inWords(allFilters(filters))).toBe(expected);
  });
});
