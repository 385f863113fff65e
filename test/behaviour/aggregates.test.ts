import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { openAgencyGateway, type AgencyGateway } from '../support/agencyGateway.js';
import { asFundOfAgencies, asTax } from '../support/agencyPolicy.js';
import { codesOf } from '../support/alike.js';
import type { As } from '../support/testGateway.js';

let gateway: AgencyGateway;
beforeAll(async () => {
  gateway = await openAgencyGateway({ limits: { maxPageSize: 3 } });
}, 30_000);
afterAll(() => gateway.close());
beforeEach(() => {
  gateway.statements.length = 0;
});

/** 市南区's companies are 乙 (100), 丙 (300), 丁 (100) and 庚 (10); all others are out of its scope. */
const everywhere = { client: 'tax', purpose: 'everywhere' };

async function aggregate(as: As, args: string, selection: string): Promise<unknown> {
  const { body } = await gateway.ask(as, `{ companyAggregate${args} { ${selection} } }`);
  expect(body.errors).toBeUndefined();
  return body.data?.['companyAggregate'];
}

describe('an aggregate', () => {
  it('tells of all rows in scope, by one statement that reads no more than it tells', async () => {
    const told = await aggregate(
      asTax,
      '',
      `count
       sum { registeredCapital } avg { registeredCapital }
       min { registeredCapital establishedOn } max { registeredCapital establishedOn }
       distinct { registeredCapital status name }`,
    );
    expect(told).toEqual([
      {
        count: 4,
        sum: { registeredCapital: 510 },
        avg: { registeredCapital: 127.5 },
        min: { registeredCapital: 10, establishedOn: '2012-05-01' },
        max: { registeredCapital: 300, establishedOn: '2017-05-01' },
        distinct: { registeredCapital: 3, status: 2, name: 4 },
      },
    ]);
    expect(gateway.statements).toHaveLength(1);
    expect(gateway.statements[0]?.sql).not.toMatch(/legal_rep|phone|credit_code/);
  });

  it('counts no row out of scope: aggregates that skip row scope (Hasura #7773)', async () => {
    expect(await aggregate(everywhere, '', 'count sum { registeredCapital }')).toEqual([
      { count: 6, sum: { registeredCapital: 1_910 } },
    ]);
    expect(await aggregate(asTax, '', 'count sum { registeredCapital }')).toEqual([
      { count: 4, sum: { registeredCapital: 510 } },
    ]);
    expect(gateway.statements.map(({ parameters }) => parameters)).toEqual([
      ['370202', '370203'],
      ['370202'],
    ]);
    expect(gateway.entries().at(-1)?.reads).toEqual([
      { resource: 'Company', fields: { registeredCapital: 'CLEAR' }, rows: 1 },
    ]);
    const byStatus = ['(groupBy: [status])', 'group { status } count distinct { name }'] as const;
    const group = (status: string, count: number) => ({
      group: { status },
      count,
      distinct: { name: count },
    });
    // 甲 and 戊, in the other district, are 存续 as well.
    expect(await aggregate(everywhere, ...byStatus)).toEqual([group('存续', 4), group('注销', 2)]);
    expect(await aggregate(asTax, ...byStatus)).toEqual([group('存续', 2), group('注销', 2)]);
    const where = '(where: { divisionCode: { eq: "370203" } })';
    expect(await aggregate(asTax, where, 'count max { registeredCapital }')).toEqual([
      { count: 0, max: { registeredCapital: null } },
    ]);
  });

  it('takes conditions, as a list does', async () => {
    const where = '(where: { registeredCapital: { gte: 100 }, not: { name: { eq: "丙" } } })';
    expect(await aggregate(asTax, where, 'count avg { registeredCapital }')).toEqual([
      { count: 2, avg: { registeredCapital: 100 } },
    ]);
  });
});

