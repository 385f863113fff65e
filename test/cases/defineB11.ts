import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { openOwnGateway, resourceOf, shared, type OwnGateway } from '../support/ownGateway.js';

const [upper, lower, plain] = ['11010519491231002X', '11010519491231002x', '370202199003071233'];

const holderOf = (name: string, code: string) => `
  type ${name} ${resourceOf(name.toLowerCase(), code)} ${shared} {
    no: ID! @key
    holder: ID! @element(is: "citizen-id")
    citizen: Citizen @link(from: "holder", to: "idNo")
  }`;
const types = `
  type Citizen ${resourceOf('citizen', '0001', 'pageBy: "row_id", subject: "idNo"')} ${shared} {
    idNo: ID! @key @column(name: "id_no") @element(is: "citizen-id")
    name: String!
    cars: [Car!] @link(from: "idNo", to: "holder")
    huts: [Hut!] @link(from: "idNo", to: "holder")
    sheds: [Shed!] @link(from: "idNo", to: "holder")
    flats: [Flat!] @link(from: "idNo", to: "holder")
  }
  type Hashed ${resourceOf('hashed', '0004')} ${shared} {
    no: ID! @key
    idNo: ID! @column(name: "id_no") @element(is: "citizen-id") @desensitize(rule: HASH)
  }`;

/** Holders whose catalog does not say that they are citizens; that of the citizens does. */
const unstated = (name: string, code: string) =>
  holderOf(name, code).replace('holder: ID! @element(is: "citizen-id")', 'holder: ID!');

