import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { openAgencyGateway, type AgencyGateway } from '../support/agencyGateway.js';
import { asFundOfAgencies, asTax } from '../support/agencyPolicy.js';
import { codesOf } from '../support/alike.js';
import { zhangId } from '../support/handRows.js';
import type { As } from '../support/testGateway.js';

let gateway: AgencyGateway;
beforeAll(async () => {
  gateway = await openAgencyGateway();
}, 30_000);
afterAll(() => gateway.close());
beforeEach(() => {
  gateway.statements.length = 0;
});

const everywhere = { client: 'tax', purpose: 'everywhere' };

async function dataOf(as: As, query: string) {
  const { body } = await gateway.ask(as, query);
  expect(body.errors).toBeUndefined();
  return body.data;
}

describe('the total of a list', () => {
  it('counts the rows in scope on all pages, whichever page is asked for', async () => {
    const { residents } = (await dataOf(
      asTax,
      '{ residents(first: 1) { totalCount nodes { name } pageInfo { endCursor } } }',
    )) as { residents: { totalCount: number; pageInfo: { endCursor: string } } };
    expect(residents.totalCount).toBe(4);
    const after = `after: "${residents.pageInfo.endCursor}"`;
    const later = await dataOf(asTax, `{ residents(first: 1, ${after}) { totalCount } }`);
    expect(later).toEqual({ residents: { totalCount: 4 } });
  });

  it('of a requester who has fewer rows is less', async () => {
    const query = `{ resident(idNo: "${zhangId}") { companies { totalCount } } }`;
    const totals = [];
    for (const as of [everywhere, asFundOfAgencies, asTax]) totals.push(await dataOf(as, query));
    expect(totals).toEqual(
      [3, 4, 2].map((totalCount) => ({ resident: { companies: { totalCount } } })),
    );
  });

  it('meets the conditions, those through links to other sources too', async () => {
    const where = 'where: { companies: { some: { name: { eq: "乙" } } } }';
    const query = `{ residents(${where}, first: 0) { totalCount nodes { name } } }`;
    expect(await dataOf(everywhere, query)).toEqual({ residents: { totalCount: 1, nodes: [] } });
    // What lies in the other source is found out once, for the page and the total.
    expect(gateway.statements).toHaveLength(3);
  });

  it('of links is of each row’s own, none too, by one statement more', async () => {
    const query = `{ residents { nodes { name companies(first: 1) { totalCount nodes { name } } } } }`;
    expect(await dataOf(asTax, query)).toEqual({
      residents: {
        nodes: [
          { name: '张小三', companies: { totalCount: 2, nodes: [{ name: '乙' }] } },
          { name: '李四', companies: { totalCount: 1, nodes: [{ name: '丙' }] } },
          { name: '欧阳明月', companies: { totalCount: 1, nodes: [{ name: '庚' }] } },
          { name: '王五', companies: { totalCount: 0, nodes: [] } },
        ],
      },
    });
    expect(gateway.statements).toHaveLength(3);
  });

  it('of links is told for a page behind the last row as well', async () => {
    const query = (args: string) =>
      `{ resident(idNo: "${zhangId}") { companies(${args}) { totalCount nodes { name } pageInfo { endCursor } } } }`;
    const { resident } = (await dataOf(asTax, query('last: 1'))) as {
      resident: { companies: { pageInfo: { endCursor: string } } };
    };
    const after = `after: "${resident.companies.pageInfo.endCursor}"`;
    expect(await dataOf(asTax, query(after))).toEqual({
      resident: { companies: { totalCount: 2, nodes: [], pageInfo: { endCursor: null } } },
    });
  });

  it('alone asks for no page', async () => {
    expect(await dataOf(asTax, '{ residents { totalCount __typename } }')).toEqual({
      residents: { totalCount: 4, __typename: 'ResidentConnection' },
    });
    expect(gateway.statements.map(({ sql }) => sql)).toEqual(['SELECT COUNT(*) FROM "resident"']);
  });

  it('stands in no list where it is not asked for', async () => {
    await dataOf(asTax, '{ residents { nodes { name } } }');
    expect(gateway.statements.map(({ sql }) => sql).join()).not.toContain('COUNT');
  });

  it('costs what an aggregate does', async () => {
    const residents = (asked: string) => `{ residents(first: 500) { ${asked} } }`;
    const tenTimes = (asked: string) =>
      `{ ${Array.from({ length: 10 }, (_, index) => `r${index}: residents(first: 500) { ${asked} }`).join(' ')} }`;
    expect(await dataOf(asTax, residents('totalCount'))).toEqual({ residents: { totalCount: 4 } });
    const { body } = await gateway.ask(asTax, tenTimes('totalCount nodes { name }'));
    expect(codesOf(body)).toEqual(['LIMIT_EXCEEDED']);
    expect(body.errors?.[0]?.message).toContain('this one could fetch 6010');
  });
});

describe('who may not list', () => {
  it('is told no total', async () => {
    const { body } = await gateway.ask(null, '{ residents { totalCount } }');
    expect(codesOf(body)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    expect(gateway.statements).toEqual([]);
  });
});
