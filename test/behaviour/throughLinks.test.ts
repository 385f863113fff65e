import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { openAgencyGateway, type AgencyGateway } from '../support/agencyGateway.js';
import { asFundOfAgencies, asTax } from '../support/agencyPolicy.js';
import { codesOf } from '../support/alike.js';
import type { As } from '../support/testGateway.js';
import { testSources } from '../support/testSources.js';

let gateway: AgencyGateway;
/** The same, but for a limit that is met at once. */
let narrow: AgencyGateway;
beforeAll(async () => {
  gateway = await openAgencyGateway();
  narrow = await openAgencyGateway({ limits: { maxRelatedRows: 4 } });
}, 30_000);
afterAll(async () => {
  await gateway.close();
  await narrow.close();
});
beforeEach(() => {
  gateway.statements.length = 0;
});

/** The names in a list under a condition; the fund's are masked. */
async function find(as: As, list: string, where: string): Promise<readonly string[]> {
  const { body } = await gateway.ask(as, `{ ${list}(where: ${where}) { nodes { name } } }`);
  expect(body.errors).toBeUndefined();
  return (body.data?.[list] as { nodes: { name: string }[] }).nodes.map(({ name }) => name);
}

describe('a condition through a link to many, in another source', () => {
  it('asks there for the keys first, though they are hidden, then for the rows', async () => {
    const found = await find(
      asFundOfAgencies,
      'residents',
      '{ companies: { some: { status: { eq: "存续" } } } }',
    );
    expect(found).toEqual(['张*三', '李*']);
    expect(gateway.statements).toMatchObject([
      {
        sql: 'SELECT "legal_rep_id_no" FROM "company" WHERE "status" = ? LIMIT ?',
        parameters: ['存续', 10_001],
      },
      {
        sql: expect.stringMatching(/^SELECT "name" FROM "resident" WHERE .*"id_no" IN \(\?, /),
      },
    ]);
  });

  it('by none holds of those who have no such row, by every of those who have no other', async () => {
    const closed = '{ status: { eq: "注销" } }';
    const residents = (where: string) => find(asFundOfAgencies, 'residents', where);
    expect(await residents(`{ companies: { some: ${closed} } }`)).toEqual(['张*三']);
    expect(await residents(`{ companies: { none: ${closed} } }`)).toEqual(['李*']);
    expect(await residents(`{ not: { companies: { none: ${closed} } } }`)).toEqual(['张*三']);
    expect(await residents(`{ companies: { every: ${closed} } }`)).toEqual([]);
    expect(
      await residents(`{ companies: { some: { name: { isNull: false } }, none: ${closed} } }`),
    ).toEqual(['李*']);
  });

  it('speaks of the rows in scope alone, by every and none too', async () => {
    const residents = (where: string) => find(asTax, 'residents', where);
    // 甲, of 张小三 and with 500, is out of the tax office's scope; as if it were not there.
    expect(await residents('{ companies: { some: { registeredCapital: { gte: 400 } } } }')).toEqual(
      [],
    );
    expect(await residents('{ companies: { every: { status: { eq: "注销" } } } }')).toEqual([
      '张小三',
      '王五',
    ]);
    expect(
      await find(
        { client: 'tax', purpose: 'everywhere' },
        'residents',
        '{ companies: { some: { registeredCapital: { gte: 400 } } } }',
      ),
    ).toEqual(['张小三']);
  });

  it('may be met by so many rows in scope, and not by one more', async () => {
    const asked = (most: string) =>
      narrow.ask(
        asFundOfAgencies,
        `{ residents(where: { companies: { some: { establishedOn: { lte: "${most}" } } } }) { nodes { name } } }`,
      );
    expect((await asked('2014-05-01')).body.data).toEqual({
      residents: { nodes: [{ name: '张*三' }, { name: '李*' }] },
    });
    const { body } = await asked('2015-05-01');
    expect([codesOf(body), body.data]).toEqual([['LIMIT_EXCEEDED'], { residents: null }]);
  });
});

describe('a condition through a link in the same source', () => {
  it('is a part of the one statement', async () => {
    const where = '{ province: { some: { name: { eq: "山东省" } } } }';
    expect(await find(null, 'divisions', where)).toEqual(['市南区', '市北区']);
    expect(gateway.statements.length).toBe(1);
    const related =
      testSources === 'sqlite'
        ? /^SELECT "name" FROM "area" WHERE \("area"."provinceCode" IN \(SELECT "linked_1"."code" FROM "province" AS "linked_1" WHERE "linked_1"."name" = \?\) AND typeof\("area"."provinceCode"\) = 'text'\) ORDER BY "code" LIMIT \?$/
        : /^SELECT "name" FROM "area" WHERE EXISTS \(SELECT 1 FROM "province" AS "linked_1" WHERE "linked_1"."code" = .*"area"."provinceCode".* AND "linked_1"."name" = \?\) ORDER BY "code" LIMIT \?$/;
    expect(gateway.statements[0]).toMatchObject({
      sql: expect.stringMatching(related),
      parameters: ['山东省', 21],
    });
    expect(
      await find(null, 'divisions', '{ province: { none: { name: { eq: "山东省" } } } }'),
    ).toEqual([]);
  });

  it('nests, from one source to the next', async () => {
    const where = '{ division: { some: { province: { some: { name: { eq: "山东省" } } } } } }';
    expect(await find(asTax, 'companies', where)).toEqual(['乙', '丙', '丁', '庚']);
    expect(gateway.statements.length).toBe(2);
  });
});

describe('a condition through a link, elsewhere in an operation', () => {
  it('holds in a list that a link leads to', async () => {
    const { body } = await gateway.ask(
      asFundOfAgencies,
      `{ residents(first: 2) { nodes { name companies(where: { division: { some: { name: { eq: "市南区" } } } }) { nodes { name } } } } }`,
    );
    expect(body.data).toEqual({
      residents: {
        nodes: [
          { name: '张*三', companies: { nodes: [{ name: '乙' }, { name: '丁' }] } },
          { name: '李*', companies: { nodes: [{ name: '丙' }] } },
        ],
      },
    });
  });

  it('holds in an aggregate, and from page to page', async () => {
    const where = '(where: { companies: { some: { name: { isNull: false } } } }';
    const counted = await gateway.ask(asTax, `{ residentAggregate${where}) { count } }`);
    expect(counted.body.data).toEqual({ residentAggregate: [{ count: 3 }] });
    const page = (rest: string) =>
      gateway.ask(
        asTax,
        `{ residents${where} first: 2 ${rest}) { nodes { name } pageInfo { endCursor } } }`,
      );
    const { body } = await page('');
    const { endCursor } = (body.data as { residents: { pageInfo: { endCursor: string } } })
      .residents.pageInfo;
    const next = await page(`after: "${endCursor}"`);
    expect(next.body.data).toMatchObject({ residents: { nodes: [{ name: '欧阳明月' }] } });
    const other = await gateway.ask(
      asTax,
      `{ residents(where: { companies: { some: { name: { isNull: true } } } }, after: "${endCursor}") { nodes { name } } }`,
    );
    expect([codesOf(other.body), other.body.data]).toEqual([['BAD_USER_INPUT'], undefined]);
  });

  it('is stated by variables too, whole or in part', async () => {
    const list = (declared: string, where: string) =>
      `query (${declared}) { residents(where: ${where}) { nodes { name } } }`;
    const where = { companies: { some: { status: { eq: '注销' } } } };
    const whole = await gateway.ask(asTax, list('$where: ResidentWhere', '$where'), { where });
    const part = await gateway.ask(
      asTax,
      list('$status: String', '{ companies: { some: { status: { eq: $status } } } }'),
      { status: '注销' },
    );
    expect(whole.body.data).toEqual({ residents: { nodes: [{ name: '张小三' }] } });
    expect(part.body.data).toEqual(whole.body.data);
  });
});

describe('the record of a condition through a link', () => {
  it('names the resource that it leads to, and what is compared there', async () => {
    await find(
      asFundOfAgencies,
      'residents',
      '{ companies: { some: { status: { eq: "存续" } } }, divisionCode: { eq: "370202" } }',
    );
    expect(gateway.entries().at(-1)).toMatchObject({
      reads: [
        { resource: 'Resident', fields: { name: 'MASKED(NAME)', divisionCode: 'FILTER' }, rows: 1 },
        { resource: 'Company', fields: { status: 'FILTER' }, rows: 0 },
      ],
      statements: 2,
    });
  });
});
