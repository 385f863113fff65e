import { describe, expect, it } from '@jest/globals';

import type { BoundPlan } from '../../../src/plan/boundPlan.js';
import { compilePlan } from '../../../src/plan/compilePlan.js';
import { describeRead } from '../../../src/plan/facts/reads.js';
import { contractFor } from '../support/deciding.js';
import { testCatalog } from '../support/testCatalog.js';

import { boundOf, columnsOf, contract, planOf, resolved } from './planning.js';

/** What a plan reads, for the record. */
const readsOf = ({ facts }: BoundPlan) =>
  Object.fromEntries(
    Array.from(facts.reads, ([name, fields]) => [
      name,
      Object.fromEntries(Array.from(fields, ([field, read]) => [field, describeRead(read)])),
    ]),
  );

describe('a plan reads the columns that are used, and no others', () => {
  it.each<[string, readonly string[]]>([
    ['{ resident(idNo: "1") { name } }', ['resident: name']],
    ['{ resident(idNo: "1") { birthDate idNo } }', ['resident: birth_date, id_no']],
    ['{ resident(idNo: "1") { a: name b: name name } }', ['resident: name']],
    ['{ resident(idNo: "1") { __typename } }', ['resident: ']],
    ['{ resident(idNo: "1") { name @skip(if: true) idNo } }', ['resident: id_no']],
    [
      '{ resident(idNo: "1") { ...F name } } fragment F on Resident { idNo }',
      ['resident: id_no, name'],
    ],
    // What a list is ordered by is read for its cursors alone, and added when the order is known.
    ['{ residents { nodes { name } } }', ['resident: name']],
    ['{ residents { pageInfo { hasNextPage } } }', ['resident: ']],
    ['{ residents { edges { cursor } } }', ['resident: ']],
    ['{ residents { nodes { name } edges { node { name idNo } } } }', ['resident: name, id_no']],
    // A link reads its keys at both ends, though neither is selected.
    [
      '{ resident(idNo: "1") { division { name } } }',
      ['resident: division_code', 'area: code, name'],
    ],
    [
      '{ resident(idNo: "1") { division { __typename } } }',
      ['resident: division_code', 'area: code'],
    ],
    [
      '{ resident(idNo: "1") { division { city { name } province { name } } } }',
      [
        'resident: division_code',
        'area: code, cityCode, provinceCode',
        'city: code, name',
        'province: code, name',
      ],
    ],
    [
      '{ resident(idNo: "1") { division { name } division { code } } }',
      ['resident: division_code', 'area: code, name'],
    ],
    [
      '{ resident(idNo: "1") { a: division { name } b: division { name } } }',
      ['resident: division_code', 'area: code, name', 'area: code, name'],
    ],
    [
      '{ a: resident(idNo: "1") { name } b: resident(idNo: "2") { idNo } }',
      ['resident: name', 'resident: id_no'],
    ],
    ['{ __typename __schema { description } }', []],
  ])('%s', (query, columns) => {
    expect(columnsOf(planOf(query))).toEqual(columns);
  });
});

describe('a plan says', () => {
  it('in which form each value is shown, and from which column', () => {
    const { roots } = planOf('{ r: resident(idNo: "1") { id: idNo name type: __typename } }');
    expect(roots).toMatchObject([
      {
        kind: 'lookup',
        key: 'r',
        row: {
          entries: [
            {
              kind: 'value',
              key: 'id',
              index: 0,
              form: { kind: 'MASKED', mask: { rule: 'ID_NUMBER' } },
            },
            { kind: 'value', key: 'name', index: 1, form: { kind: 'CLEAR' } },
            { kind: 'typename', key: 'type', name: 'Resident' },
          ],
        },
      },
    ]);
  });

  it('which rows are in scope, and of which source, for each fetch', () => {
    const { fetches } = planOf('{ resident(idNo: "1") { division { name } } }');
    expect(fetches.map(({ id, source, scope }) => [id, source, scope.kind])).toEqual([
      [0, 'population', 'in'],
      [1, 'divisions', 'everything'],
    ]);
  });

  it('where a link’s keys lie', () => {
    const { roots } = planOf('{ resident(idNo: "1") { name division { name code } } }');
    expect(roots).toMatchObject([
      {
        row: {
          entries: [{}, { kind: 'link', fromIndexes: [1], toIndexes: [0], to: [{ name: 'code' }] }],
        },
      },
    ]);
  });

  it('how a connection is shaped', () => {
    const query = `{ residents {
      __typename
      nodes { name }
      edges { __typename cursor node { name } }
      pageInfo { __typename hasNextPage hasPreviousPage startCursor e: endCursor }
    } }`;
    expect(planOf(query).roots).toMatchObject([
      {
        kind: 'list',
        list: {
          typeName: 'Query',
          pageBy: [{ name: 'row_id' }],
          hasCursors: true,
          entries: [
            { kind: 'typename', name: 'ResidentConnection' },
            { kind: 'nodes' },
            {
              kind: 'edges',
              entries: [
                { kind: 'typename', name: 'ResidentEdge' },
                { kind: 'cursor' },
                { kind: 'node' },
              ],
            },
            {
              kind: 'pageInfo',
              entries: [
                { kind: 'typename', name: 'PageInfo' },
                { key: 'hasNextPage', field: 'hasNextPage' },
                { key: 'hasPreviousPage', field: 'hasPreviousPage' },
                { key: 'startCursor', field: 'startCursor' },
                { key: 'e', field: 'endCursor' },
              ],
            },
          ],
        },
      },
    ]);
  });

  it('what it reads, for the record, with forms', () => {
    const query = '{ residents { edges { node { idNo division { name } } } nodes { name } } }';
    expect(readsOf(boundOf(query))).toEqual({
      Resident: { idNo: 'MASKED(ID_NUMBER)', name: 'CLEAR' },
      Division: { name: 'CLEAR' },
    });
    expect(readsOf(boundOf('{ residents { pageInfo { hasNextPage } } }'))).toEqual({
      Resident: {},
    });
    expect(readsOf(boundOf('{ __typename }'))).toEqual({});
  });

  it('nothing to be fetched of a contract that holds nothing', () => {
    const none = Object.fromEntries(
      [...testCatalog.resources.keys()].map((name) => [name, { reach: [], fields: {} }]),
    );
    const { roots, fetches } = planOf('{ _ }', {}, contractFor(testCatalog, none));
    expect([roots, fetches]).toEqual([
      [expect.objectContaining({ kind: 'schema', key: '_', answers: 'empty' })],
      [],
    ]);
  });
});

describe('a plan', () => {
  it('is frozen, its steps and columns too', () => {
    const plan = planOf('{ residents { nodes { division { name } } } }');
    const parts = [plan, plan.roots, plan.roots[0], plan.fetches, ...plan.fetches];
    for (const part of parts) expect(Object.isFrozen(part)).toBe(true);
    for (const { columns } of plan.fetches) expect(Object.isFrozen(columns)).toBe(true);
  });

  it.each(['address', 'faith', 'nowhere'])(
    'is not made of what its contract withholds, even where validation were passed by: %s',
    (field) => {
      const operation = resolved(`{ resident(idNo: "1") { ${field} } }`);
      expect(() => compilePlan(contract, operation, new Map())).toThrow(
        new TypeError('an operation asks for what its contract does not hold'),
      );
    },
  );
});
