import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { openOwnGateway, resourceOf, shared, type OwnGateway } from '../support/ownGateway.js';

/** The days that show an adult; the gateway's clock is the system's. */
const adults = ['0001-01-01', '1990-03-07', '2000-02-29'];

const personType = `
type Person ${resourceOf('person', '0001', 'pageBy: "row_id", minorsBy: "born"')} ${shared}
  @cube(name: "byHouse", title: "户", dimensions: ["house"], threshold: 3, rounding: 1) {
  no: ID! @key
  born: Date
  house: ID!
  name: String!
  home: House @link(from: "house", to: "code")
}
type House ${resourceOf('house', '0002')} ${shared} {
  code: ID! @key
  people: [Person!] @link(from: "code", to: "house")
}`;
const elsewhere = `
type Street ${resourceOf('street', '0003')} ${shared} {
  code: ID! @key
  people: [Person!] @link(from: "code", to: "house")
}`;

/**
 * What is in no scope without minors: all that is no day of the calendar, and each day that is not
 * far enough back. `letIn` comes before the rows, so that the source takes them.
 */
export function defineA1(
  kind: 'sqlite' | 'mariadb',
  declared: string,
  notKnown: readonly (string | null)[],
  letIn: readonly string[] = [],
): void {
  const born = [...adults, ...notKnown];
  const [known, unknown] = [adults.map((_day, id) => String(id)), String(adults.length)];
  let gateway: OwnGateway;
  beforeAll(async () => {
    const values = born.map(
      (day, id) => `(${id}, '${id}', ${day === null ? 'NULL' : `'${day}'`}, 'h', 'n')`,
    );
    gateway = await openOwnGateway({
      kind,
      statements: {
        population: [
          ...letIn,
          `CREATE TABLE person (row_id BIGINT PRIMARY KEY NOT NULL, no VARCHAR(20) NOT NULL UNIQUE,
             born ${declared}, house VARCHAR(20) NOT NULL, name VARCHAR(20) NOT NULL)`,
          'CREATE INDEX person_born ON person (born)',
          `INSERT INTO person VALUES ${values.join(', ')}`,
          `CREATE TABLE house (row_id BIGINT PRIMARY KEY NOT NULL, code VARCHAR(20) NOT NULL UNIQUE)`,
          `INSERT INTO house VALUES (1, 'h')`,
        ],
        divisions: [
          `CREATE TABLE street (row_id BIGINT PRIMARY KEY NOT NULL, code VARCHAR(20) NOT NULL UNIQUE)`,
          `INSERT INTO street VALUES (1, 'h')`,
        ],
      },
      types: { population: personType, divisions: elsewhere },
      resources: {
        Person: {
          reach: ['LOOKUP', 'LIST', 'LINKED', 'VERIFY', 'STATISTICS'],
          fields: {
            no: { uses: ['LOOKUP', 'FILTER', 'SORT', 'GROUP'] },
            house: { uses: ['FILTER', 'GROUP', 'JOIN'] },
            name: { uses: ['FILTER', 'VERIFY'] },
          },
          links: ['home'],
        },
        House: {
          reach: ['LOOKUP', 'LIST', 'LINKED'],
          fields: { code: { uses: ['LOOKUP', 'FILTER', 'JOIN'] } },
          links: ['people'],
        },
        Street: {
          reach: ['LOOKUP', 'LIST'],
          fields: { code: { uses: ['LOOKUP', 'FILTER', 'JOIN'] } },
          links: ['people'],
        },
      },
    });
  });
  afterAll(() => gateway.close());

  async function dataOf(query: string): Promise<unknown> {
    const { data, errors } = await gateway.ask(query);
    expect(errors).toBeUndefined();
    return data;
  }

  it('is in no list and no count', async () => {
    const query = '{ persons(first: 100) { nodes { no } totalCount } personAggregate { count } }';
    expect(await dataOf(query)).toEqual({
      persons: { nodes: known.map((no) => ({ no })), totalCount: adults.length },
      personAggregate: [{ count: adults.length }],
    });
    const byOne = (no: string) => `{ persons(where: { no: { eq: "${no}" } }) { totalCount } }`;
    expect(await dataOf(byOne('0'))).toEqual({ persons: { totalCount: 1 } });
    expect(await dataOf(byOne(unknown))).toEqual({ persons: { totalCount: 0 } });
  });

  it('is looked up by nobody, alone or among others', async () => {
    const all = born.map((_day, id) => String(id));
    const query = `{ personsByNo(nos: ${JSON.stringify(all)}) { no } }`;
    expect(await dataOf(query)).toEqual({
      personsByNo: [...known.map((no) => ({ no })), ...notKnown.map(() => null)],
    });
    expect(await dataOf('{ person(no: "0") { no } }')).toEqual({ person: { no: '0' } });
    for (const id of notKnown.keys()) {
      const one = `{ person(no: "${adults.length + id}") { no } }`;
      expect(await dataOf(one)).toEqual({ person: null });
    }
  });

  it('is behind no link', async () => {
    const people = { nodes: known.map((no) => ({ no })), totalCount: adults.length };
    for (const root of ['house', 'street']) {
      const query = `{ ${root}(code: "h") { people(first: 100) { nodes { no } totalCount } } }`;
      expect(await dataOf(query)).toEqual({ [root]: { people } });
    }
  });

  it('meets no condition through a link', async () => {
    for (const roots of ['houses', 'streets']) {
      const found = async (where: string) =>
        dataOf(`{ ${roots}(where: { people: { ${where} } }) { totalCount } }`);
      expect(await found('some: { no: { eq: "0" } }')).toEqual({ [roots]: { totalCount: 1 } });
      expect(await found(`some: { no: { eq: "${unknown}" } }`)).toEqual({
        [roots]: { totalCount: 0 },
      });
      const numbers = JSON.stringify(known);
      expect(await found(`every: { no: { in: ${numbers} } }`)).toEqual({
        [roots]: { totalCount: 1 },
      });
    }
  });

  it('is verified as if nobody were there', async () => {
    const verify = (no: string) =>
      dataOf(`{ verifyPerson(no: "${no}", claims: { name: "n" }) { result } }`);
    expect(await verify('0')).toEqual({ verifyPerson: { result: 'MATCH' } });
    for (const id of notKnown.keys()) {
      expect(await verify(String(adults.length + id))).toEqual({
        verifyPerson: { result: 'NO_MATCH' },
      });
    }
  });

  it('is counted in no statistic', async () => {
    const query = '{ personStatistics(cube: byHouse) { over count } }';
    // Three adults are too few for any key. With all who are there, there would be a cell.
    expect(born.length).toBeGreaterThanOrEqual(6);
    expect(await dataOf(query)).toEqual({ personStatistics: [] });
  });
}
