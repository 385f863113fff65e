import { describe, expect, it } from '@jest/globals';

import type { Variables } from '../../../src/plan/operation/bindVariables.js';
import { contractFor } from '../support/deciding.js';
import { refusalOf } from '../support/refusal.js';
import { testCatalog } from '../support/testCatalog.js';

import { boundOf, filterOf, inWords, school } from './planning.js';

/** The school's contract without its row scope, so that only an operation's conditions are seen. */
const unscoped = contractFor(testCatalog, {
  Resident: { ...school['Resident']!, rows: { kind: 'everything' } },
});

function bound(where: string, variables: Variables = {}, declared = ''): string {
  const head = declared ? `query (${declared}) ` : '';
  const query = `${head}{ residents(${where}) { nodes { name } } }`;
  return inWords(filterOf(boundOf(query, variables, { contract: unscoped })));
}

const advice = 'To ask without a condition, leave it out of the operation.';
const noCondition = {
  code: 'BAD_USER_INPUT',
  message: '`where` states no condition. To ask without one, leave it out of the operation.',
};
const statesNone = (place: string) =>
  place === 'where'
    ? noCondition
    : {
        code: 'BAD_USER_INPUT',
        message: `A condition states a value of its field's type; \`${place}\` states none. ${advice}`,
      };

describe('conditions that state something are bound', () => {
  it.each<[string, string]>([
    ['first: 1', 'everything'],
    ['where: { divisionCode: { eq: "370202" } }', 'division_code in "370202"'],
    ['where: { divisionCode: { in: ["370202", "370203"] } }', 'division_code in "370202" "370203"'],
    ['where: { divisionCode: { in: "370202" } }', 'division_code in "370202"'],
    [
      'where: { divisionCode: { eq: "a", in: ["a", "b"] } }',
      'division_code in "a" and division_code in "a" "b"',
    ],
    [
      'where: { name: { eq: "张小三" }, birthDate: { eq: "1990-03-07" } }',
      'name in "张小三" and birth_date in "1990-03-07"',
    ],
    ['where: { divisionCode: { eq: "" } }', 'division_code in ""'],
  ])('%s', (where, filter) => {
    expect(bound(where)).toBe(filter);
  });

  it('from variables, wherever they stand', () => {
    const where = { divisionCode: { eq: 'a' } };
    expect(bound('where: $w', { w: where }, '$w: ResidentWhere')).toBe('division_code in "a"');
    expect(bound('where: { divisionCode: $c }', { c: { in: ['a'] } }, '$c: IDCondition')).toBe(
      'division_code in "a"',
    );
    expect(bound('where: { divisionCode: { eq: $x } }', { x: 'a' }, '$x: ID')).toBe(
      'division_code in "a"',
    );
    expect(bound('where: { divisionCode: { in: ["a", $x] } }', { x: 'b' }, '$x: ID!')).toBe(
      'division_code in "a" "b"',
    );
    expect(bound('where: { divisionCode: { eq: $x } }', {}, '$x: ID = "d"')).toBe(
      'division_code in "d"',
    );
  });
});

describe('an `in` of no value', () => {
  it.each([
    ['where: { divisionCode: { in: [] } }'],
    ['where: { divisionCode: { in: [] }, name: { eq: "张小三" } }'],
    ['where: { divisionCode: { eq: "a", in: [] } }'],
  ])('leaves no row, and never all: %s', (where) => {
    expect(bound(where)).toBe('nothing');
  });
});

