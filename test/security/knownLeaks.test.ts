import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { codesOf, withoutChance } from '../support/alike.js';
import { expectRefused as expectRefusedBy } from '../support/expectRefused.js';
import {
  asFund,
  asSchool,
  openTestGateway,
  type As,
  type TestGateway,
} from '../support/testGateway.js';

// Leaks that were found in comparable systems, each tried here. The school sees names and birth dates
// as they are; to the fund both are masked. Nobody sees the column `faith`.

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openTestGateway();
});
afterAll(() => gateway.close());
beforeEach(() => {
  gateway.statements.length = 0;
});

const list = (args: string) => `{ residents${args} { nodes { name } } }`;

async function namesFor(as: As, args: string): Promise<readonly string[]> {
  const { body } = await gateway.ask(as, list(args));
  expect(body.errors).toBeUndefined();
  const { nodes } = body.data?.['residents'] as { nodes: readonly { name: string }[] };
  return nodes.map(({ name }) => name);
}

const expectRefused = (as: As, query: string) => expectRefusedBy(gateway, as, query);

describe('a filter on a hidden field (Strapi CVE-2023-22894)', () => {
  it('is refused, one letter of it too; who sees the field filters by it', async () => {
    await expectRefused(asFund, list('(where: { name: { startsWith: "张" } })'));
    await expectRefused(asSchool, list('(where: { faith: { isNull: true } })'));
    expect(await namesFor(asSchool, '(where: { name: { startsWith: "张" } })')).toEqual(['张小三']);
  });
});

describe('a search over hidden columns (Directus CVE-2025-30352)', () => {
  it('does not exist: a list takes conditions on fields, and no text to look for', async () => {
    for (const args of ['(search: "张")', '(q: "张")', '(where: { search: "张" })']) {
      await expectRefused(asSchool, list(args));
    }
    const { body } = await gateway.ask(
      asFund,
      '{ __type(name: "Query") { fields { name args { name } } } }',
    );
    const { fields } = body.data?.['__type'] as {
      fields: readonly { name: string; args: readonly { name: string }[] }[];
    };
    const residents = fields.find(({ name }) => name === 'residents');
    const args = residents?.args.map(({ name }) => name);
    expect(args).toContain('where');
    const pages = ['first', 'after', 'last', 'before'];
    expect(['where', ...pages]).toEqual(expect.arrayContaining(args ?? []));
  });
});

describe('hidden fields behind paths and logical operators (Parse Server GHSA-r2m8-pxm9-9c4g)', () => {
  it.each([
    '(where: { and: [{ or: [{ not: { name: { eq: "张小三" } } }] }] })',
    '(where: { not: { not: { birthDate: { gt: "1990-01-01" } } } })',
    '(where: { or: [{ divisionCode: { eq: "370202" } }, { faith: { eq: "x" } }] })',
    '(where: { division: { some: { residents: { some: { name: { eq: "张小三" } } } } } })',
  ])('are refused as %s', async (args) => {
    await expectRefused(asFund, list(args));
  });

  it.each([
    '(orderBy: [{ division: { code: ASC } }])',
    '(orderBy: [{ birthDate: ASC }, { faith: DESC }])',
    '(orderBy: [{ birthDate: ASC, faith: DESC }])',
    '(orderBy: [{ and: [{ faith: ASC }] }])',
    '(orderBy: ["faith"])',
  ])('are refused as %s, though other fields may be ordered by', async (args) => {
    await expectRefused(asSchool, list(args));
  });

  it('while what may be asked by is asked by there', async () => {
    const args = '(where: { and: [{ not: { divisionCode: { eq: "370203" } } }] })';
    expect(await namesFor(asFund, args)).toEqual(['张*三', '欧**月', '王*', '买*****逊']);
    expect(gateway.entries().at(-1)?.reads).toEqual([
      {
        resource: 'Resident',
        fields: { name: 'MASKED(NAME)', divisionCode: 'FILTER' },
        rows: 4,
      },
    ]);
  });
});

describe('an order by a hidden column', () => {
  it('is refused; who sees the column orders by it', async () => {
    await expectRefused(asFund, list('(orderBy: [{ birthDate: ASC }])'));
    await expectRefused(asSchool, list('(orderBy: [{ faith: ASC }])'));
    expect(await namesFor(asSchool, '(orderBy: [{ birthDate: ASC }])')).toEqual([
      '李四',
      '张小三',
      '欧阳明月',
    ]);
  });
});

