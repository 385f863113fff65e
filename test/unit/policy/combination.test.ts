import { describe, expect, it } from '@jest/globals';

import { compileCatalog } from '../../../src/catalog/compile/compileCatalog.js';
import {
  combinationsOf,
  describeCombination,
  guessableKeys,
} from '../../../src/policy/combine/combination.js';
import type { SourceName } from '../../../src/shared/brand.js';
import { decideFor, type Granted } from '../support/deciding.js';
import { optional, shapeOf, unique } from '../support/shapes.js';
import { vocabularyText } from '../support/testCatalog.js';

const text = `extend schema @catalog(agency: "registry", source: "registry")

type Person
  @resource(code: "1", title: "人", table: "person", updateCycle: DAILY, pageBy: "row_id", subject: "id")
  @share(attribute: CONDITIONAL, condition: "for a test", basis: "某法 第一条")
  @classify(level: L2, category: GENERAL) {
  id: ID! @key @element(is: "citizen-id")
  born: Date @element(is: "birth-date")
  town: ID @element(is: "division-code")
  phone: ID @element(is: "mobile-phone")
}

type Policy
  @resource(code: "2", title: "保险", table: "policy", updateCycle: DAILY, pageBy: "row_id", subject: "holder")
  @share(attribute: CONDITIONAL, condition: "for a test", basis: "某法 第一条")
  @classify(level: L2, category: GENERAL) {
  no: ID! @key
  holder: ID @element(is: "citizen-id")
}

type Shop
  @resource(code: "3", title: "店", table: "shop", updateCycle: DAILY, pageBy: "row_id")
  @share(attribute: CONDITIONAL, condition: "for a test", basis: "某法 第一条")
  @classify(level: L2, category: GENERAL) {
  no: ID! @key
  town: ID @element(is: "division-code")
  opened: Date @element(is: "birth-date")
}
`;

const catalog = compileCatalog({
  vocabulary: vocabularyText,
  texts: [{ file: 'registry.graphql', text }],
  shapes: new Map([
    [
      'registry' as SourceName,
      shapeOf({
        person: {
          row_id: unique('INTEGER'),
          id: unique(),
          born: optional(),
          town: optional(),
          phone: optional(),
        },
        policy: { row_id: unique('INTEGER'), no: unique(), holder: optional() },
        shop: { row_id: unique('INTEGER'), no: unique(), town: optional(), opened: optional() },
      }),
    ],
  ]),
});

const idNumber = { form: { mask: { rule: 'ID_NUMBER' } } } as const;
const keep = (first: number, last: number) =>
  ({ form: { mask: { rule: 'KEEP', first, last } } }) as const;
const year = { form: { mask: { rule: 'YEAR' } } } as const;
const yearMonth = { form: { mask: { rule: 'YEAR_MONTH' } } } as const;
const hidden = { form: 'WITHHELD', uses: ['LOOKUP'] } as const;

type Fields = NonNullable<Granted['Person']>['fields'];
const person = (fields: Fields): Granted => ({ Person: { reach: ['LIST'], fields } });
const rebuilt = (...granted: readonly Granted[]) =>
  combinationsOf(granted.map((one) => decideFor(catalog, one))).map(
    ({ element, candidates }) => `${element} ${candidates}`,
  );

describe('what grants of one agency rebuild together', () => {
  it('is named with its pieces', () => {
    const [found, ...more] = combinationsOf([
      decideFor(catalog, person({ id: idNumber })),
      decideFor(catalog, person({ born: {}, town: {} })),
    ]);
    expect(more).toEqual([]);
    expect(found && describeCombination(found)).toBe(
      'citizen-id, to 1 candidate, by Person.id MASKED(ID_NUMBER) of G-1 and Person.born CLEAR of G-1 and Person.town CLEAR of G-1',
    );
  });

  it.each<[string, readonly Granted[], readonly string[]]>([
    [
      'a head here and a tail there',
      [
        person({ id: keep(14, 0) }),
        { Policy: { reach: ['LIST'], fields: { holder: keep(0, 4) } } },
      ],
      ['citizen-id 1'],
    ],
    [
      'a masked number beside a clear birth date and division',
      [person({ id: idNumber, born: {}, town: {} })],
      ['citizen-id 1'],
    ],
    [
      // 12 months by 30 days, of which one in eleven passes the check.
      'a masked number beside a year and a division',
      [person({ id: idNumber, born: year }), person({ town: {} })],
      ['citizen-id 33'],
    ],
    [
      'a birth date and a division, which leave a thousand',
      [person({ born: {}, town: {} })],
      ['citizen-id 1000'],
    ],
    [
      'a phone number by its head and its tail',
      [person({ phone: keep(7, 0) }), person({ phone: keep(0, 4) })],
      ['mobile-phone 1'],
    ],
  ])('is %s', (_what, granted, expected) => {
    expect(rebuilt(...granted)).toEqual(expected);
  });

  it.each<[string, readonly Granted[]]>([
    ['no grant', []],
    ['a masked number alone', [person({ id: idNumber })]],
    ['a masked number beside a year', [person({ id: idNumber, born: year })]],
    ['a birth date to the month beside a division', [person({ born: yearMonth, town: {} })]],
    ['a number that was approved in clear', [person({ id: {}, born: {}, town: {} })]],
    [
      'a hash, which keeps no part of a number, beside its tail',
      [person({ id: { form: { mask: { rule: 'HASH' } } } }), person({ id: keep(0, 4) })],
    ],
    [
      'dates and divisions of what is no person',
      [person({ id: idNumber }), { Shop: { reach: ['LIST'], fields: { town: {}, opened: {} } } }],
    ],
    [
      'what only who has the number already is shown',
      [
        {
          Person: {
            reach: ['LOOKUP'],
            fields: { id: { ...idNumber, uses: ['LOOKUP'] }, born: {}, town: {} },
          },
        },
      ],
    ],
  ])('is nothing for %s', (_what, granted) => {
    expect(rebuilt(...granted)).toEqual([]);
  });
});

describe('a key that can be found out by trying', () => {
  const guessable = (reach: NonNullable<Granted['Person']>['reach'], fields: Fields) =>
    guessableKeys(decideFor(catalog, { Person: { reach, fields } })).map(
      ({ candidates }) => candidates,
    );

  it('is one that few candidates are left for, and each can be looked up', () => {
    expect(guessable(['LIST', 'LOOKUP'], { id: hidden, born: {}, town: {} })).toEqual([1_000]);
    expect(guessable(['LINKED', 'LOOKUP'], { id: hidden, born: {}, town: {} })).toEqual([1_000]);
  });

  it('is none that cannot be tried, is told too little of, or is shown', () => {
    expect(guessable(['LIST'], { id: hidden, born: {}, town: {} })).toEqual([]);
    expect(guessable(['LOOKUP'], { id: hidden, born: {}, town: {} })).toEqual([]);
    expect(guessable(['LIST', 'LOOKUP'], { id: hidden, born: year, town: {} })).toEqual([]);
    expect(guessable(['LIST', 'LOOKUP'], { id: { uses: ['LOOKUP'] }, born: {}, town: {} })).toEqual(
      [],
    );
  });
});
