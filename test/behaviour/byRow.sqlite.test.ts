import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { act } from '../support/act.js';
import { openOwnGateway, resourceOf, type OwnGateway } from '../support/ownGateway.js';

const personal = `@share(attribute: CONDITIONAL, condition: "x", basis: "公共图书馆法 第四十三条")
  @open(attribute: NONE) @classify(level: L3, category: PERSONAL)`;
const types = `
  type Reader ${resourceOf('reader', '0001')} ${personal} {
    card: ID! @key @classify(level: L1, category: GENERAL)
    name: String @desensitize(rule: NAME)
    phone: String @desensitize(rule: HASH)
    age: Int @desensitize(rule: RANGE, step: 10)
    branch: String @classify(level: L1, category: GENERAL)
    holder: String @classify(level: L1, category: GENERAL)
    since: Date @classify(level: L1, category: GENERAL)
    loans: [Loan!] @link(from: "card", to: "card")
  }
  type Loan ${resourceOf('loan', '0002')} ${personal} {
    no: ID! @key @classify(level: L1, category: GENERAL)
    card: ID @classify(level: L1, category: GENERAL)
    title: String @desensitize(rule: REDACT)
    isOpen: Boolean @column(name: "is_open") @classify(level: L1, category: GENERAL)
    reader: Reader @link(from: "card", to: "card")
  }`;

const approvedBy = [act('PROVIDER')];
const clearWhere = (condition: object) => ({ form: { clearWhere: condition }, approvedBy });

