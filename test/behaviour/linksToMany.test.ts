import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { openAgencyGateway, type AgencyGateway } from '../support/agencyGateway.js';
import { asFundOfAgencies, asTax } from '../support/agencyPolicy.js';
import { codesOf } from '../support/alike.js';
import { childId, liId, zhangId } from '../support/handRows.js';
import type { As } from '../support/testGateway.js';

let gateway: AgencyGateway;
beforeAll(async () => {
  gateway = await openAgencyGateway();
}, 30_000);
afterAll(() => gateway.close());
beforeEach(() => {
  gateway.statements.length = 0;
});

interface Page {
  readonly nodes: readonly { readonly name: string }[];
  readonly edges?: readonly { readonly cursor: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const pageInfo = 'pageInfo { hasNextPage hasPreviousPage endCursor }';

async function companiesOf(as: As, idNo: string, args: string): Promise<Page> {
  const query = `{ resident(idNo: "${idNo}") {
    companies(${args}) { nodes { name } ${pageInfo} } } }`;
  const { body } = await gateway.ask(as, query);
  expect(body.errors).toBeUndefined();
  return (body.data as { resident: { companies: Page } }).resident.companies;
}

const namesOf = ({ nodes }: Page) => nodes.map(({ name }) => name).join('');

describe('a link to many', () => {
  it('gives the rows in the order that their provider declared, those in scope only', async () => {
    expect(namesOf(await companiesOf(asFundOfAgencies, zhangId, 'first: 10'))).toBe('甲乙丁己');
    expect(namesOf(await companiesOf(asTax, zhangId, 'first: 10'))).toBe('乙丁');
  });

  it('gives each row of a page its own rows, by one statement', async () => {
    const query = `{ residents { nodes { name companies(first: 1) { nodes { name } } } } }`;
    const { body } = await gateway.ask(asTax, query);
    expect(body.data).toEqual({
      residents: {
        nodes: [
          { name: '张小三', companies: { nodes: [{ name: '乙' }] } },
          { name: '李四', companies: { nodes: [{ name: '丙' }] } },
          { name: '欧阳明月', companies: { nodes: [{ name: '庚' }] } },
          { name: '王五', companies: { nodes: [] } },
        ],
      },
    });
    expect(gateway.statements.length).toBe(2);
    expect(gateway.statements[1]?.sql).toMatch(
      /ROW_NUMBER\(\) OVER \(PARTITION BY .*"legal_rep_id_no".* ORDER BY "row_id"\)/,
    );
  });

  it.each([
    ['orderBy: { registeredCapital: ASC }', '乙丁甲'],
    ['orderBy: [{ registeredCapital: ASC }, { establishedOn: DESC }]', '丁乙甲'],
    ['orderBy: { establishedOn: DESC }, first: 2', '丁乙'],
    ['where: { registeredCapital: { gt: 100 } }', '甲'],
    ['where: { not: { name: { in: ["甲", "丁"] } } }', '乙'],
    ['where: { or: [{ name: { eq: "丁" } }, { establishedOn: { lt: "2012-01-01" } }] }', '甲丁'],
  ])('takes conditions and an order: %s', async (args, names) => {
    const everywhere = { client: 'tax', purpose: 'everywhere' };
    expect(namesOf(await companiesOf(everywhere, zhangId, args))).toBe(names);
  });

  it.each([
    ['', '甲乙丁己'],
    ['orderBy: { registeredCapital: DESC }, ', '甲丁乙己'],
  ])('is paged through without gap or repeat: %s', async (args, names) => {
    let seen = '';
    let after: string | null = null;
    for (let turn = 0; turn < 4; turn += 1) {
      const page = await companiesOf(
        asFundOfAgencies,
        zhangId,
        `${args}first: 1, after: ${JSON.stringify(after)}`,
      );
      seen += namesOf(page);
      expect(page.pageInfo).toMatchObject({
        hasNextPage: turn < 3,
        hasPreviousPage: turn > 0,
      });
      after = page.pageInfo.endCursor;
    }
    expect(seen).toBe(names);
  });

  it('has after a cursor what comes after its place, whichever row’s link gave it', async () => {
    const everywhere = { client: 'tax', purpose: 'everywhere' };
    const { pageInfo: info } = await companiesOf(everywhere, zhangId, 'first: 2');
    const after = JSON.stringify(info.endCursor);
    // 乙 is the second of its table, 丙 the third.
    expect(namesOf(await companiesOf(everywhere, zhangId, `after: ${after}`))).toBe('丁');
    expect(namesOf(await companiesOf(everywhere, liId, `after: ${after}`))).toBe('丙');
  });

  it('opens no cursor of another requester, order, condition or list', async () => {
    const { pageInfo: info } = await companiesOf(asFundOfAgencies, zhangId, 'first: 1');
    const variables = { after: info.endCursor };
    const companies = (args: string) =>
      `query ($after: String) { resident(idNo: "${zhangId}") { companies(${args}) { nodes { name } } } }`;
    const refused = [
      await gateway.ask(asTax, companies('after: $after'), variables),
      await gateway.ask(
        asFundOfAgencies,
        companies('orderBy: { registeredCapital: ASC }, after: $after'),
        variables,
      ),
      await gateway.ask(
        asFundOfAgencies,
        'query ($after: String) { residents(after: $after) { nodes { name } } }',
        variables,
      ),
    ];
    for (const { body } of refused) {
      expect([body.data, codesOf(body)]).toEqual([undefined, ['BAD_USER_INPUT']]);
    }
  });

  it('counts what it could fetch at the most, told by its arguments alone', async () => {
    const query =
      '{ residents(first: 100) { nodes { companies(first: 100) { nodes { name } } } } }';
    const { body } = await gateway.ask(asTax, query);
    expect([body.data, codesOf(body)]).toEqual([undefined, ['LIMIT_EXCEEDED']]);
    expect(gateway.statements).toEqual([]);
  });

  it('does not exist where it is not granted, nor its arguments where they are not', async () => {
    const refused = [
      await gateway.ask(null, `{ resident(idNo: "${zhangId}") { companies { nodes { name } } } }`),
      // SORT was not granted on what the fund may see.
      await gateway.ask(
        asFundOfAgencies,
        `{ resident(idNo: "${zhangId}") { companies(orderBy: { legalRepName: ASC }) { nodes { name } } } }`,
      ),
      // The key is followed, and neither shown nor asked for.
      await gateway.ask(
        asTax,
        `{ companies(where: { legalRepIdNo: { eq: "${zhangId}" } }) { nodes { name } } }`,
      ),
      await gateway.ask(asTax, '{ companies { nodes { legalRepIdNo } } }'),
    ];
    for (const { body } of refused) {
      expect([body.data, codesOf(body)[0]]).toEqual([undefined, 'GRAPHQL_VALIDATION_FAILED']);
    }
    expect(gateway.statements).toEqual([]);
  });
});

describe('minors, and those whose age is not known', () => {
  it('are in no scope of a grant that does not include them, by key, in lists and behind links', async () => {
    const query = `{
      child: resident(idNo: "${childId}") { name }
      adult: resident(idNo: "${liId}") { name }
      residents { nodes { name } }
    }`;
    const { body } = await gateway.ask(asFundOfAgencies, query);
    expect(body.data).toEqual({
      child: null,
      adult: { name: '李*' },
      residents: { nodes: [{ name: '张*三' }, { name: '李*' }] },
    });
  });

  it('are in the scope of one that does', async () => {
    const query = `{ child: resident(idNo: "${childId}") { name } residents { nodes { name } } }`;
    const { body } = await gateway.ask(asTax, query);
    expect(body.data).toEqual({
      child: { name: '欧阳明月' },
      residents: {
        nodes: ['张小三', '李四', '欧阳明月', '王五'].map((name) => ({ name })),
      },
    });
  });
});

describe('an item that is necessary in some scenarios only', () => {
  it('is there for a grant of such a one, masked as its catalog says, and for no other', async () => {
    const query = `{ resident(idNo: "${zhangId}") { insurance { nodes { monthlyBase insuranceNo } } } }`;
    const { body } = await gateway.ask(asFundOfAgencies, query);
    expect(body.data).toEqual({
      resident: {
        insurance: { nodes: [{ monthlyBase: '12000–12999', insuranceNo: 'QD20******15' }] },
      },
    });
    const refused = await gateway.ask(
      asTax,
      `{ resident(idNo: "${zhangId}") { insurance { nodes { monthlyBase } } } }`,
    );
    expect(codesOf(refused.body)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  });
});
