import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openOwnGateway, resourceOf, shared, type OwnGateway } from '../support/ownGateway.js';

const amounts = ['12345678901234567.89', '0.10', '-3.40', '0.00', '999999999999999999.99'];
const counts = ['18446744073709551615', '9007199254740993', '0', '1', '9223372036854775808'];

const account = `
  type Account ${resourceOf('account', '0001')} ${shared} {
    no: ID! @key
    amount: Decimal
    shown: Decimal @column(name: "shown") @desensitize(rule: RANGE, step: 100)
    hashed: Decimal @column(name: "hashed") @desensitize(rule: HASH)
    visits: BigInt! @column(name: "visits")
    fee: Fee @link(from: "amount", to: "amount")
    fees: [Fee!] @link(from: "amount", to: "amount")
  }`;
const fee = (source: string, code: string) => `
  type ${source} ${resourceOf('fee', code)} ${shared} {
    amount: Decimal! @key
    title: String!
    accounts: [Account!] @link(from: "amount", to: "amount")
  }`;
const feeTable = [
  `CREATE TABLE fee (row_id BIGINT PRIMARY KEY NOT NULL, amount DECIMAL(30, 6) NOT NULL UNIQUE,
     title VARCHAR(20) NOT NULL)`,
  `INSERT INTO fee VALUES (1, 12345678901234567.89, 'great'), (2, 0.1, 'small'), (3, 0.100001, 'near')`,
];

