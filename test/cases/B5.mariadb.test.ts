import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openOwnGateway, resourceOf, shared, type OwnGateway } from '../support/ownGateway.js';

const numbers = [
  '1',
  '9007199254740993',
  '9223372036854775807',
  '9223372036854775808',
  '9223372036854775809',
  '18446744073709551614',
  '18446744073709551615',
];

const types = `
  type Thing ${resourceOf('thing', '0001', 'pageBy: "no"')} ${shared} {
    no: ID! @key
    part: Part @link(from: "no", to: "no")
    parts: [Part!] @link(from: "no", to: "no")
  }`;
const partsOf = (name: string, code: string) => `
  type ${name} ${resourceOf(name.toLowerCase(), code, 'pageBy: "no"')} ${shared} {
    no: ID! @key
    thing: Thing @link(from: "no", to: "no")
    things: [Thing!] @link(from: "no", to: "no")
  }`;
const table = (name: string) => [
  `CREATE TABLE ${name} (no BIGINT UNSIGNED PRIMARY KEY NOT NULL)`,
  `INSERT INTO ${name} VALUES ${numbers.map((number) => `(${number})`).join(', ')}`,
];

describe('B5: BIGINT UNSIGNED above 2^63 as key, as pageBy and in links', () => {
  let gateway: OwnGateway;
  beforeAll(async () => {
    const linked = {
      reach: ['LOOKUP', 'LIST', 'LINKED'] as ('LOOKUP' | 'LIST' | 'LINKED')[],
      fields: { no: { uses: ['LOOKUP', 'FILTER', 'SORT', 'JOIN'] as ('LOOKUP' | 'JOIN')[] } },
    };
    gateway = await openOwnGateway({
      kind: 'mariadb',
      statements: {
        population: [...table('thing'), ...table('part')],
        divisions: table('piece'),
      },
      types: {
        population: types + partsOf('Part', '0002'),
        divisions: partsOf('Piece', '0003'),
      },
      resources: {
        Thing: { ...linked, links: ['part', 'parts'] },
        Part: { ...linked, links: ['thing', 'things'] },
        Piece: { ...linked, links: ['thing', 'things'] },
      },
    });
  });
  afterAll(() => gateway.close());

  it('is looked up by the key that was shown, alone and among others', async () => {
    for (const no of numbers) {
      expect(await gateway.ask(`{ thing(no: ${no}) { no } }`)).toMatchObject({
        data: { thing: { no } },
      });
    }
    expect(await gateway.ask(`{ thingsByNo(nos: [${numbers.join(', ')}]) { no } }`)).toMatchObject({
      data: { thingsByNo: numbers.map((no) => ({ no })) },
    });
    expect(await gateway.ask('{ thing(no: 9223372036854775810) { no } }')).toMatchObject({
      data: { thing: null },
    });
    const { errors } = await gateway.ask('{ thing(no: 18446744073709551616) { no } }');
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });

  it.each(['parts', 'pieces'])(
    'leads along links to one and to many, both ways (%s)',
    async (root) => {
      const query = `{ ${root} { nodes { no thing { no } things { nodes { no } totalCount } } } }`;
      expect(await gateway.ask(query)).toMatchObject({
        data: {
          [root]: {
            nodes: numbers.map((no) => ({
              no,
              thing: { no },
              things: { nodes: [{ no }], totalCount: 1 },
            })),
          },
        },
      });
    },
  );

  it.each(['parts', 'pieces'])('meets conditions, through links too (%s)', async (root) => {
    const [least, most] = [numbers[3]!, numbers[6]!];
    const query = `{ one: ${root}(where: { thing: { some: { no: { eq: ${most} } } } }) { nodes { no } }
      listed: ${root}(where: { no: { in: [1, ${least}, ${most}] } }) { nodes { no } }
      linked: ${root}(where: { things: { some: { no: { in: [1, ${least}, ${most}] } } } }) { nodes { no } } }`;
    const listed = { nodes: [{ no: '1' }, { no: least }, { no: most }] };
    expect(await gateway.ask(query)).toMatchObject({
      data: { one: { nodes: [{ no: most }] }, listed, linked: listed },
    });
  });

  it.each(['ASC', 'DESC'])('is a place in a list, from page to page (%s)', async (direction) => {
    const seen: string[] = [];
    let after: string | null = null;
    for (let more = true; more;) {
      const query = `query ($after: String) { things(first: 2, after: $after, orderBy: { no: ${direction} }) {
        nodes { no } pageInfo { hasNextPage endCursor } } }`;
      const { data, errors } = await gateway.ask(query, { after });
      expect(errors).toBeUndefined();
      const { nodes, pageInfo } = (
        data as {
          things: {
            nodes: { no: string }[];
            pageInfo: { hasNextPage: boolean; endCursor: string };
          };
        }
      ).things;
      seen.push(...nodes.map(({ no }) => no));
      after = pageInfo.endCursor;
      more = pageInfo.hasNextPage;
    }
    expect(seen).toEqual(direction === 'ASC' ? numbers : numbers.toReversed());
  });
});
