import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { codesOf } from '../support/alike.js';
import { asFund, openTestGateway, type TestGateway } from '../support/testGateway.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openTestGateway();
});
afterAll(() => gateway.close());
beforeEach(() => {
  gateway.statements.length = 0;
});

const times = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index)).join(' ');

/** Village → street → division → city → province, and the name at the end: links within links. */
function chain(depth: number, field = 'name'): string {
  const way = ['street', 'division', 'city', 'province'].slice(0, depth);
  return `${way.map((link) => `${link} {`).join(' ')} ${field} ${'}'.repeat(way.length)}`;
}

async function expectPasses(query: string, variables: Record<string, unknown> = {}) {
  const { status, body } = await gateway.ask(asFund, query, variables);
  expect([status, codesOf(body)]).toEqual([200, []]);
}

async function expectExceeded(query: string, variables: Record<string, unknown> = {}) {
  gateway.statements.length = 0;
  const { status, body } = await gateway.ask(asFund, query, variables);
  expect([status, new Set(codesOf(body)), body.data]).toEqual([
    400,
    new Set(['LIMIT_EXCEEDED']),
    undefined,
  ]);
  expect(gateway.statements).toEqual([]);
  expect(gateway.entries().at(-1)).toMatchObject({
    client: 'fund',
    outcome: 'LIMIT_EXCEEDED',
    reads: [],
  });
  return body.errors?.[0]?.message;
}

describe('the size of a body', () => {
  const bodyOf = (bytes: number) => {
    const body = '{"query":"{ __typename }","extensions":{"pad":""}}';
    return body.replace('"pad":""', `"pad":"${'x'.repeat(bytes - body.length)}"`);
  };

  it('may be 100,000 bytes and not one more', async () => {
    expect((await gateway.post(asFund, bodyOf(100_000))).status).toBe(200);
    const { status, body, text } = await gateway.post(asFund, bodyOf(100_001));
    expect([status, codesOf(body)]).toEqual([413, ['LIMIT_EXCEEDED']]);
    expect(text).not.toContain('xxx');
    // Who sent it is known, although the body was not read.
    expect(gateway.entries().at(-1)).toMatchObject({
      client: 'fund',
      outcome: 'LIMIT_EXCEEDED',
      status: 413,
    });
  });
});

describe('the tokens of a document', () => {
  // Five tokens each; only one of them is executed.
  const operations = (count: number) => times(count, (index) => `query A${index} { __typename }`);
  const ask = (count: number) =>
    gateway.post(asFund, { query: operations(count), operationName: 'A0' });

  it('may be 4,000 and not more: a longer document is not read to its end', async () => {
    expect((await ask(800)).body.data).toEqual({ __typename: 'Query' });
    const { status, body } = await ask(801);
    expect([status, codesOf(body), body.data]).toEqual([400, ['GRAPHQL_PARSE_FAILED'], undefined]);
  });
});

describe('the levels of an operation', () => {
  it('may be 12 and not one more, by fields or by fragments', async () => {
    // The catalogs have no way of more than six levels: what is deeper is made of a smaller limit.
    await expectPasses(`{ villages { edges { node { ${chain(4)} } } } }`);
    const limited = await openTestGateway({
      limits: { maxDepth: 4 },
    });
    try {
      const operations = (depth: number) => [
        `{ village(code: "1") { ${chain(depth)} } }`,
        `{ ...A } fragment A on Query { village(code: "1") { ... on Village { ...B } } } fragment B on Village { ${chain(depth)} }`,
      ];
      for (const query of operations(2))
        expect((await limited.ask(asFund, query)).status).toBe(200);
      limited.statements.length = 0;
      for (const query of operations(3)) {
        const { status, body } = await limited.ask(asFund, query);
        expect([status, codesOf(body)]).toEqual([400, ['LIMIT_EXCEEDED']]);
      }
      expect(limited.statements).toEqual([]);
    } finally {
      await limited.close();
    }
  });
});

describe('the aliases of an operation', () => {
  it('may be 30 and not one more', async () => {
    await expectPasses(`{ province(code: "37") { ${times(30, (index) => `a${index}: name`)} } }`);
    const message = await expectExceeded(
      `{ province(code: "37") { ${times(31, (index) => `a${index}: name`)} } }`,
    );
    expect(message).toBe('An operation may have at most 30 aliases; this one has 31.');
  });

  it('count in every use of a fragment, so that they do not multiply', async () => {
    const two = (index: number) => `a: division { ...F${index} } b: division { ...F${index} }`;
    const fragment = `fragment F0 on Division { ${times(10, (index) => `c${index}: name`)} }`;
    await expectPasses(`{ street(code: "1") { division { ...F0 } } } ${fragment}`);
    await expectExceeded(`{ street(code: "1") { ${two(0)} c: division { ...F0 } } } ${fragment}`);
  });

  it('do not multiply by fragments of fragments', async () => {
    const doubling = times(
      40,
      (index) => `fragment F${index} on Query { ...F${index + 1} ... { ...F${index + 1} } }`,
    );
    await expectExceeded(`{ ...F0 } ${doubling} fragment F40 on Query { a: __typename }`);
  });
});

describe('the root fields of an operation', () => {
  it('may be 10 and not one more, aliases or not', async () => {
    const roots = (count: number) =>
      `{ ${times(count, (index) => `a${index}: province(code: "37") { name }`)} }`;
    await expectPasses(roots(10));
    expect(gateway.statements.length).toBe(10);
    await expectExceeded(roots(11));
  });
});

describe('the rows that an operation may fetch', () => {
  const linked = (first: string) =>
    `{ villages(first: ${first}) { nodes { ${chain(4)} ${chain(1, 'code')} } } }`;

  it('are 5,000 at the most, linked ones included, told by the operation alone', async () => {
    // 1 + 500 × (village + division + city + province + …) in ten ways.
    const ways =
      'division { name } city { name } province { name } street { name city { name } province { name } division { name } }';
    await expectPasses(`{ villages(first: 500) { nodes { ${ways} } } }`);
    await expectExceeded(
      `{ villages(first: 500) { nodes { ${ways} a: city { name } } b: nodes { name } } }`,
    );
    await expectExceeded(
      `query ($n: Int!) { villages(first: $n) { nodes { ${ways} a: city { name } b: city { name } } } }`,
      { n: 500 },
    );
    await expectPasses(
      `query ($n: Int!) { villages(first: $n) { nodes { ${ways} a: city { name } b: city { name } } } }`,
      { n: 400 },
    );
    await expectPasses(linked('500'));
  });

  it('are counted over all roots together', async () => {
    const roots = (count: number) =>
      `{ ${times(count, (index) => `a${index}: villages(first: 500) { nodes { name } }`)} }`;
    await expectPasses(roots(9));
    await expectExceeded(roots(10));
  });

  it('are counted alike whatever there is: the refusal tells nothing of the data', async () => {
    const query =
      '{ villages(first: 500, where: { code: { eq: "no such" } }) { nodes { a: city { name } b: city { name } c: city { name } d: city { name } e: city { name } f: city { name } g: city { name } h: city { name } i: city { name } j: city { name } } } }';
    expect(await expectExceeded(query)).toBe(
      'An operation may ask for at most 5000 rows, linked ones included; this one could fetch 5501.',
    );
  });
});
