import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openOwnGateway, resourceOf, shared, type OwnGateway } from '../support/ownGateway.js';

const stated = 'pageBy: "row_id", plural: "people", subject: "no"';
const types = `
type Person ${resourceOf('person', '0001', stated)} ${shared} {
  no: ID! @key
  town: String
}`;

describe('what a catalog calls many of a type', () => {
  let gateway: OwnGateway;
  beforeAll(async () => {
    gateway = await openOwnGateway({
      kind: 'sqlite',
      statements: {
        population: [
          'CREATE TABLE person (row_id INTEGER PRIMARY KEY NOT NULL, no TEXT NOT NULL UNIQUE, town TEXT)',
          `INSERT INTO person VALUES (1, 'a', 'x'), (2, 'b', 'x')`,
        ],
      },
      types: { population: types },
      resources: {
        Person: {
          reach: ['LOOKUP', 'LIST', 'VERIFY'],
          fields: { no: { uses: ['LOOKUP'] }, town: { uses: ['VERIFY'] } },
        },
      },
    });
  });
  afterAll(() => gateway.close());

  it('names the root fields of many rows, and those of one as the type is named', async () => {
    const { data } = await gateway.ask('{ __schema { queryType { fields { name } } } }');
    expect(data).toMatchObject({
      __schema: {
        queryType: {
          fields: [
            ...['person', 'peopleByNo', 'people', 'personAggregate'],
            ...['verifyPerson', 'verifyPeople'],
          ].map((name) => ({ name })),
        },
      },
    });
  });

  it('is how they are asked for', async () => {
    const { data, errors } = await gateway.ask(`{
      people { nodes { no } }
      peopleByNo(nos: ["b", "c"]) { town }
      verifyPeople(claims: [{ no: "a", claims: { town: "x" } }, { no: "b", claims: { town: "y" } }]) {
        result
      }
    }`);
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      people: { nodes: [{ no: 'a' }, { no: 'b' }] },
      peopleByNo: [{ town: 'x' }, null],
      verifyPeople: [{ result: 'MATCH' }, { result: 'NO_MATCH' }],
    });
  });

  it('leaves no other name to ask by', async () => {
    const { errors } = await gateway.ask('{ persons { nodes { no } } }');
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual([
      'GRAPHQL_VALIDATION_FAILED',
    ]);
  });
});
