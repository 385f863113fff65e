import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import {
  openOwnGateway,
  resourceOf,
  shared,
  type OwnGateway,
  type OwnKind,
} from '../../support/ownGateway.js';

/** What people were paid from which day on: a person and a day tell a row from all others. */
const statements = [
  `CREATE TABLE salary (emp_no INTEGER NOT NULL, from_date DATE NOT NULL, grade VARCHAR(20), amount INTEGER,
     PRIMARY KEY (emp_no, from_date))`,
  `INSERT INTO salary VALUES (1, '2001-01-01', 'a', 10), (1, '2002-01-01', 'a', 20), (2, '2001-01-01', 'b', 30),
     (3, '2001-01-01', 'out', 40), (2, '2002-06-01', NULL, 50)`,
];

const types = `
type Salary ${resourceOf('salary', '0001', 'pageBy: ["emp_no", "from_date"], subject: "empNo"')} ${shared}
  @key(fields: ["empNo", "fromDate"]) {
  empNo: Int! @column(name: "emp_no")
  fromDate: Date @column(name: "from_date")
  grade: String
  amount: Int
}`;

/** What a source of a kind may hold in a column of days, in its order; what is no day is told as null. */
const heldDays: Readonly<Record<OwnKind, readonly [string, string | null][]>> = {
  sqlite: [
    ['', null],
    ['2012-02-28', '2012-02-28'],
    ['2012-02-31', null],
    ['2012-03-01', '2012-03-01'],
  ],
  mariadb: [
    ['0000-00-00', null],
    ['2012-00-00', null],
    ['2012-02-28', '2012-02-28'],
    ['2012-02-31', null],
    ['2012-03-01', '2012-03-01'],
  ],
  postgres: [
    ['-infinity', null],
    ['0044-03-15 BC', null],
    ['2012-02-28', '2012-02-28'],
    ['12012-01-01', null],
    ['infinity', null],
  ],
};

function definePagesByDays(kind: OwnKind): void {
  const held = heldDays[kind];
  describe('pages by a day', () => {
    let gateway: OwnGateway;
    beforeAll(async () => {
      gateway = await openOwnGateway({
        kind,
        statements: {
          population: [
            ...(kind === 'mariadb' ? ["SET SESSION sql_mode = 'ALLOW_INVALID_DATES'"] : []),
            'CREATE TABLE paid (emp_no INTEGER NOT NULL, on_day DATE NOT NULL, PRIMARY KEY (emp_no, on_day))',
            `INSERT INTO paid VALUES ${held.map(([day]) => `(1, '${day}')`).join(', ')}`,
          ],
        },
        types: {
          population: `type Paid ${resourceOf('paid', '0002', 'pageBy: ["emp_no", "on_day"]')} ${shared} {
            day: Date @column(name: "on_day")
          }`,
        },
        resources: { Paid: { reach: ['LIST'], fields: { day: { uses: ['SORT'] } } } },
      });
    });
    afterAll(() => gateway.close());

    it.each(['', ', orderBy: [{ day: DESC }]'])(
      'go on from what is none, and leave no row out%s',
      async (order) => {
        const told: (string | null)[] = [];
        for (let after = ''; told.length <= held.length;) {
          const { data } = await gateway.ask(
            `{ paids(first: 1${after}${order}) { nodes { day } pageInfo { hasNextPage endCursor } } }`,
          );
          const { nodes, pageInfo } = (
            data as {
              paids: {
                nodes: { day: string | null }[];
                pageInfo: { hasNextPage: boolean; endCursor: string };
              };
            }
          ).paids;
          told.push(...nodes.map(({ day }) => day));
          if (!pageInfo.hasNextPage) break;
          after = `, after: "${pageInfo.endCursor}"`;
        }
        const days = held.map(([, day]) => day);
        const none = days.filter((day) => day === null);
        const sorted = [...days.flatMap((day) => day ?? []).reverse(), ...none];
        expect(told).toEqual(order === '' ? days : sorted);
      },
    );
  });
}