describe('exact numbers', () => {
  let gateway: OwnGateway;
  beforeAll(async () => {
    const uses = ['FILTER', 'SORT', 'GROUP', 'JOIN'] as const;
    const ofFees = {
      reach: ['LOOKUP' as const, 'LIST' as const, 'LINKED' as const],
      fields: { amount: { uses: ['LOOKUP' as const, ...uses] }, title: {} },
      links: ['accounts'],
    };
    gateway = await openOwnGateway({
      kind: 'mariadb',
      statements: {
        population: [
          `CREATE TABLE account (row_id BIGINT PRIMARY KEY NOT NULL, no VARCHAR(9) NOT NULL UNIQUE,
             amount DECIMAL(20, 2), shown DECIMAL(20, 2), hashed DECIMAL(20, 2),
             visits BIGINT UNSIGNED NOT NULL)`,
          `INSERT INTO account VALUES ${[...amounts, 'NULL']
            .map(
              (amount, at) =>
                `(${at}, 'a${at}', ${amount}, ${amount}, ${amount}, ${counts[at] ?? 7})`,
            )
            .join(', ')}`,
          ...feeTable,
        ],
        divisions: feeTable,
      },
      types: {
        population: account + fee('Fee', '0002'),
        divisions: fee('Charge', '0003'),
      },
      resources: {
        Account: {
          reach: ['LOOKUP', 'LIST', 'LINKED'],
          fields: {
            no: { uses: ['LOOKUP'] },
            amount: { uses: [...uses] },
            shown: { form: { mask: { rule: 'RANGE', step: 100 } } },
            hashed: { form: { mask: 'HASH' } },
            visits: { uses: [...uses] },
          },
          links: ['fee', 'fees'],
        },
        Fee: ofFees,
        Charge: ofFees,
      },
    });
  });
  afterAll(() => gateway.close());

  async function nosOf(argument: string): Promise<unknown> {
    const { data, errors } = await gateway.ask(`{ accounts(${argument}) { nodes { no } } }`);
    expect(errors).toBeUndefined();
    return (data as { accounts: { nodes: { no: string }[] } }).accounts.nodes.map(({ no }) => no);
  }

  it('are told with every digit, in their shortest form', async () => {
    const told = ['12345678901234567.89', '0.1', '-3.4', '0', '999999999999999999.99', null];
    const { data } = await gateway.ask('{ accounts { nodes { amount visits } } }');
    expect(data).toEqual({
      accounts: { nodes: told.map((amount, at) => ({ amount, visits: counts[at] ?? '7' })) },
    });
  });

  it.each([
    ['amount: { eq: "12345678901234567.89" }', ['a0']],
    ['amount: { eq: 12345678901234567.89 }', ['a0']],
    ['amount: { eq: 0.1 }', ['a1']],
    ['amount: { eq: "0.100000000000000000000000000001" }', []],
    ['amount: { in: ["-3.40", 0, "0.10"] }', ['a1', 'a2', 'a3']],
    ['amount: { lt: "0.1" }', ['a2', 'a3']],
    ['amount: { lt: "0.100000000000000000000000000001" }', ['a1', 'a2', 'a3']],
    ['amount: { gte: "12345678901234567.89" }', ['a0', 'a4']],
    ['amount: { gt: "12345678901234567.890000000000000000000000000001" }', ['a4']],
    ['amount: { isNull: true }', ['a5']],
    ['visits: { eq: 18446744073709551615 }', ['a0']],
    ['visits: { eq: 9007199254740992 }', []],
    ['visits: { in: ["9007199254740993", 1] }', ['a1', 'a3']],
    ['visits: { gt: "9223372036854775807" }', ['a0', 'a4']],
    ['visits: { gte: -1 }', ['a0', 'a1', 'a2', 'a3', 'a4', 'a5']],
  ])('are found exactly: %s', async (where, nos) => {
    expect(await nosOf(`where: { ${where} }`)).toEqual(nos);
  });

  it('are found as they were told, as variables', async () => {
    const query = `query ($amount: Decimal!, $visits: BigInt) {
      accounts(where: { amount: { eq: $amount }, visits: { eq: $visits } }) { nodes { no } } }`;
    const found = { data: { accounts: { nodes: [{ no: 'a0' }] } } };
    const [amount, visits] = ['12345678901234567.89', '18446744073709551615'];
    expect(await gateway.ask(query, { amount, visits })).toMatchObject(found);
    // JSON has lost digits of such numbers before anybody could look.
    for (const variables of [
      { amount: Number(amount), visits },
      { amount, visits: Number(visits) },
    ]) {
      const { errors } = await gateway.ask(query, variables);
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    }
  });

  it.each(['ASC', 'DESC'])('are an order, from page to page: %s', async (direction) => {
    const seen: string[] = [];
    let after: string | null = null;
    for (let more = true; more;) {
      const query = `query ($after: String) {
        accounts(first: 2, after: $after, orderBy: { amount: ${direction} }) {
          nodes { no } pageInfo { hasNextPage endCursor } } }`;
      const { data } = await gateway.ask(query, { after });
      const { nodes, pageInfo } = (
        data as {
          accounts: {
            nodes: { no: string }[];
            pageInfo: { hasNextPage: boolean; endCursor: string };
          };
        }
      ).accounts;
      seen.push(...nodes.map(({ no }) => no));
      after = pageInfo.endCursor;
      more = pageInfo.hasNextPage;
    }
    const ascending = ['a2', 'a3', 'a1', 'a0', 'a4'];
    const values = seen.filter((no) => no !== 'a5');
    expect(seen).toContain('a5');
    expect(values).toEqual(direction === 'ASC' ? ascending : ascending.toReversed());
  });

  it('are counted, summed and grouped with every digit', async () => {
    const query = `{
      all: accountAggregate { count distinct { amount visits } sum { amount visits } avg { amount visits }
        min { amount visits } max { amount visits } }
      groups: accountAggregate(groupBy: [amount]) { group { amount } count } }`;
    const { data, errors } = await gateway.ask(query);
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      all: [
        {
          count: 6,
          distinct: { amount: 5, visits: 6 },
          // 12345678901234567.89 + 0.10 - 3.40 + 0.00 + 999999999999999999.99
          sum: { amount: '1012345678901234564.58', visits: '27679123309819068424' },
          avg: { amount: '202469135780246912.916', visits: '4613187218303178070.666667' },
          min: { amount: '-3.4', visits: '0' },
          max: { amount: '999999999999999999.99', visits: '18446744073709551615' },
        },
      ],
      groups: ['-3.4', '0', '0.1', '12345678901234567.89', '999999999999999999.99', null].map(
        (amount) => ({ group: { amount }, count: 1 }),
      ),
    });
  });

  it('are shown in part', async () => {
    const { data } = await gateway.ask('{ accounts { nodes { shown hashed } } }');
    const { nodes } = (data as { accounts: { nodes: { shown: string; hashed: string }[] } })
      .accounts;
    expect(nodes.map(({ shown }) => shown)).toEqual([
      '12345678901234500–12345678901234599',
      '0–99',
      '-100–-1',
      '0–99',
      '999999999999999900–999999999999999999',
      null,
    ]);
    expect(new Set(nodes.map(({ hashed }) => hashed)).size).toBe(6);
  });

  it('are keys, whatever zeros their columns add', async () => {
    const great = '12345678901234567.89';
    expect(
      await gateway.ask(`{ fee(amount: "${great}0") { title accounts { nodes { no } } }
        charge(amount: 0.10) { title accounts { nodes { no } } }
        feesByAmount(amounts: ["0.1", 0.100001, 5, "0.10"]) { amount title } }`),
    ).toMatchObject({
      data: {
        fee: { title: 'great', accounts: { nodes: [{ no: 'a0' }] } },
        charge: { title: 'small', accounts: { nodes: [{ no: 'a1' }] } },
        feesByAmount: [
          { amount: '0.1', title: 'small' },
          { amount: '0.100001', title: 'near' },
          null,
          { amount: '0.1', title: 'small' },
        ],
      },
    });
  });

  it('are links, in one source and between two', async () => {
    expect(
      await gateway.ask(`{ accounts { nodes { no fee { title } fees { nodes { title } } } }
        charges { nodes { title accounts { nodes { no } totalCount } } }
        accountsWithFee: accounts(where: { fee: { some: { title: { eq: "small" } } } }) { nodes { no } } }`),
    ).toMatchObject({
      data: {
        accounts: {
          nodes: [
            { fee: { title: 'great' }, fees: { nodes: [{ title: 'great' }] } },
            { fee: { title: 'small' }, fees: { nodes: [{ title: 'small' }] } },
            ...['a2', 'a3', 'a4', 'a5'].map((no) => ({ no, fee: null })),
          ],
        },
        charges: {
          nodes: [
            { title: 'great', accounts: { nodes: [{ no: 'a0' }], totalCount: 1 } },
            { title: 'small', accounts: { nodes: [{ no: 'a1' }], totalCount: 1 } },
            { title: 'near', accounts: { nodes: [], totalCount: 0 } },
          ],
        },
        accountsWithFee: { nodes: [{ no: 'a1' }] },
      },
    });
  });
});
