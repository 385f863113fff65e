import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openOwnGateway, resourceOf, shared, type OwnGateway } from '../support/ownGateway.js';

describe.each(['sqlite', 'mariadb'] as const)('values of a code list (%s)', (kind) => {
  let gateway: OwnGateway;
  beforeAll(async () => {
    gateway = await openOwnGateway({
      kind,
      statements: {
        population: [
          'CREATE TABLE citizen (row_id INT PRIMARY KEY NOT NULL, id VARCHAR(9) NOT NULL UNIQUE, xb CHAR(1), zt INT)',
          `INSERT INTO citizen VALUES (1, 'a', '2', 1), (2, 'b', '1', 2), (3, 'c', '2', 9), (4, 'd', NULL, 1),
             (5, 'e', '7', 2)`,
        ],
      },
      types: {
        population: `
          "性别"
          enum Sex {
            FEMALE @code(value: "2", title: "女性")
            MALE @code(value: "1", title: "男性")
          }
          enum Standing { MOVED @code(value: "2") THERE @code(value: "1") }
          type Citizen ${resourceOf('citizen', '0001')} ${shared} {
            id: ID! @key
            sex: Sex @column(name: "xb")
            standing: Standing @column(name: "zt")
            code: String @column(name: "xb")
          }`,
      },
      resources: {
        Citizen: {
          reach: ['LIST', 'LOOKUP', 'VERIFY'],
          rows: { or: [{ sex: { in: ['FEMALE', 'MALE'] } }, { sex: { isNull: true } }] },
          fields: {
            id: { uses: ['LOOKUP', 'FILTER', 'SORT'] },
            sex: { uses: ['FILTER', 'SORT', 'GROUP', 'VERIFY'] },
            standing: {},
            code: {},
          },
        },
      },
    });
  });
  afterAll(() => gateway.close());

  it('are told by their names, and what is none of the list is null, with an error at its place', async () => {
    const { data, errors } = await gateway.ask('{ citizens { nodes { id sex standing } } }');
    expect(data).toEqual({
      citizens: {
        nodes: [
          { id: 'a', sex: 'FEMALE', standing: 'THERE' },
          { id: 'b', sex: 'MALE', standing: 'MOVED' },
          { id: 'c', sex: 'FEMALE', standing: null },
          { id: 'd', sex: null, standing: 'THERE' },
          { id: 'e', sex: null, standing: 'MOVED' },
        ],
      },
    });
    expect(errors).toMatchObject([
      { path: ['citizens', 'nodes', 2, 'standing'], extensions: { code: 'VALUE_MISMATCH' } },
      { path: ['citizens', 'nodes', 4, 'sex'], extensions: { code: 'VALUE_MISMATCH' } },
    ]);
  });

  it('are compared by name, sorted by code, grouped, counted and verified', async () => {
    const { data, errors } = await gateway.ask(
      `query ($sex: Sex, $claims: CitizenClaims!) {
        female: citizens(where: { sex: { eq: $sex } }) { totalCount }
        some: citizens(where: { sex: { in: [MALE] } }) { nodes { id } }
        none: citizens(where: { sex: { isNull: true } }) { totalCount }
        sorted: citizens(orderBy: [{ sex: ASC }, { id: ASC }]) { nodes { id } }
        citizenAggregate(groupBy: [sex]) { group { sex } count distinct { standing } }
        verifyCitizen(id: "a", claims: $claims) { result }
      }`,
      { sex: 'FEMALE', claims: { sex: 'FEMALE' } },
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      female: { totalCount: 2 },
      some: { nodes: [{ id: 'b' }] },
      none: { totalCount: 2 },
      sorted: { nodes: ['b', 'a', 'c', 'd', 'e'].map((id) => ({ id })) },
      citizenAggregate: [
        { group: { sex: 'MALE' }, count: 1, distinct: { standing: 1 } },
        { group: { sex: 'FEMALE' }, count: 2, distinct: { standing: 1 } },
        { group: { sex: null }, count: 2, distinct: { standing: 2 } },
      ],
      verifyCitizen: { result: 'MATCH' },
    });
  });

  it('are of an enum in the contract, with their titles, and no other name is one', async () => {
    const { data } = await gateway.ask(
      '{ __type(name: "Sex") { kind description enumValues { name description } } }',
    );
    expect(data).toEqual({
      __type: {
        kind: 'ENUM',
        description: '性别',
        enumValues: [
          { name: 'FEMALE', description: '女性' },
          { name: 'MALE', description: '男性' },
        ],
      },
    });
    const { errors } = await gateway.ask(
      '{ citizens(where: { sex: { eq: OTHER } }) { totalCount } }',
    );
    expect(errors).toMatchObject([
      { extensions: { code: expect.stringMatching(/^GRAPHQL_VALIDATION_FAILED|BAD_USER_INPUT$/) } },
    ]);
  });
});