/** Keys, pages and verifications by several columns, in a database of a kind. */
export function defineSeveral(kind: OwnKind): void {
  describe('a key of several fields', () => {
    let gateway: OwnGateway;
    beforeAll(async () => {
      gateway = await openOwnGateway({
        kind,
        statements: { population: statements },
        types: { population: types },
        resources: {
          Salary: {
            reach: ['LOOKUP', 'LIST', 'VERIFY'],
            fields: {
              empNo: { uses: ['LOOKUP', 'SORT'] },
              fromDate: { uses: ['LOOKUP', 'SORT'] },
              grade: { uses: ['VERIFY', 'SORT', 'FILTER'] },
              amount: {},
            },
            rows: { amount: { in: [10, 20, 30, 50] } },
          },
        },
      });
    });
    afterAll(() => gateway.close());

    const told = async (query: string) => {
      const { data, errors } = await gateway.ask(query);
      expect(errors).toBeUndefined();
      return data;
    };

    it('is looked up by all of its parts', async () => {
      expect(
        await told(`{
          salary(empNo: 1, fromDate: "2002-01-01") { amount }
          none: salary(empNo: 2, fromDate: "2002-01-01") { amount }
          hidden: salary(empNo: 3, fromDate: "2001-01-01") { amount }
        }`),
      ).toEqual({ salary: { amount: 20 }, none: null, hidden: null });
    });

    it('is refused where a part is missing', async () => {
      const { errors } = await gateway.ask('{ salary(empNo: 1) { amount } }');
      expect(errors?.map(({ extensions }) => extensions['code'])).toEqual([
        'GRAPHQL_VALIDATION_FAILED',
      ]);
    });

    it('is one of many in a batch, in the order asked, each as often as asked', async () => {
      const by = [
        [2, '2001-01-01'],
        [1, '2001-01-01'],
        [3, '2001-01-01'],
        [2, '2001-01-01'],
        [1, '2001-01-02'],
      ].map(([empNo, fromDate]) => ({ empNo, fromDate }));
      const query = `query ($by: [SalaryByKey!]!) { salariesByEmpNoAndFromDate(by: $by) { empNo amount } }`;
      const { data, errors } = await gateway.ask(query, { by });
      expect(errors).toBeUndefined();
      const [one, two] = [
        { empNo: 1, amount: 10 },
        { empNo: 2, amount: 30 },
      ];
      expect(data).toEqual({ salariesByEmpNoAndFromDate: [two, one, null, two, null] });
    });

    it('says whose claims are verified', async () => {
      expect(
        await told(`{
          verifySalary(empNo: 1, fromDate: "2001-01-01", claims: { grade: "a" }) { result }
          verifySalaries(claims: [
            { empNo: 2, fromDate: "2001-01-01", claims: { grade: "a" } }
            { empNo: 2, fromDate: "2001-01-01", claims: { grade: "b" } }
            { empNo: 3, fromDate: "2001-01-01", claims: { grade: "out" } }
          ]) { result }
        }`),
      ).toEqual({
        verifySalary: { result: 'MATCH' },
        verifySalaries: [{ result: 'NO_MATCH' }, { result: 'MATCH' }, { result: 'NO_MATCH' }],
      });
    });

    it('orders pages, which follow each other without a gap, forward and back', async () => {
      const amounts: number[] = [];
      let cursor: string | null = null;
      do {
        const after: string = cursor === null ? '' : `, after: "${cursor}"`;
        const { salaries } = (await told(
          `{ salaries(first: 1${after}) { nodes { amount } pageInfo { hasNextPage endCursor } } }`,
        )) as {
          salaries: {
            nodes: { amount: number }[];
            pageInfo: { hasNextPage: boolean; endCursor: string };
          };
        };
        amounts.push(...salaries.nodes.map(({ amount }) => amount));
        cursor = salaries.pageInfo.hasNextPage ? salaries.pageInfo.endCursor : null;
      } while (cursor !== null);
      expect(amounts).toEqual([10, 20, 30, 50]);
      expect(await told('{ salaries(last: 2) { nodes { amount } } }')).toEqual({
        salaries: { nodes: [{ amount: 30 }, { amount: 50 }] },
      });
      expect(
        await told('{ salaries(orderBy: [{ fromDate: DESC }], first: 3) { nodes { amount } } }'),
      ).toEqual({ salaries: { nodes: [{ amount: 50 }, { amount: 20 }, { amount: 30 }] } });
    });
  });

  definePagesByDays(kind);
}
