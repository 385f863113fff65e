import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';

import { resolveOperation } from '../../../src/plan/operation/resolveOperation.js';
import { refusalOf } from '../support/refusal.js';

import { columnsOf, planOf, prepared } from './planning.js';

const two = `
  query A { resident(idNo: "1") { name } }
  query B { resident(idNo: "1") { idNo } }
`;

describe('the operation of a request', () => {
  it.each([
    ['the only one, where none is named', '{ a }', null],
    ['the only one, named', 'query A { a }', 'A'],
    ['the one that is named, of several', two, 'B'],
  ])('is %s', (_which, query, name) => {
    const found = resolveOperation(parse(query), name);
    expect(found.kind === 'resolved' && (found.operation.name?.value ?? null)).toBe(name);
  });

  const unnamed =
    'A document of several operations is sent with `operationName`; this request states none.';
  const unknown =
    '`operationName` is the name of one operation of the document; what is stated is not.';
  const none = 'A document holds an operation; this one holds none.';

  it.each([
    ['none of several is named', two, null, unnamed],
    ['none has the name', two, 'C', unknown],
    ['the only one has another name', 'query A { a }', 'B', unknown],
    ['the only one has no name', '{ a }', 'A', unknown],
    ['the document has fragments only', 'fragment F on T { a }', null, none],
    ['the name is empty', two, '', unknown],
    ['the name of the only one is empty', '{ a }', '', unknown],
  ])('is not told where %s, and the sentence is true', (_case, query, name, message) => {
    expect(resolveOperation(parse(query), name)).toMatchObject({
      kind: 'unresolved',
      error: {
        code: 'OPERATION_RESOLUTION_FAILURE',
        message,
      },
    });
  });
});

describe('the plans of an operation', () => {
  const query = `query ($x: Boolean!, $y: Boolean = true, $id: ID!) {
    resident(idNo: $id) { name @include(if: $x) idNo @skip(if: $y) birthDate }
  }`;

  it('are told apart by what decides its @skip and @include, and by nothing else', () => {
    const operation = prepared(query);
    const plan = operation.planFor({ x: true, y: true, id: '1' });
    expect(operation.planFor({ x: true, y: true, id: '2' })).toBe(plan);
    expect(operation.planFor({ x: false, y: true, id: '1' })).not.toBe(plan);
    expect(columnsOf(plan)).toEqual(['resident: name, birth_date']);
    expect(columnsOf(operation.planFor({ x: false, y: false, id: '1' }))).toEqual([
      'resident: id_no, birth_date',
    ]);
  });

  it('are none where such a variable is neither true nor false', () => {
    const operation = prepared(query);
    expect(refusalOf(() => operation.planFor({ x: true, y: null, id: '1' }))).toEqual({
      code: 'BAD_USER_INPUT',
      message: 'A variable of @skip or @include is true or false; "$y" is neither.',
    });
  });

  it('do not hang on the variables of another operation of the document', () => {
    const document = `
      query A { resident(idNo: "1") { name } }
      query B($x: Boolean!) { resident(idNo: "1") { ...F } }
      fragment F on Resident { idNo @include(if: $x) }
    `;
    expect(columnsOf(prepared(document, undefined, 'B').planFor({ x: true }))).toEqual([
      'resident: id_no',
    ]);
    expect(columnsOf(prepared(document, undefined, 'A').planFor({}))).toEqual(['resident: name']);
  });

  it('are made for each of more settings than are kept', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const selections = names.map((name) => `${name}: name @include(if: $${name})`);
    const operation = prepared(
      `query (${names.map((name) => `$${name}: Boolean!`).join(' ')}) {
        resident(idNo: "1") { birthDate ${selections.join(' ')} }
      }`,
    );
    for (let setting = 0; setting < 2 ** names.length; setting += 1) {
      const variables = Object.fromEntries(
        names.map((name, bit) => [name, (setting & (1 << bit)) !== 0]),
      );
      const [root] = operation.planFor(variables).roots;
      const keys = root?.kind === 'lookup' ? root.row.entries.map(({ key }) => key) : [];
      expect(keys).toEqual(['birthDate', ...names.filter((name) => variables[name])]);
    }
  });
});

describe('a plan for variables that decide nothing', () => {
  it('is the one there is', () => {
    expect(columnsOf(planOf('{ resident(idNo: "1") { name } }', { any: true }))).toEqual([
      'resident: name',
    ]);
  });
});
