import { describe, expect, it } from '@jest/globals';

import { thePublic } from '../../../src/policy/model/requester.js';
import { contractFor } from '../support/deciding.js';
import { refusalOf } from '../support/refusal.js';
import { testCatalog } from '../support/testCatalog.js';

import { boundOf, filterOf, inWords, listOf } from './planning.js';

const scope = 'division_code in "370202" "370203"';

describe('a look-up', () => {
  it('is bound to its key, and to the row scope beside it', () => {
    const query = 'query ($id: ID!) { resident(idNo: $id) { name } }';
    expect(inWords(filterOf(boundOf(query, { id: '370202199003071233' })))).toBe(
      `id_no in "370202199003071233" and ${scope}`,
    );
  });

  it('of a row of a linked resource has the scope of each fetch', () => {
    const { scopes } = boundOf('{ resident(idNo: "1") { division { name } } }');
    expect(scopes.map(inWords)).toEqual([scope, 'everything']);
  });

  it('is refused for a key that its column cannot hold', () => {
    const query = 'query ($id: ID!) { resident(idNo: $id) { name } }';
    expect(refusalOf(() => boundOf(query, { id: '\ud842' }))).toEqual({
      code: 'BAD_USER_INPUT',
      message: 'Argument "idNo" of "resident" takes a well-formed value of its type.',
    });
  });
});

describe('arguments that do not fit only once their variables are known', () => {
  it('are refused by the field’s own declaration', () => {
    const query = 'query ($n: Int) { residents(first: $n) { nodes { name } } }';
    expect(listOf(boundOf(query)).page.size).toBe(20);
    expect(listOf(boundOf(query, { n: 3 })).page.size).toBe(3);
    const lookup = 'query ($id: ID = "1") { resident(idNo: $id) { name } }';
    expect(refusalOf(() => boundOf(lookup, { id: null }))).toEqual({
      code: 'BAD_USER_INPUT',
      message: 'Field "resident" takes (idNo: ID!); what was given does not fit.',
    });
  });
});

describe('`after`', () => {
  it.each([
    ['{ residents(after: null) { nodes { name } } }'],
    ['{ residents { nodes { name } } }'],
  ])('asks for the first page where it has no value: %s', (query) => {
    expect(listOf(boundOf(query)).page).toEqual({ size: 20, isBackward: false, beyond: null });
    expect(inWords(filterOf(boundOf(query)))).toBe(scope);
  });
});

describe('roots that fetch nothing', () => {
  it('are bound beside those that do', () => {
    const { roots } = boundOf(
      '{ __typename __schema { description } residents { nodes { name } } }',
    );
    expect(
      roots.map(({ kind, step }) => `${kind} ${step.kind === 'schema' ? step.answers : step.kind}`),
    ).toEqual(['schema typename', 'schema introspection', 'list list']);
  });
});

describe('the same plan, bound for two requesters', () => {
  it('holds nothing of either', () => {
    const contract = contractFor(testCatalog, {});
    const query = '{ province(code: "37") { name } }';
    const one = boundOf(query, {}, { contract });
    const other = boundOf(query, {}, { contract, requester: thePublic, purpose: null });
    expect(one.plan).toEqual(other.plan);
    expect(JSON.stringify(one.plan)).not.toContain('school');
  });
});