describe('fields that are clear in some rows', () => {
  let gateway: OwnGateway;
  beforeAll(async () => {
    gateway = await openOwnGateway({
      kind: 'sqlite',
      statements: {
        population: [
          `CREATE TABLE reader (row_id INTEGER PRIMARY KEY NOT NULL, card VARCHAR(30) NOT NULL UNIQUE, name VARCHAR(30),
             phone TEXT, age INTEGER, branch TEXT, holder TEXT, since TEXT, "test_0" TEXT)`,
          `INSERT INTO reader VALUES (1, 'c1', '张小三', '1', 37, '市南', 'asking', '2001-02-03', 'x'),
             (2, 'c2', '李四', '1', 41, '市北', 'other', '2020-01-01', 'x'),
             (3, 'c3', '王五', '1', NULL, NULL, NULL, NULL, 'x')`,
          `CREATE TABLE loan (row_id INTEGER PRIMARY KEY NOT NULL, no TEXT NOT NULL UNIQUE, card VARCHAR(30),
             title TEXT, is_open INTEGER)`,
          `INSERT INTO loan VALUES (1, 'l1', 'c1', '红楼梦', 1), (2, 'l2', 'c1', '西游记', 0),
             (3, 'l3', 'c2', '水浒传', 1), (4, 'l4', 'c2', '三国', NULL)`,
        ],
      },
      types: { population: types },
      resources: {
        Reader: {
          reach: ['LIST', 'LOOKUP', 'LINKED'],
          fields: {
            card: { uses: ['LOOKUP', 'JOIN', 'FILTER'] },
            branch: {},
            holder: {},
            since: {},
            name: clearWhere({ branch: { eq: '市南' } }),
            phone: clearWhere({ not: { since: { lt: '2010-01-01' } } }),
            age: clearWhere({ holder: { eq: '$requester.agency' } }),
          },
          links: ['loans'],
        },
        Loan: {
          reach: ['LINKED', 'LIST'],
          fields: {
            no: {},
            card: { uses: ['JOIN'] },
            isOpen: {},
            title: clearWhere({ isOpen: { eq: true } }),
          },
          links: ['reader'],
        },
      },
    });
  });
  afterAll(() => gateway.close());

  it('shows the value in the rows that meet its condition, and the mask in the others', async () => {
    const { data, errors } = await gateway.ask('{ readers { nodes { card name age } } }');
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      readers: {
        nodes: [
          { card: 'c1', name: '张小三', age: '37' },
          { card: 'c2', name: '李*', age: '40–49' },
          { card: 'c3', name: '王*', age: null },
        ],
      },
    });
    expect(gateway.statements.at(-1)?.sql).toBe(
      'SELECT "card", "name", CASE WHEN "branch" = ? THEN 1 ELSE 0 END, "age", CASE WHEN "holder" = ? THEN 1 ELSE 0 END FROM "reader" ORDER BY "row_id" LIMIT ?',
    );
  });

  it('takes a null for what meets no comparison, and for what "not" lets through', async () => {
    const { data } = await gateway.ask('{ readers { nodes { since phone } } }');
    const { nodes } = data!['readers'] as { nodes: readonly { phone: string }[] };
    expect(nodes.map(({ phone }) => phone)).toEqual([
      expect.stringMatching(/^[\w-]{43}$/),
      '1',
      '1',
    ]);
  });

  it('does so of a looked-up row, and of linked rows, each by its own values', async () => {
    const query = `{ reader(card: "c1") { name loans { nodes { title } } }
      readers { nodes { loans(first: 1) { nodes { no title reader { name } } } } } }`;
    const { data, errors } = await gateway.ask(query);
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      reader: {
        name: '张小三',
        loans: { nodes: [{ title: '红楼梦' }, { title: '****' }] },
      },
      readers: {
        nodes: [
          { loans: { nodes: [{ no: 'l1', title: '红楼梦', reader: { name: '张小三' } }] } },
          { loans: { nodes: [{ no: 'l3', title: '水浒传', reader: { name: '李*' } }] } },
          { loans: { nodes: [] } },
        ],
      },
    });
  });

  it.each([
    '{ readers(where: { name: { eq: "张小三" } }) { nodes { card } } }',
    '{ readers(orderBy: [{ name: ASC }]) { nodes { card } } }',
    '{ readerAggregate(groupBy: [name]) { name } }',
  ])('is used as what is masked: %s', async (query) => {
    const { errors } = await gateway.ask(query);
    expect(errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('is on record with its mask and what decides where it is clear, and with no value', async () => {
    await gateway.ask('{ readers(first: 1) { nodes { name } } }');
    const entry = JSON.stringify(gateway.entries().at(-1));
    expect(entry).toContain('BY_ROW(NAME,branch)');
    expect(entry).not.toContain('市南');
  });
});

describe('a field that would be clear by an attribute which its client lacks', () => {
  it.each([
    ['', { branch: { eq: '$requester.branch' } }],
    [', under "not" too', { not: { branch: { eq: '$requester.branch' } } }],
    [
      ', beside what holds',
      { or: [{ branch: { eq: '市南' } }, { branch: { in: '$requester.b' } }] },
    ],
  ])('is masked in every row%s', async (_what, condition) => {
    const gateway = await openOwnGateway({
      kind: 'sqlite',
      statements: {
        population: [
          'CREATE TABLE reader (row_id INTEGER PRIMARY KEY NOT NULL, card VARCHAR(30) NOT NULL UNIQUE, name VARCHAR(30), branch TEXT)',
          `INSERT INTO reader VALUES (1, 'c1', '张小三', '市南')`,
        ],
      },
      types: {
        population: `type Reader ${resourceOf('reader', '0001')} ${personal} {
          card: ID! @key @classify(level: L1, category: GENERAL)
          name: String @desensitize(rule: NAME)
          branch: String @classify(level: L1, category: GENERAL)
        }`,
      },
      resources: {
        Reader: { reach: ['LIST'], fields: { branch: {}, name: clearWhere(condition) } },
      },
    });
    try {
      const { data } = await gateway.ask('{ readers { nodes { name } } }');
      expect(data).toEqual({ readers: { nodes: [{ name: '张*三' }] } });
    } finally {
      await gateway.close();
    }
  });
});
