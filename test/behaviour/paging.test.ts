import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { codesOf } from '../support/alike.js';
import { residents } from '../support/smallWorld.js';
import {
  asFund,
  asSchool,
  openTestGateway,
  type As,
  type TestGateway,
} from '../support/testGateway.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openTestGateway();
});
afterAll(() => gateway.close());
beforeEach(() => {
  gateway.statements.length = 0;
});

const page = `query ($first: Int!, $after: String) {
  residents(first: $first, after: $after) {
    nodes { idNo }
    edges { cursor }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

interface Page {
  readonly nodes: readonly { readonly idNo: string }[];
  readonly edges: readonly { readonly cursor: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

async function ask(as: As, first: number, after: string | null): Promise<Page> {
  const { body } = await gateway.ask(as, page, { first, after });
  expect(body.errors).toBeUndefined();
  return body.data?.['residents'] as Page;
}

/** Every page of a list, from the first to the one that says that none follows. */
async function walk(as: As, first: number): Promise<readonly Page[]> {
  const pages = [await ask(as, first, null)];
  for (let last = pages[0]!; last.pageInfo.hasNextPage; last = pages.at(-1)!) {
    pages.push(await ask(as, first, last.pageInfo.endCursor));
  }
  return pages;
}

/** Those whom the masked numbers can tell apart, in the order of `row_id`. */
const masked = (id: string) => `${id.slice(0, 3)}***********${id.slice(-4)}`;
const everyone = residents.map(({ id_no }) => masked(id_no));
const ofSchool = residents
  .filter(({ division_code }) => ['370202', '370203'].includes(division_code))
  .map(({ id_no }) => masked(id_no));

describe('a list', () => {
  it.each([1, 2, 3, 5, 6, 500])(
    'is walked %i rows at a time without gap or repeat',
    async (first) => {
      const pages = await walk(asFund, first);
      expect(pages.flatMap(({ nodes }) => nodes.map(({ idNo }) => idNo))).toEqual(everyone);
      expect(pages.length).toBe(Math.ceil(everyone.length / first));
      expect(pages.map(({ pageInfo }) => pageInfo.hasPreviousPage)).toEqual(
        pages.map((_page, index) => index > 0),
      );
    },
  );

  it.each([1, 2, 3])(
    'holds rows in scope only, %i at a time, and counts no others',
    async (first) => {
      const pages = await walk(asSchool, first);
      expect(pages.flatMap(({ nodes }) => nodes.map(({ idNo }) => idNo))).toEqual(ofSchool);
      expect(pages.length).toBe(Math.ceil(ofSchool.length / first));
    },
  );

  it('reads one row beyond the page, after the cursor, in the declared order', async () => {
    const { pageInfo } = await ask(asSchool, 1, null);
    await ask(asSchool, 1, pageInfo.endCursor);
    expect(gateway.statements).toEqual([
      {
        sql: 'SELECT "id_no", "row_id" FROM "resident" WHERE "division_code" IN (?, ?) ORDER BY "row_id" LIMIT ?',
        parameters: ['370202', '370203', 2],
      },
      {
        sql: 'SELECT "id_no", "row_id" FROM "resident" WHERE "division_code" IN (?, ?) AND "row_id" > ? ORDER BY "row_id" LIMIT ?',
        parameters: ['370202', '370203', 1, 2],
      },
    ]);
  });

  it('starts and ends a page with the cursors of its first and last row', async () => {
    const { edges, pageInfo } = await ask(asFund, 3, null);
    expect([pageInfo.startCursor, pageInfo.endCursor]).toEqual([
      edges[0]?.cursor,
      edges[2]?.cursor,
    ]);
    expect(new Set(edges.map(({ cursor }) => cursor)).size).toBe(3);
  });

  it('asked for none, says whether there are any', async () => {
    expect(await ask(asFund, 0, null)).toEqual({
      nodes: [],
      edges: [],
      pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: null, endCursor: null },
    });
  });

  it('gives 20 rows where `first` is not stated', async () => {
    const { body } = await gateway.ask(asFund, '{ residents { nodes { idNo } } }');
    expect(body.errors).toBeUndefined();
    expect(gateway.statements[0]?.parameters).toEqual([21]);
  });

  it.each([
    ['500, the most', 500, 200, []],
    ['501', 501, 400, ['LIMIT_EXCEEDED']],
    ['a negative number', -1, 400, ['BAD_USER_INPUT']],
    ['the least Int', -2147483648, 400, ['BAD_USER_INPUT']],
    ['no Int', 2147483648, 400, ['BAD_USER_INPUT']],
    ['a fraction', 1.5, 400, ['BAD_USER_INPUT']],
    ['null', null, 400, ['BAD_USER_INPUT']],
  ])('answers `first` of %s as it should', async (_what, first, status, codes) => {
    const answer = await gateway.ask(asFund, page, { first });
    expect([answer.status, codesOf(answer.body)]).toEqual([status, codes]);
    expect(gateway.statements.length).toBe(status === 200 ? 1 : 0);
  });

  it('is walked without gap or repeat though its order is by numbers beyond 2^53', async () => {
    // As made by generators of 64-bit ids, whose neighbours are one number to JavaScript.
    await gateway.world.alter(
      'population',
      'UPDATE resident SET row_id = 1790000000000000000 + row_id',
    );
    try {
      const seen: string[] = [];
      let after: string | null = null;
      for (let turn = 0; turn < everyone.length; turn += 1) {
        const { nodes, pageInfo } = await ask(asFund, 1, after);
        seen.push(...nodes.map(({ idNo }) => idNo));
        after = pageInfo.endCursor;
      }
      expect(seen).toEqual(everyone);
    } finally {
      const back = 'UPDATE resident SET row_id = row_id - 1790000000000000000';
      await gateway.world.alter('population', back);
    }
  });

  it('exists for no one whose grant does not reach it', async () => {
    const { status, body } = await gateway.ask(null, page, { first: 1 });
    expect([status, codesOf(body)[0]]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
    expect(gateway.statements).toEqual([]);
  });
});
