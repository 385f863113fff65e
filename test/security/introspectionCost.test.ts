import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';

import { openTestGateway, type TestGateway } from '../support/testGateway.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openTestGateway();
});
afterAll(() => gateway.close());

const times = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index)).join(' ');

/** The harm of such a query is in the time and memory that anyone, the public too, can take. */
async function expectCheap(query: string) {
  const { status, text } = await gateway.ask(null, query);
  expect(text.length).toBeLessThan(200_000);
  return status;
}

describe('introspection', () => {
  it('as every tool asks it is answered', async () => {
    expect(
      await expectCheap(getIntrospectionQuery({ oneOf: true, inputValueDeprecation: true })),
    ).toBe(200);
  });

  it('cannot be nested into ever more types', async () => {
    const nested = (depth: number) =>
      `{ __schema { types { ${'fields { type { '.repeat(depth)} name ${'} }'.repeat(depth)} } } }`;
    expect(await expectCheap(nested(2))).toBe(200);
    for (const depth of [3, 4, 10, 100]) expect(await expectCheap(nested(depth))).toBe(400);
  });

  it('cannot be nested by way of fragments either', async () => {
    const query = `{ __schema { types { ...A } } }
      fragment A on __Type { fields { type { ...B } } }
      fragment B on __Type { fields { type { ...C } } }
      fragment C on __Type { fields { type { name } } }`;
    expect(await expectCheap(query)).toBe(400);
  });

  it('cannot be multiplied by aliases, level by level', async () => {
    const inner = times(8, (index) => `b${index}: fields { ...N }`);
    const outer = times(8, (index) => `a${index}: fields { type { ${inner} } }`);
    const names = times(30, (index) => `n${index}: name`);
    const query = `{ __schema { types { ${outer} } } } fragment N on __Field { ${names} }`;
    expect(await expectCheap(query)).toBe(400);
  });

  it('cannot be multiplied by aliases at the root of it', async () => {
    const types = times(12, (at) => `t${at}: types { fields { name description args { name } } }`);
    const query = `{ ${times(10, (index) => `r${index}: __schema { ${types} }`)} }`;
    expect(await expectCheap(query)).toBe(400);
  });
});
