import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { PolicySeedInput } from '../../src/control/policy/policySeed.js';
import { act } from '../support/act.js';
import { openOwnGateway, resourceOf, type OwnGateway } from '../support/ownGateway.js';
import { testSources } from '../support/testSources.js';

type Rules = NonNullable<PolicySeedInput['rules']>;

const personal = `@share(attribute: CONDITIONAL, condition: "x", basis: "公共图书馆法 第四十三条")
  @open(attribute: NONE) @classify(level: L3, category: PERSONAL)`;
const types = `
  type Reader ${resourceOf('reader', '0001')} ${personal}
    @cube(name: "byBranch", title: "各馆读者", dimensions: ["branch", "rank"]) {
    card: ID! @key @classify(level: L1, category: GENERAL)
    name: String @desensitize(rule: NAME)
    branch: String @classify(level: L1, category: GENERAL)
    rank: String @classify(level: L1, category: GENERAL)
  }`;

const clear = { form: 'CLEAR' as const, approvedBy: [act('PROVIDER')] };
const resources: PolicySeedInput['grants'][number]['resources'] = {
  Reader: {
    reach: ['LIST', 'LOOKUP', 'VERIFY', 'STATISTICS'],
    fields: {
      card: { uses: ['LOOKUP'] },
      name: { ...clear, uses: ['FILTER', 'SORT', 'GROUP', 'VERIFY'] },
      branch: { uses: ['FILTER', 'GROUP'] },
      rank: { uses: ['SORT', 'GROUP'] },
    },
  },
};

const masking = {
  ...{ kind: 'MASK' as const, resource: 'Reader', field: 'name' },
  mask: 'REDACT' as const,
};
const inSouth: Rules[number] = { id: 'R-1', ...masking, clearWhere: { branch: { eq: '市南' } } };
const ofFirst: Rules[number] = { id: 'R-2', ...masking, clearWhere: { rank: { eq: '一' } } };

function open(rules: Rules): Promise<OwnGateway> {
  const text = testSources === 'sqlite' ? 'TEXT' : 'VARCHAR(20)';
  return openOwnGateway({
    kind: testSources,
    statements: {
      population: [
        `CREATE TABLE reader (row_id INTEGER PRIMARY KEY NOT NULL, card ${text} NOT NULL UNIQUE,
           name ${text}, branch ${text}, ${testSources === 'mariadb' ? '`rank`' : '"rank"'} ${text})`,
        `INSERT INTO reader VALUES (1, 'c1', '张小三', '市南', '一'), (2, 'c2', '李四', '市南', '二'),
           (3, 'c3', '王五', '市北', '一'), (4, 'c4', '赵六', NULL, NULL), (5, 'c5', NULL, '市南', '一')`,
      ],
    },
    types: { population: types },
    resources,
    rules,
  });
}

const names = async (gateway: OwnGateway) => {
  const { data, errors } = await gateway.ask('{ readers { nodes { name } } }');
  expect(errors).toBeUndefined();
  const { nodes } = data!['readers'] as { nodes: readonly { name: string | null }[] };
  return nodes.map(({ name }) => name);
};

describe('a rule that masks but in some rows', () => {
  it.each<[string, Rules, readonly (string | null)[]]>([
    ['no rule', [], ['张小三', '李四', '王五', '赵六', null]],
    [
      'a rule without an exception',
      [{ id: 'R-1', ...masking }],
      ['****', '****', '****', '****', null],
    ],
    ['one with', [inSouth], ['张小三', '李四', '****', '****', null]],
    [
      'two, of which each leaves other rows',
      [inSouth, ofFirst],
      ['张小三', '****', '****', '****', null],
    ],
    [
      'one by an attribute that the client lacks, under "not"',
      [{ id: 'R-1', ...masking, clearWhere: { not: { branch: { eq: '$requester.branch' } } } }],
      ['****', '****', '****', '****', null],
    ],
    [
      'one for another purpose’s public',
      [{ id: 'R-1', ...masking, public: true }],
      ['张小三', '李四', '王五', '赵六', null],
    ],
  ])('leaves clear what is granted there, and no more: %s', async (_what, rules, expected) => {
    const gateway = await open(rules);
    try {
      expect(await names(gateway)).toEqual(expected);
    } finally {
      await gateway.close();
    }
  });
});

describe('a field that a rule leaves clear in some rows', () => {
  let gateway: OwnGateway;
  beforeAll(async () => {
    gateway = await open([inSouth]);
  });
  afterAll(() => gateway.close());

  it.each([
    '{ readers(where: { name: { eq: "张小三" } }) { nodes { card } } }',
    '{ readers(orderBy: [{ name: ASC }]) { nodes { card } } }',
    '{ readerAggregate(groupBy: [name]) { name } }',
  ])('is used as what is masked, though its uses were granted: %s', async (query) => {
    const { data, errors } = await gateway.ask(query);
    expect([data, errors?.[0]?.extensions.code]).toEqual([undefined, 'GRAPHQL_VALIDATION_FAILED']);
  });

  it('is verified as before, in every row', async () => {
    const verified = async (card: string, name: string) => {
      const { data } = await gateway.ask(
        'query ($card: ID!, $name: String!) { verifyReader(card: $card, claims: { name: $name }) { result } }',
        { card, name },
      );
      return (data!['verifyReader'] as { result: string }).result;
    };
    expect(await verified('c1', '张小三')).toBe('MATCH');
    expect(await verified('c3', '王五')).toBe('MATCH');
    expect(await verified('c3', '****')).toBe('NO_MATCH');
  });

  it('leaves the cubes as they are', async () => {
    const { errors } = await gateway.ask('{ readerStatistics(cube: byBranch) { count } }');
    expect(errors).toBeUndefined();
  });

  it('is on record by the rule’s mask and what decides where it is clear, and by no value', async () => {
    await gateway.ask('{ readers(first: 1) { nodes { name } } }');
    const entry = JSON.stringify(gateway.entries().at(-1));
    expect(entry).toContain('BY_ROW(REDACT,branch)');
    expect(entry).not.toContain('市南');
  });
});
