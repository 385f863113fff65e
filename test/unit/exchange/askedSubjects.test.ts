import { describe, expect, it } from '@jest/globals';

import { compileCatalog } from '../../../src/catalog/compile/compileCatalog.js';
import { askedSubjects } from '../../../src/exchange/askedSubjects.js';
import type { SourceName } from '../../../src/shared/brand.js';
import { boundOf } from '../plan/planning.js';
import { contractFor, type Granted } from '../support/deciding.js';
import { optional, shapeOf, unique } from '../support/shapes.js';
import { vocabularyText } from '../support/testCatalog.js';

const resource = (code: string, table: string, subject: string) =>
  `@resource(code: "${code}", title: "T", table: "${table}", updateCycle: DAILY, pageBy: "row"${subject})
  @share(attribute: CONDITIONAL, condition: "for a test", basis: "某法 第一条")`;

/** Two resources of one element, one by keys of its own, one by decimals, and one about nobody. */
const text = `extend schema @catalog(agency: "registry", source: "registry")
type Citizen ${resource('1', 'citizens', ', subject: "idNo"')} @classify(level: L2, category: GENERAL) {
  idNo: ID! @key @column(name: "no") @element(is: "citizen-id")
  name: String
}
type Pupil ${resource('2', 'pupils', ', subject: "no"')} @classify(level: L2, category: GENERAL) {
  no: ID! @key @element(is: "citizen-id")
  name: String
}
type Member ${resource('3', 'members', ', subject: "no"')} @classify(level: L2, category: GENERAL) {
  no: ID! @key
  name: String
}
type Holder ${resource('4', 'decimals', ', subject: "no"')} @classify(level: L2, category: GENERAL) {
  no: Float! @key
  name: String
}
type Road ${resource('5', 'roads', '')} @classify(level: L1, category: GENERAL) {
  no: ID! @key
  name: String
}
`;

const catalog = compileCatalog({
  vocabulary: vocabularyText,
  texts: [{ file: 'registry.graphql', text }],
  shapes: new Map([
    [
      'registry' as SourceName,
      shapeOf({
        ...Object.fromEntries(
          ['citizens', 'pupils', 'members', 'roads'].map((table) => [
            table,
            { row: unique(), no: unique(), name: optional() },
          ]),
        ),
        decimals: { row: unique(), no: unique('DECIMAL'), name: optional() },
      }),
    ],
  ]),
});

const both = ['LOOKUP', 'VERIFY'] as const;
const granted: Granted = Object.fromEntries(
  [...catalog.resources.values()].map(({ name, key: [key = ''] }) => [
    name,
    {
      reach: ['LOOKUP', 'VERIFY', 'LIST'],
      fields: { [key]: { uses: both }, name: { uses: ['VERIFY', 'FILTER'] } },
    },
  ]),
);
const contract = contractFor(catalog, granted);

/** Each subject in a line: `citizen-id 1 ×2`. */
const askedBy = (query: string, variables: Record<string, unknown> = {}) =>
  askedSubjects(boundOf(query, variables, { contract }).facts).map(
    ({ id, times }) => `${id} ×${times}`,
  );

describe('whom a request asks for', () => {
  it.each<[string, string, readonly string[]]>([
    ['a lookup', '{ member(no: "1") { name } }', ['Member.no 1 ×1']],
    ['a lookup of nothing', '{ member(no: "1") { __typename } }', ['Member.no 1 ×1']],
    [
      'a batch of lookups',
      '{ membersByNo(nos: ["1", "2"]) { name } }',
      ['Member.no 1 ×1', 'Member.no 2 ×1'],
    ],
    [
      'a verification',
      '{ verifyMember(no: "1", claims: { name: "x" }) { result } }',
      ['Member.no 1 ×1'],
    ],
    [
      'a batch of verifications',
      '{ verifyMembers(claims: [{ no: "1", claims: { name: "x" } }, { no: "2", claims: { name: "x" } }]) { result } }',
      ['Member.no 1 ×1', 'Member.no 2 ×1'],
    ],
    ['a batch of none', '{ membersByNo(nos: []) { name } }', []],
    ['a list', '{ members { nodes { name } } }', []],
    ['an aggregate', '{ memberAggregate { count } }', []],
    ['a lookup that is about nobody', '{ road(no: "1") { name } }', []],
    ['introspection', '{ __typename __schema { queryType { name } } }', []],
  ])('by %s', (_by, query, subjects) => {
    expect(askedBy(query)).toEqual(subjects);
  });

  it('is told by the variables of an execution, skipped fields set aside', () => {
    const query =
      'query ($no: ID!, $with: Boolean!) { member(no: $no) { name } b: member(no: "2") @include(if: $with) { name } }';
    expect(askedBy(query, { no: '7', with: false })).toEqual(['Member.no 7 ×1']);
    expect(askedBy(query, { no: '7', with: true })).toEqual(['Member.no 7 ×1', 'Member.no 2 ×1']);
  });
});

describe('one subject is counted', () => {
  it('as often as it is asked for: by aliases, repeated keys, lookups and verifications', () => {
    const query = `{
      a: member(no: "1") { name } b: member(no: "1") { name }
      membersByNo(nos: ["1", "1"]) { name }
      verifyMember(no: "1", claims: { name: "x" }) { result }
    }`;
    expect(askedBy(query)).toEqual(['Member.no 1 ×5']);
  });

  it('across resources whose keys are of one element, and apart where they are of none', () => {
    const query =
      '{ citizen(idNo: "1") { name } pupil(no: "1") { name } member(no: "1") { name } holder(no: 1) { name } }';
    expect(askedBy(query)).toEqual(['citizen-id 1 ×2', 'Member.no 1 ×1', 'Holder.no 1 ×1']);
  });

  it('however a number is spelled, and no other number with it', () => {
    const query = '{ holdersByNo(nos: [7, 7.0, 70e-1, 70]) { name } }';
    expect(askedBy(query)).toEqual(['Holder.no 7 ×3', 'Holder.no 70 ×1']);
  });

  it('and texts that are not equal are two', () => {
    expect(askedBy('{ membersByNo(nos: ["7", "07"]) { name } }')).toEqual([
      'Member.no 7 ×1',
      'Member.no 07 ×1',
    ]);
  });
});
