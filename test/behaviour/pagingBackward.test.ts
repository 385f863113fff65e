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

interface Page {
  readonly nodes: readonly { readonly name: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

const pageInfo = 'pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';

async function ask(as: As, list: string, args: string): Promise<Page> {
  const { body } = await gateway.ask(as, `{ ${list}(${args}) { nodes { name } ${pageInfo} } }`);
  expect(body.errors).toBeUndefined();
  return body.data?.[list] as Page;
}

const namesOf = ({ nodes }: Page) => nodes.map(({ name }) => name);

/** The names of a list, walked `size` rows at a time from its end to its beginning. */
async function walkBack(as: As, list: string, args: string, size: number) {
  const pages = [await ask(as, list, `${args} last: ${size}`)];
  for (let page = pages[0]!; page.pageInfo.hasPreviousPage; page = pages[0]!) {
    const before = `last: ${size}, before: "${page.pageInfo.startCursor}"`;
    pages.unshift(await ask(as, list, `${args} ${before}`));
  }
  return pages;
}

describe('a list asked for from its end', () => {
  const everyone = residents.map(({ id_no }) => id_no).length;

  it.each([1, 2, 3, 6, 500])('is walked %i rows at a time to its beginning', async (size) => {
    const forward = namesOf(await ask(asFund, 'residents', 'first: 500'));
    expect(forward).toHaveLength(everyone);
    const pages = await walkBack(asFund, 'residents', '', size);
    // Each page stands in the order of the list.
    expect(pages.flatMap(namesOf)).toEqual(forward);
    expect(pages).toHaveLength(Math.ceil(everyone / size));
    expect(pages.map((page) => page.pageInfo.hasNextPage)).toEqual(
      pages.map((_page, index) => index < pages.length - 1),
    );
  });

  it.each([
    ['orderBy: [{ birthDate: ASC }]', ['李四', '张小三', '欧阳明月']],
    ['orderBy: [{ birthDate: DESC }]', ['欧阳明月', '张小三', '李四']],
    ['where: { name: { startsWith: "李" } }', ['李四']],
  ])('keeps order, conditions and scope: %s', async (args, names) => {
    for (const size of [1, 2, 3]) {
      const pages = await walkBack(asSchool, 'residents', args, size);
      expect(pages.flatMap(namesOf)).toEqual(names);
    }
  });

  it.each(['ASC', 'DESC', 'ASC_NULLS_FIRST', 'DESC_NULLS_FIRST'])(
    'has rows without a value where the order %s has them',
    async (direction) => {
      await gateway.world.alter(
        'divisions',
        `DELETE FROM city WHERE code <> '3702';
         INSERT INTO city VALUES ('3703', '淄博市', NULL);
         INSERT INTO city VALUES ('1101', '市辖区', '11');
         INSERT INTO city VALUES ('0000', '无', NULL)`,
      );
      const args = `orderBy: { provinceCode: ${direction} }`;
      const forward = namesOf(await ask(asSchool, 'cities', args));
      expect(forward).toHaveLength(4);
      for (const size of [1, 3]) {
        const pages = await walkBack(asSchool, 'cities', args, size);
        expect(pages.flatMap(namesOf)).toEqual(forward);
      }
    },
  );

  it('turns round by the cursors of either way', async () => {
    const first = await ask(asFund, 'residents', 'first: 2');
    const second = await ask(asFund, 'residents', `first: 2, after: "${first.pageInfo.endCursor}"`);
    const back = await ask(
      asFund,
      'residents',
      `last: 2, before: "${second.pageInfo.startCursor}"`,
    );
    expect([namesOf(back), back.pageInfo.endCursor]).toEqual([
      namesOf(first),
      first.pageInfo.endCursor,
    ]);
  });

  it('asks its source in the order from the end, for one row more', async () => {
    await ask(asSchool, 'residents', 'orderBy: [{ birthDate: ASC }], last: 1');
    expect(gateway.statements).toHaveLength(1);
    const [{ sql, parameters }] = gateway.statements as [(typeof gateway.statements)[number]];
    expect(sql).toMatch(/ ORDER BY .*"birth_date".* DESC, "row_id" DESC LIMIT \?$/);
    expect(parameters.at(-1)).toBe(2);
  });

  it.each([
    ['first: 1, last: 1', 'this one states some of both.'],
    ['after: "x", last: 1', 'this one states some of both.'],
    ['first: 1, before: "x"', 'this one states some of both.'],
    ['before: "x"', 'this one states `before` without `last`.'],
  ])('is asked for from one end only: %s', async (args, why) => {
    const { body } = await gateway.ask(asFund, `{ residents(${args}) { nodes { name } } }`);
    expect(codesOf(body)).toEqual(['BAD_USER_INPUT']);
    expect(body.errors?.[0]?.message).toBe(
      `A page is asked for by \`first\` and \`after\`, or from the other end by \`last\` and \`before\`; ${why}`,
    );
    expect(gateway.statements).toEqual([]);
  });

  it.each([
    ['501', 'LIMIT_EXCEEDED'],
    ['-1', 'BAD_USER_INPUT'],
  ])('is of no more than a page may have, and no less than none: %s', async (last, code) => {
    const { body } = await gateway.ask(asFund, `{ residents(last: ${last}) { nodes { name } } }`);
    expect(codesOf(body)).toEqual([code]);
    expect(body.errors?.[0]?.message).toBe('`last` is a whole number from 0 to 500.');
  });

  it('takes null for what is not stated, as Relay’s clients send it', async () => {
    const args = 'first: null, after: null, last: 1, before: null';
    expect(namesOf(await ask(asSchool, 'residents', args))).toEqual(['欧阳明月']);
  });
});