/** One citizen whose number ends with X is held as x elsewhere; another's has no letter. */
export function defineB11(kind: 'sqlite' | 'mariadb', collation = ''): void {
  const text = `VARCHAR(40) ${collation}`;
  const holders = (name: string) => [
    `CREATE TABLE ${name} (row_id BIGINT PRIMARY KEY NOT NULL, no ${text} NOT NULL UNIQUE,
       holder ${text} NOT NULL)`,
    `CREATE INDEX ${name}_holder ON ${name} (holder)`,
    `INSERT INTO ${name} VALUES (1, 'a', '${lower}'), (2, 'b', '${upper}'), (3, 'c', '${plain}'),
       (4, 'd', '${lower}')`,
  ];
  let gateway: OwnGateway;
  beforeAll(async () => {
    const all = ['LOOKUP', 'LIST', 'LINKED'] as ('LOOKUP' | 'LIST' | 'LINKED' | 'VERIFY')[];
    const holder = {
      reach: all,
      fields: {
        no: { uses: ['LOOKUP', 'FILTER'] as ('LOOKUP' | 'FILTER')[] },
        holder: { uses: ['FILTER', 'JOIN', 'GROUP', 'SORT'] as ('FILTER' | 'JOIN')[] },
      },
      links: ['citizen'],
    };
    gateway = await openOwnGateway({
      kind,
      statements: {
        population: [
          `CREATE TABLE citizen (row_id BIGINT PRIMARY KEY NOT NULL, id_no ${text} NOT NULL UNIQUE,
             name VARCHAR(20) NOT NULL)`,
          `INSERT INTO citizen VALUES (1, '${upper}', '甲'), (2, '${plain}', '乙')`,
          `CREATE TABLE hashed (row_id BIGINT PRIMARY KEY NOT NULL, no ${text} NOT NULL UNIQUE,
             id_no ${text} NOT NULL)`,
          `INSERT INTO hashed VALUES (1, 'a', '${lower}'), (2, 'b', '${upper}'), (3, 'c', '${plain}')`,
          ...holders('car'),
          ...holders('hut'),
        ],
        divisions: [...holders('flat'), ...holders('shed')],
      },
      types: {
        population: types + holderOf('Car', '0002') + unstated('Hut', '0005'),
        divisions: holderOf('Flat', '0003') + unstated('Shed', '0006'),
      },
      resources: {
        Citizen: {
          reach: [...all, 'VERIFY'],
          fields: {
            idNo: { uses: ['LOOKUP', 'FILTER', 'JOIN', 'SORT'] },
            name: { uses: ['FILTER', 'VERIFY'] },
          },
          links: ['cars', 'flats', 'huts', 'sheds'],
        },
        Car: holder,
        Flat: holder,
        Hut: holder,
        Shed: holder,
        Hashed: { reach: ['LIST'], fields: { no: {}, idNo: { form: { mask: 'HASH' } } } },
      },
    });
  });
  afterAll(() => gateway.close());

  async function dataOf(query: string): Promise<unknown> {
    const { data, errors } = await gateway.ask(query);
    expect(errors).toBeUndefined();
    return data;
  }

  it('is looked up in either spelling, and shown as its source holds it', async () => {
    for (const idNo of [upper, lower]) {
      expect(await dataOf(`{ citizen(idNo: "${idNo}") { idNo name } }`)).toEqual({
        citizen: { idNo: upper, name: '甲' },
      });
    }
    expect(
      await dataOf(`{ citizensByIdNo(idNos: ["${lower}", "${plain}", "${upper}"]) { name } }`),
    ).toEqual({ citizensByIdNo: [{ name: '甲' }, { name: '乙' }, { name: '甲' }] });
    expect(await dataOf('{ citizen(idNo: "11010519491231002y") { name } }')).toEqual({
      citizen: null,
    });
  });

  it.each(['cars', 'flats'])(
    'is linked in either spelling, to one and to many (%s)',
    async (root) => {
      const [jia, yi] = [{ name: '甲' }, { name: '乙' }];
      expect(await dataOf(`{ ${root} { nodes { holder citizen { name } } } }`)).toEqual({
        [root]: {
          nodes: [
            { holder: lower, citizen: jia },
            { holder: upper, citizen: jia },
            { holder: plain, citizen: yi },
            { holder: lower, citizen: jia },
          ],
        },
      });
      const pages = `{ citizens { nodes { ${root}(first: 2) { nodes { no } totalCount pageInfo { hasNextPage } } } } }`;
      expect(await dataOf(pages)).toEqual({
        citizens: {
          nodes: [
            {
              [root]: {
                nodes: [{ no: 'a' }, { no: 'b' }],
                totalCount: 3,
                pageInfo: { hasNextPage: true },
              },
            },
            { [root]: { nodes: [{ no: 'c' }], totalCount: 1, pageInfo: { hasNextPage: false } } },
          ],
        },
      });
    },
  );

  it.each(['cars', 'flats'])(
    'meets conditions in either spelling, through links too (%s)',
    async (root) => {
      for (const idNo of [upper, lower]) {
        expect(
          await dataOf(`{ ${root}(where: { holder: { eq: "${idNo}" } }) { totalCount } }`),
        ).toEqual({
          [root]: { totalCount: 3 },
        });
        const through = `{ ${root}(where: { citizen: { some: { idNo: { eq: "${idNo}" } } } }) { totalCount } }`;
        expect(await dataOf(through)).toEqual({ [root]: { totalCount: 3 } });
      }
      const many = `{ citizens(where: { ${root}: { some: { holder: { eq: "${lower}" } } } }) { nodes { name } } }`;
      expect(await dataOf(many)).toEqual({ citizens: { nodes: [{ name: '甲' }] } });
      const without = `{ citizens(where: { ${root}: { none: {} } }) { nodes { name } } }`;
      expect(await dataOf(without)).toEqual({ citizens: { nodes: [] } });
    },
  );

  it.each(['huts', 'sheds'])(
    'is linked in either spelling where one end says what it is (%s)',
    async (root) => {
      const jia = { name: '甲' };
      const held = `{ ${root}(first: 2) { nodes { citizen { name } } totalCount } }`;
      expect(await dataOf(held)).toEqual({
        [root]: { nodes: [{ citizen: jia }, { citizen: jia }], totalCount: 4 },
      });
      const of = `{ citizens { nodes { ${root} { nodes { no } totalCount } } } }`;
      expect(await dataOf(of)).toEqual({
        citizens: {
          nodes: [
            { [root]: { nodes: [{ no: 'a' }, { no: 'b' }, { no: 'd' }], totalCount: 3 } },
            { [root]: { nodes: [{ no: 'c' }], totalCount: 1 } },
          ],
        },
      });
      const through = `{ ${root}(where: { citizen: { some: { idNo: { eq: "${lower}" } } } }) { totalCount } }`;
      expect(await dataOf(through)).toEqual({ [root]: { totalCount: 3 } });
      const having = `{ citizens(where: { ${root}: { some: { no: { eq: "a" } } } }) { nodes { name } } }`;
      expect(await dataOf(having)).toEqual({ citizens: { nodes: [jia] } });
    },
  );

  it('is shown of a group that holds both as its canonical spelling', async () => {
    const query = '{ carAggregate(groupBy: [holder]) { group { holder } count } }';
    expect(await dataOf(query)).toEqual({
      carAggregate: [
        { group: { holder: upper }, count: 3 },
        { group: { holder: plain }, count: 1 },
      ],
    });
  });

  it('is counted once, whatever the spelling', async () => {
    expect(await dataOf('{ carAggregate { distinct { holder } count } }')).toEqual({
      carAggregate: [{ distinct: { holder: 2 }, count: 4 }],
    });
    const groups = (await dataOf('{ carAggregate(groupBy: [holder]) { count } }')) as {
      carAggregate: { count: number }[];
    };
    expect(groups.carAggregate.map(({ count }) => count).sort()).toEqual([1, 3]);
  });

  it('is kept apart in an order, so that cursors pass over nothing', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    for (let more = true; more;) {
      const query = `query ($after: String) { cars(first: 1, after: $after, orderBy: { holder: ASC }) {
        nodes { no } pageInfo { hasNextPage endCursor } } }`;
      const { data } = await gateway.ask(query, { after });
      const { nodes, pageInfo } = (
        data as {
          cars: {
            nodes: { no: string }[];
            pageInfo: { hasNextPage: boolean; endCursor: string };
          };
        }
      ).cars;
      seen.push(...nodes.map(({ no }) => no));
      after = pageInfo.endCursor;
      more = pageInfo.hasNextPage;
    }
    expect(seen).toEqual(['b', 'a', 'd', 'c']);
  });

  it('is verified and hashed as one', async () => {
    for (const idNo of [upper, lower]) {
      const query = `{ verifyCitizen(idNo: "${idNo}", claims: { name: "甲" }) { result } }`;
      expect(await dataOf(query)).toEqual({ verifyCitizen: { result: 'MATCH' } });
    }
    const { hasheds } = (await dataOf('{ hasheds { nodes { idNo } } }')) as {
      hasheds: { nodes: { idNo: string }[] };
    };
    const [one, same, other] = hasheds.nodes.map(({ idNo }) => idNo);
    expect(one).toBe(same);
    expect(one).not.toBe(other);
  });
}
