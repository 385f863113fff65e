import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openOwnGateway, resourceOf, shared, type OwnGateway } from '../support/ownGateway.js';

/** SQLite keeps what looks like a number as one where a type is declared DATE, TIME or DATETIME. */
describe('texts of a column that keeps digits as numbers', () => {
  let gateway: OwnGateway;
  beforeAll(async () => {
    gateway = await openOwnGateway({
      kind: 'sqlite',
      statements: {
        population: [
          'CREATE TABLE run (run_id INTEGER PRIMARY KEY NOT NULL, at TIME UNIQUE)',
          "INSERT INTO run VALUES (1, '06:30'), (2, '9'), (3, '24'), (4, '25:10:00'), (5, '007'), (6, '')",
          'CREATE TABLE stop (at DATETIME PRIMARY KEY NOT NULL, name TEXT)',
          "INSERT INTO stop VALUES ('24', 'b'), ('9', 'a'), ('25:10:00', 'd'), ('100', 'c'), ('x', 'e')",
        ],
      },
      types: {
        population: `
type Run ${resourceOf('run', '0901', 'pageBy: "run_id"')} ${shared} {
  runId: Int! @key @column(name: "run_id")
  at: String
  stop: Stop @link(from: "at", to: "at")
}
type Stop ${resourceOf('stop', '0902', 'pageBy: "at"')} ${shared} {
  at: String!
  name: String
  runs: [Run!] @link(from: "at", to: "at")
}`,
      },
      resources: {
        Run: {
          reach: ['LIST', 'LOOKUP', 'LINKED'],
          fields: {
            runId: { uses: ['LOOKUP'] },
            at: { uses: ['FILTER', 'SORT', 'GROUP', 'JOIN'] },
          },
          links: ['stop'],
        },
        Stop: {
          reach: ['LIST', 'LINKED'],
          fields: { at: { uses: ['FILTER', 'SORT', 'GROUP', 'JOIN'] }, name: {} },
          links: ['runs'],
        },
      },
    });
  });
  afterAll(() => gateway.close());

  const told = async (rest: string) => {
    const { data, errors } = await gateway.ask(`{ runs(first: 9, ${rest}) { nodes { at } } }`);
    expect(errors).toBeUndefined();
    return (data as { runs: { nodes: { at: string }[] } }).runs.nodes.map(({ at }) => at);
  };

  it('are told and sorted as texts', async () => {
    expect(await told('orderBy: [{ at: ASC }]')).toEqual(['', '06:30', '24', '25:10:00', '7', '9']);
  });

  it.each([
    ['gt: "24"', ['25:10:00', '7', '9']],
    ['lt: "24"', ['', '06:30']],
    ['gte: "24", lt: "3"', ['24', '25:10:00']],
    ['eq: "7"', ['7']],
    ['eq: "007"', []],
    ['eq: "24.0"', []],
    ['in: ["9", "024"]', ['9']],
    ['startsWith: "2"', ['24', '25:10:00']],
    ['startsWith: ""', ['', '06:30', '24', '25:10:00', '7', '9']],
  ])('meet conditions as texts: %s', async (condition, right) => {
    expect(await told(`where: { at: { ${condition} } }, orderBy: [{ at: ASC }]`)).toEqual(right);
  });

  it('lead to rows that hold the same text', async () => {
    const { data, errors } = await gateway.ask(
      '{ runs(first: 9) { nodes { runId stop { name } } } stops(first: 9) { nodes { at runs(first: 2) { nodes { runId } } } } }',
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      runs: {
        nodes: [null, 'a', 'b', 'd', null, null].map((name, at) => ({
          runId: at + 1,
          stop: name && { name },
        })),
      },
      stops: {
        nodes: [
          { at: '9', runs: { nodes: [{ runId: 2 }] } },
          { at: '24', runs: { nodes: [{ runId: 3 }] } },
          { at: '100', runs: { nodes: [] } },
          { at: '25:10:00', runs: { nodes: [{ runId: 4 }] } },
          { at: 'x', runs: { nodes: [] } },
        ],
      },
    });
  });

  it('page one by one, in the order of the source’s own index', async () => {
    const seen: string[] = [];
    let after = '';
    for (let page = 0; page < 9; page += 1) {
      const { data, errors } = await gateway.ask(
        `{ stops(first: 1${after}) { nodes { name } pageInfo { hasNextPage endCursor } } }`,
      );
      expect(errors).toBeUndefined();
      const { nodes, pageInfo } = (
        data as {
          stops: {
            nodes: { name: string }[];
            pageInfo: { hasNextPage: boolean; endCursor: string };
          };
        }
      ).stops;
      seen.push(...nodes.map(({ name }) => name));
      if (!pageInfo.hasNextPage) break;
      after = `, after: "${pageInfo.endCursor}"`;
    }
    expect(seen).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('are groups of their own', async () => {
    const { data } = await gateway.ask('{ runAggregate(groupBy: [at]) { group { at } count } }');
    expect(data).toEqual({
      runAggregate: ['', '06:30', '24', '25:10:00', '7', '9'].map((at) => ({
        group: { at },
        count: 1,
      })),
    });
  });
});