describe('a condition that states nothing is refused, since it would else be none', () => {
  it.each([
    ['where: null', 'where'],
    ['where: {}', 'where'],
    ['where: { divisionCode: null }', 'where.divisionCode'],
    ['where: { divisionCode: {} }', 'where.divisionCode'],
    ['where: { divisionCode: { eq: null } }', 'where.divisionCode.eq'],
    ['where: { divisionCode: { in: null } }', 'where.divisionCode.in'],
    ['where: { divisionCode: { eq: "a" }, name: {} }', 'where.name'],
    ['where: { divisionCode: { eq: "a", in: null } }', 'where.divisionCode.in'],
  ])('%s', (where, place) => {
    expect(refusalOf(() => bound(where))).toEqual(statesNone(place));
  });

  it.each<[string, Variables, string]>([
    ['where: $w', { w: null }, 'where'],
    ['where: $w', { w: {} }, 'where'],
    ['where: $w', { w: { divisionCode: { eq: null } } }, 'where.divisionCode.eq'],
  ])('%s ← %j', (where, variables, place) => {
    expect(refusalOf(() => bound(where, variables, '$w: ResidentWhere'))).toEqual(
      statesNone(place),
    );
  });
});

describe('a variable in a condition that is absent is refused, since its part would be dropped', () => {
  it.each([
    ['where: $x', '$x: ResidentWhere'],
    ['where: { divisionCode: $x }', '$x: IDCondition'],
    ['where: { divisionCode: { eq: $x } }', '$x: ID'],
    ['where: { divisionCode: { in: $x } }', '$x: [ID!]'],
    ['where: { divisionCode: { eq: "a" }, name: { eq: $x } }', '$x: String'],
  ])('%s', (where, declared) => {
    expect(refusalOf(() => bound(where, {}, declared))).toEqual({
      code: 'BAD_USER_INPUT',
      message: 'A variable in a condition has a value; "$x" has none.',
    });
  });

  it('though it is named as something that every object has', () => {
    for (const name of ['__proto__', 'constructor', 'toString']) {
      const refusal = refusalOf(() => bound(`where: $${name}`, {}, `$${name}: ResidentWhere`));
      expect(refusal.message).toBe(`A variable in a condition has a value; "$${name}" has none.`);
      const where = `{"${name}": {"divisionCode": {"eq": "370202"}}}`;
      const raw = JSON.parse(where) as Variables;
      const filter = bound(`where: $${name}`, raw, `$${name}: ResidentWhere`);
      expect(filter).toBe('division_code in "370202"');
    }
  });

  it('while one elsewhere falls back to its default', () => {
    expect(bound('first: $n, where: { name: { eq: "a" } }', {}, '$n: Int')).toBe('name in "a"');
  });
});

describe('a value that its column cannot hold is refused', () => {
  it('as a half of a surrogate pair, which would become another character', () => {
    const variables = { x: '\ud842' };
    expect(refusalOf(() => bound('where: { name: { eq: $x } }', variables, '$x: String'))).toEqual(
      statesNone('where.name.eq'),
    );
    expect(bound('where: { name: { eq: $x } }', { x: '𠮷' }, '$x: String')).toBe('name in "𠮷"');
  });
});

describe('conditions that are joined', () => {
  it.each([
    [
      'where: { and: [{ name: { eq: "a" } }, { name: { eq: "b" } }] }',
      'name in "a" and name in "b"',
    ],
    [
      'where: { or: [{ name: { eq: "a" } }, { name: { eq: "b" } }] }',
      '(name in "a" or name in "b")',
    ],
    ['where: { or: { name: { eq: "a" } } }', 'name in "a"'],
    ['where: { not: { name: { eq: "a" } } }', 'not (name in "a")'],
    ['where: { not: { not: { name: { eq: "a" } } } }', 'name in "a"'],
    ['where: { not: { divisionCode: { in: [] } } }', 'everything'],
    ['where: { or: [{ divisionCode: { in: [] } }, { name: { eq: "a" } }] }', 'name in "a"'],
    [
      'where: { name: { startsWith: "a\u{10ffff}" }, birthDate: { isNull: false } }',
      'name gte "a\u{10ffff}" and name lt "b" and not (birth_date is null)',
    ],
    ['where: { name: { startsWith: "\u{d7ff}" } }', 'name gte "\u{d7ff}" and name lt "\u{e000}"'],
    ['where: { name: { startsWith: "\u{10ffff}" } }', 'name gte "\u{10ffff}"'],
    ['where: { name: { startsWith: "" } }', 'name gte ""'],
  ])('%s', (where, filter) => {
    expect(bound(where)).toBe(filter);
  });
});