describe('an aggregate by groups', () => {
  it('tells of each, in the order of their values', async () => {
    expect(
      await aggregate(
        asTax,
        '(where: { registeredCapital: { gte: 100 } }, groupBy: [status, establishedOn_year])',
        'group { establishedOn_year status } count sum { registeredCapital }',
      ),
    ).toEqual([
      {
        group: { establishedOn_year: '2013', status: '存续' },
        count: 1,
        sum: { registeredCapital: 300 },
      },
      {
        group: { establishedOn_year: '2012', status: '注销' },
        count: 1,
        sum: { registeredCapital: 100 },
      },
      {
        group: { establishedOn_year: '2014', status: '注销' },
        count: 1,
        sum: { registeredCapital: 100 },
      },
    ]);
  });

  it('takes days by their year or their month', async () => {
    const where = 'where: { registeredCapital: { gte: 100 } }';
    expect(
      await aggregate(
        asTax,
        `(${where}, groupBy: [establishedOn_year])`,
        'group { establishedOn_year } count',
      ),
    ).toEqual(
      ['2012', '2013', '2014'].map((year) => ({ group: { establishedOn_year: year }, count: 1 })),
    );
    expect(
      await aggregate(
        asTax,
        `(where: { name: { eq: "丙" } }, groupBy: [establishedOn_month])`,
        'group { establishedOn_month } count',
      ),
    ).toEqual([{ group: { establishedOn_month: '2013-05' }, count: 1 }]);
  });

  it('takes what it groups by from a variable too', async () => {
    const query = `query ($by: [CompanyGroupBy!]) {
      companyAggregate(groupBy: $by) { __typename group { __typename } count sum { __typename } }
    }`;
    const { body } = await gateway.ask(asTax, query, { by: ['status'] });
    const typed = {
      __typename: 'CompanyAggregate',
      group: { __typename: 'CompanyAggregateGroup' },
      count: 2,
      sum: { __typename: 'CompanyAggregateSum' },
    };
    expect(body.data).toEqual({ companyAggregate: [typed, typed] });
  });

  it.each<[string, string, string]>([
    [
      'more groups than may be',
      '(groupBy: [name])',
      'LIMIT_EXCEEDED: An aggregate has at most 3 groups; this one has more: group by less, or state a condition.',
    ],
    [
      'a thing twice',
      '(groupBy: [name, name])',
      'BAD_USER_INPUT: `groupBy` names each thing once; "name" stands twice.',
    ],
    [
      'a value that is not grouped by',
      '(groupBy: [status])',
      'BAD_USER_INPUT: `group` tells what rows are grouped by; "name" is not in `groupBy`.',
    ],
  ])('refuses %s', async (_what, args, message) => {
    const query = `{ companyAggregate${args} { group { name } count } }`;
    const { body } = await gateway.ask(asTax, query);
    const told = body.errors?.map((error) => `${error.extensions.code}: ${error.message}`);
    expect(told).toEqual([message]);
    expect(body.data?.['companyAggregate'] ?? null).toBeNull();
  });
});

describe('an aggregate does not exist', () => {
  it.each<[string, As, string]>([
    ['where rows are not listed', asFundOfAgencies, '{ companyAggregate { count } }'],
    ['for the public', null, '{ companyAggregate { count } }'],
    ['by a masked field', asFundOfAgencies, '{ residentAggregate(groupBy: [name]) { count } }'],
    ['of a masked field', asFundOfAgencies, '{ residentAggregate { distinct { name } } }'],
    ['of a hidden key', asTax, '{ companyAggregate { distinct { legalRepIdNo } } }'],
    ['of texts that would be summed', asTax, '{ companyAggregate { sum { name } } }'],
  ])('%s', async (_where, as, query) => {
    const { body } = await gateway.ask(as, query);
    expect(codesOf(body)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    expect(gateway.statements).toEqual([]);
  });

  it('by a clear field whose grant leaves GROUP out', async () => {
    const query = '{ residentAggregate(groupBy: [divisionCode]) { count } }';
    expect(codesOf((await gateway.ask(asFundOfAgencies, query)).body)).toEqual([
      'GRAPHQL_VALIDATION_FAILED',
    ]);
    const { body } = await gateway.ask(asFundOfAgencies, '{ residentAggregate { count } }');
    expect(body.data).toEqual({ residentAggregate: [{ count: 2 }] });
  });
});

describe('an aggregate is on record', () => {
  it('with the fields that it measures and groups by', async () => {
    await aggregate(asTax, '(groupBy: [status])', 'count max { registeredCapital }');
    expect(gateway.entries().at(-1)).toMatchObject({
      client: 'tax',
      outcome: 'OK',
      statements: 1,
      reads: [
        {
          resource: 'Company',
          fields: { status: 'CLEAR', registeredCapital: 'CLEAR' },
          rows: 2,
        },
      ],
    });
  });
});
