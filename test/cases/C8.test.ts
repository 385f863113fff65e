import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';

import { openAdministered, type Administered } from '../support/administered.js';
let gateway: Administered;
beforeAll(async () => {
  gateway = await openAdministered();
});
afterAll(async () => {
  await gateway.close();
});

const aliased = (count: number, field: string) =>
  `{ ${Array.from({ length: count }, (_, at) => `a${at}: ${field}`).join(' ')} }`;

describe('C8: record(last: 1000) under 280 aliases on /admin/graphql', () => {
  it('is answered five times in one request', async () => {
    const { status } = await gateway.administer(
      'authority',
      aliased(5, 'record(last: 1000) { matched }'),
    );
    expect(status).toBe(200);
    expect(gateway.entries().at(-1)?.outcome).toBe('OK');
  });

  it.each([
    ['280 times', aliased(280, 'record(last: 1000) { matched }')],
    ['eleven times', aliased(11, 'record(last: 1) { matched }')],
    ['with more entries than an operation may cost', aliased(6, 'record(last: 1000) { matched }')],
    ['with all of the record, over and over', aliased(6, 'recordReport { sound }')],
  ])('is refused %s, before any of it is done', async (_how, query) => {
    const begun = performance.now();
    const { status, code, body } = await gateway.administer('authority', query);
    expect([status, code, body.data]).toEqual([400, 'LIMIT_EXCEEDED', undefined]);
    expect(performance.now() - begun).toBeLessThan(1_000);
    expect(gateway.entries().at(-1)).toMatchObject({
      administrator: 'authority',
      action: null,
      outcome: 'LIMIT_EXCEEDED',
    });
  });

  it('nor by a variable, nor through a fragment', async () => {
    const query = `query ($n: Int!, $on: Boolean!) { ...Six @include(if: $on) }
      fragment Six on Query ${aliased(6, 'record(last: $n) { matched }')}`;
    const ask = async (n: number, on: boolean) =>
      (await gateway.administer('authority', query, { n, on })).code;
    expect(await ask(1_000, true)).toBe('LIMIT_EXCEEDED');
    expect(await ask(100, true)).toBeUndefined();
    expect(await ask(1_000, false)).toBeUndefined();
  });

  it('introspection as every tool asks it is answered', async () => {
    expect((await gateway.administer('authority', getIntrospectionQuery())).status).toBe(200);
  });
});