describe.each(['sqlite', 'mariadb'] as const)('values of a standard list (%s)', (kind) => {
  let gateway: OwnGateway;
  beforeAll(async () => {
    gateway = await openOwnGateway({
      kind,
      statements: {
        population: [
          'CREATE TABLE citizen (row_id INT PRIMARY KEY NOT NULL, mz CHAR(2), mz_no INT)',
          "INSERT INTO citizen VALUES (1, '01', 1), (2, '11', 11), (3, '97', 97), (4, '1', NULL)",
        ],
      },
      types: {
        population: `type Citizen ${resourceOf('citizen', '0001')} ${shared} {
          rowId: Int! @column(name: "row_id")
          ethnicGroup: EthnicGroupGB3304 @column(name: "mz")
          sameGroup: EthnicGroupGB3304 @column(name: "mz_no")
        }`,
      },
      resources: {
        Citizen: {
          reach: ['LIST'],
          fields: { rowId: {}, ethnicGroup: { uses: ['FILTER', 'GROUP'] }, sameGroup: {} },
        },
      },
    });
  });
  afterAll(() => gateway.close());

  it('are told by their names, of texts and of whole numbers, and others as null', async () => {
    const { data, errors } = await gateway.ask(
      `query ($group: EthnicGroupGB3304) {
        citizens { nodes { rowId ethnicGroup sameGroup } }
        manchu: citizens(where: { ethnicGroup: { eq: $group } }) { nodes { rowId } }
        none: citizens(where: { ethnicGroup: { isNull: true } }) { nodes { rowId } }
        citizenAggregate(groupBy: [ethnicGroup]) { group { ethnicGroup } count }
      }`,
      { group: 'MAN' },
    );
    expect(data).toEqual({
      citizens: {
        nodes: [
          { rowId: 1, ethnicGroup: 'HAN', sameGroup: 'HAN' },
          { rowId: 2, ethnicGroup: 'MAN', sameGroup: 'MAN' },
          { rowId: 3, ethnicGroup: null, sameGroup: null },
          { rowId: 4, ethnicGroup: null, sameGroup: null },
        ],
      },
      manchu: { nodes: [{ rowId: 2 }] },
      none: { nodes: [{ rowId: 3 }, { rowId: 4 }] },
      citizenAggregate: [
        { group: { ethnicGroup: 'HAN' }, count: 1 },
        { group: { ethnicGroup: 'MAN' }, count: 1 },
        { group: { ethnicGroup: null }, count: 2 },
      ],
    });
    expect(errors).toMatchObject([
      { path: ['citizens', 'nodes', 2, 'ethnicGroup'], extensions: { code: 'VALUE_MISMATCH' } },
      { path: ['citizens', 'nodes', 2, 'sameGroup'], extensions: { code: 'VALUE_MISMATCH' } },
      { path: ['citizens', 'nodes', 3, 'ethnicGroup'], extensions: { code: 'VALUE_MISMATCH' } },
    ]);
  });

  it('are of an enum that the contract has, and it has no other standard', async () => {
    const { data } = await gateway.ask(
      '{ own: __type(name: "EthnicGroupGB3304") { kind enumValues { name } } other: __type(name: "SexGB2261") { name } }',
    );
    expect(data).toMatchObject({ own: { kind: 'ENUM' }, other: null });
    expect((data as { own: { enumValues: [] } }).own.enumValues).toHaveLength(56);
  });
});
