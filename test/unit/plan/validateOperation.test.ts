import { describe, expect, it } from '@jest/globals';

import { contractFor } from '../support/deciding.js';
import { testCatalog } from '../support/testCatalog.js';

import { contract, refusals, school } from './planning.js';

/** Without villages, which its own permission takes away. */
const narrow = contractFor(testCatalog, { ...school, Village: { reach: [], fields: {} } });

describe('a name that is hidden and one that is nowhere are refused alike', () => {
  it.each([
    [
      'a field that is not shared',
      (name: string) => `{ resident(idNo: "1") { ${name} } }`,
      ['faith', 'fayth'],
      'Cannot query field "NAME" on type "Resident".',
    ],
    [
      'a field that was not granted',
      (name: string) => `{ resident(idNo: "1") { ${name} } }`,
      ['address', 'adress'],
      'Cannot query field "NAME" on type "Resident".',
    ],
    [
      'a root field',
      (name: string) => `{ ${name}(code: "1") { name } }`,
      ['village', 'vilage'],
      'Cannot query field "NAME" on type "Query".',
    ],
    [
      'a type',
      (name: string) => `{ resident(idNo: "1") { ... on ${name} { name } } }`,
      ['Village', 'Vilage'],
      'Unknown type "NAME".',
    ],
    [
      'a condition',
      (name: string) => `{ residents(where: { ${name}: { eq: "a" } }) { nodes { name } } }`,
      ['faith', 'fayth'],
      'Field "NAME" is not defined by type "ResidentWhere".',
    ],
    [
      'a condition on a masked field',
      (name: string) => `{ residents(where: { ${name}: { eq: "a" } }) { nodes { name } } }`,
      ['idNo', 'idNr'],
      'Field "NAME" is not defined by type "ResidentWhere".',
    ],
    [
      'the type of a variable',
      (name: string) => `query ($w: ${name}) { residents(where: $w) { nodes { name } } }`,
      ['VillageWhere', 'VilageWhere'],
      'Unknown type "NAME".',
    ],
  ])('%s', (_what, query, names, message) => {
    for (const name of names) {
      expect(refusals(query(name), narrow)).toEqual([
        { code: 'GRAPHQL_VALIDATION_FAILED', message: message.replace('NAME', name) },
      ]);
    }
  });

  it('while one that is visible passes', () => {
    expect(refusals('{ resident(idNo: "1") { name } }', narrow)).toEqual([]);
    expect(refusals('{ village(code: "1") { name } }', narrow)).toHaveLength(1);
    expect(refusals('{ village(code: "1") { name } }', contract)).toEqual([]);
  });
});

describe('a name that is almost right is refused without a suggestion', () => {
  it.each([
    ['{ residen(idNo: "1") { name } }', 'Cannot query field "residen" on type "Query".'],
    ['{ resident(idNo: "1") { nam } }', 'Cannot query field "nam" on type "Resident".'],
    [
      '{ residents(frst: 1) { nodes { name } } }',
      'Unknown argument "frst" on field "Query.residents".',
    ],
    ['{ resident(idNo: "1") { name @skp(if: true) } }', 'Unknown directive "@skp".'],
    ['{ resident(idNo: "1") { ... on Residen { name } } }', 'Unknown type "Residen".'],
    [
      '{ resident(idNo: "1") { name @skip(iff: true, if: true) } }',
      'Unknown argument "iff" on directive "@skip".',
    ],
  ])('%s', (query, message) => {
    expect(refusals(query)).toEqual([{ code: 'GRAPHQL_VALIDATION_FAILED', message }]);
  });
});

describe('no refusal says a value again', () => {
  const secret = '370202199003071233';

  it.each([
    `{ resident(idNo: ${secret}.5) { name } }`,
    `{ resident(idNo: "1", name: "${secret}") { name } }`,
    `{ residents(first: "${secret}") { nodes { name } } }`,
    `{ residents(where: { divisionCode: "${secret}" }) { nodes { name } } }`,
    `{ residents(where: { divisionCode: { like: "${secret}" } }) { nodes { name } } }`,
    `query ($a: Int = "${secret}") { residents(first: $a) { nodes { name } } }`,
    `{ resident(idNo: "1") { name } resident(idNo: "${secret}") { name } }`,
    `{ resident(idNo: "1") { name @skip(if: "${secret}") } }`,
  ])('%s', (query) => {
    const found = refusals(query);
    expect(found.length).toBeGreaterThan(0);
    expect(JSON.stringify(found)).not.toContain(secret);
  });
});

describe('an operation that is no query is refused, since a contract has queries only', () => {
  it.each(['mutation', 'subscription'])('%s', (kind) => {
    expect(refusals(`${kind} { resident(idNo: "1") { name } }`)).toHaveLength(1);
    expect(refusals('query { resident(idNo: "1") { name } }')).toEqual([]);
  });
});