describe('a cursor that carries the value it sorts by (Data API Builder #3553)', () => {
  it('tells neither it nor how long it is, and leads on', async () => {
    const args = '(orderBy: [{ birthDate: ASC }], first: 1)';
    const query = `{ residents${args} { nodes { birthDate } pageInfo { endCursor } } }`;
    const { body } = await gateway.ask(asSchool, query);
    const { nodes, pageInfo } = body.data?.['residents'] as {
      nodes: readonly { birthDate: string }[];
      pageInfo: { endCursor: string };
    };
    const bytes = Buffer.from(pageInfo.endCursor, 'base64url').toString('latin1');
    const [year] = nodes[0]!.birthDate.split('-');
    expect(bytes).not.toContain(year!);
    const next = `(orderBy: [{ birthDate: ASC }], first: 1, after: "${pageInfo.endCursor}")`;
    expect(await namesFor(asSchool, next)).toEqual(['张小三']);
    // Of the same list only.
    const { body: foreign } = await gateway.ask(
      asSchool,
      list(`(first: 1, after: "${pageInfo.endCursor}")`),
    );
    expect(codesOf(foreign)).toEqual(['BAD_USER_INPUT']);
    expect(gateway.entries().at(-1)).toMatchObject({ outcome: 'BAD_USER_INPUT', statements: 0 });
  });
});

describe('fragments and interfaces (Apollo GHSA-mx7m-j9xf-62hw)', () => {
  it.each([
    '{ residents { nodes { ... on Resident { faith } } } }',
    '{ residents { nodes { ...F } } } fragment F on Resident { ...G } fragment G on Resident { faith }',
    '{ residents { nodes { ... on Node { id } } } }',
    '{ residents { nodes { ... { ... @include(if: true) { faith } } } } }',
  ])('lead to nothing that the type itself does not have: %s', async (query) => {
    await expectRefused(asSchool, query);
  });

  it('and are masked as the type is', async () => {
    const query = '{ residents(first: 1) { nodes { ...F } } } fragment F on Resident { name }';
    const { body } = await gateway.ask(asFund, query);
    expect(body.data).toEqual({ residents: { nodes: [{ name: '张*三' }] } });
    expect(gateway.entries().at(-1)?.reads).toEqual([
      { resource: 'Resident', fields: { name: 'MASKED(NAME)' }, rows: 1 },
    ]);
  });
});

describe('a derived field that fetches protected ones (Apollo GHSA-m8jr-fxqx-8xx6)', () => {
  it('a link reads the key that carries it, and shows what it leads to only', async () => {
    const { text, body } = await gateway.ask(
      asSchool,
      '{ residents(first: 1) { nodes { division { name } } } }',
    );
    expect(body.data).toEqual({ residents: { nodes: [{ division: { name: '市南区' } }] } });
    expect(withoutChance(text)).not.toContain('370202');
    expect(gateway.statements.map(({ sql }) => sql).join()).not.toMatch(/id_no|faith|birth/);
    expect(gateway.entries().at(-1)?.reads).toEqual([
      { resource: 'Resident', fields: {}, rows: 1 },
      { resource: 'Division', fields: { name: 'CLEAR' }, rows: 1 },
    ]);
  });
});

describe('“did you mean”', () => {
  it('is never said: a name that is nearly right is answered as one that is nowhere', async () => {
    const near = await expectRefused(asSchool, '{ residents { nodes { nam fait } } }');
    expect(near).not.toMatch(/mean|"name"|faith/i);
  });
});

describe('an absent variable that drops a condition', () => {
  it.each([
    ['($w: ResidentWhere)', '$w'],
    ['($d: ID)', '{ divisionCode: { eq: $d } }'],
    // Of each of these something would be left.
    ['($d: ID)', '{ divisionCode: { in: ["370202", "370203"], eq: $d } }'],
    ['($n: String)', '{ divisionCode: { eq: "370203" }, name: { eq: $n } }'],
    ['($n: String)', '{ or: [{ divisionCode: { eq: "370203" }, name: { eq: $n } }] }'],
    ['($n: String)', '{ not: { divisionCode: { eq: "370203" }, name: { eq: $n } } }'],
  ])('is refused, and is not “no condition”: %s, in %s', async (declared, where) => {
    const query = `query ${declared} { residents(where: ${where}) { nodes { name } } }`;
    const { body } = await gateway.ask(asSchool, query, {});
    expect([codesOf(body), body.data]).toEqual([['BAD_USER_INPUT'], undefined]);
    expect(gateway.statements).toEqual([]);
    expect(gateway.entries().at(-1)).toMatchObject({
      outcome: 'BAD_USER_INPUT',
      reads: [],
      statements: 0,
    });
  });

  it('is a condition where it is stated', async () => {
    const query =
      'query ($d: ID) { residents(where: { divisionCode: { eq: $d } }) { nodes { name } } }';
    const { body } = await gateway.ask(asFund, query, { d: '370203' });
    expect(body.data).toEqual({ residents: { nodes: [{ name: '李*' }] } });
  });
});
