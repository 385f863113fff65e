import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, fetchExchange, gql, type ClientOptions, type Exchange } from '@urql/core';
import { cacheExchange, type CacheExchangeOpts, type Data } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { persistedExchange } from '@urql/exchange-persisted';

import { asFund, asSchool, type As } from '../support/testGateway.js';

import { documentedOptions } from './documentedOptions.js';
import { namesShown, openServed, type Served } from './openServed.js';

let served: Served;
beforeAll(async () => {
  served = await openServed();
});
afterAll(() => served.close());

const needed: Partial<ClientOptions> = documentedOptions('urql');
const keyed: CacheExchangeOpts = documentedOptions('… with graphcache', { relayPagination });

async function clientOf(as: As, exchanges: Exchange[], { url, headersOf } = served) {
  const headers = await headersOf(as);
  return new Client({
    url,
    fetchOptions: { headers },
    exchanges: [...exchanges, fetchExchange],
    ...needed,
  });
}

interface Row {
  readonly idNo: string;
  readonly name: string;
  readonly division: { readonly code: string; readonly name: string } | null;
}
interface Page {
  readonly residents: {
    readonly edges: readonly { readonly node: Row }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}

const list = gql<Page, { first: number; after?: string }>(`
  query Residents($first: Int, $after: String) {
    residents(first: $first, after: $after) {
      edges {
        node {
          idNo
          name
          division {
            code
            name
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
const nodesOf = (data: Page | undefined) => data?.residents.edges.map(({ node }) => node);
const namesOf = (data: Page | undefined) => nodesOf(data)?.map(({ name }) => name);

describe('urql', () => {
  it('shows a list with masked values and links, by the line that keeps it from GET', async () => {
    const client = await clientOf(asFund, []);
    const { data, error } = await client.query(list, { first: 10 }).toPromise();
    expect(error).toBeUndefined();
    expect(namesOf(data)).toEqual(namesShown);
    expect(nodesOf(data)?.[0]).toMatchObject({
      idNo: '370***********1233',
      division: { code: '370202', name: '市南区' },
    });
    const byGet = await client.query(list, { first: 10 }, { preferGetMethod: true }).toPromise();
    expect(byGet.error?.graphQLErrors.map(({ message }) => message)).toEqual([
      'An operation is sent by POST.',
    ]);
  });

  it.each([
    [
      'a purpose that is not approved',
      { client: 'school', purpose: 'withdrawal' },
      '{ residents { nodes { name } } }',
      'PURPOSE_NOT_VALID',
    ],
    [
      'a field that is withheld',
      asSchool,
      '{ residents { nodes { faith } } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
  ])('shows the code of a refusal: %s', async (_what, as, query, code) => {
    const client = await clientOf(as, []);
    const { error } = await client.query(query, {}).toPromise();
    expect(error?.graphQLErrors).toMatchObject([{ extensions: { code } }]);
  });

  it('sends documents once it is told that no hash is kept, by its exchange of persisted queries', async () => {
    const options = documentedOptions('… with `persistedExchange`');
    const client = await clientOf(asFund, [persistedExchange(options)]);
    const before = served.entries().length;
    const first = await client.query(list, { first: 2 }).toPromise();
    expect(namesOf(first.data)).toEqual(namesShown.slice(0, 2));
    await client.query(list, { first: 3 }).toPromise();
    expect(served.outcomesFrom(before)).toEqual(['PERSISTED_QUERY_NOT_SUPPORTED', 'OK', 'OK']);
  });

  it('would send them by GET then, without the line for it', async () => {
    const client = await clientOf(asFund, [persistedExchange({})]);
    const { error } = await client.query(list, { first: 2 }).toPromise();
    expect(error?.graphQLErrors.map(({ message }) => message)).toEqual([
      'An operation is sent by POST.',
    ]);
  });

  it('shows the error of a part beside the rest, where a source is down', async () => {
    const broken = await openServed();
    try {
      await broken.world.alter('divisions', 'DROP TABLE area');
      const client = await clientOf(asFund, [cacheExchange(keyed)], broken);
      const { data, error } = await client.query(list, { first: 1 }).toPromise();
      expect(nodesOf(data)).toMatchObject([{ name: '张*三', division: null }]);
      expect(error?.graphQLErrors).toMatchObject([
        {
          path: ['residents', 'edges', 0, 'node', 'division'],
          extensions: { code: 'SOURCE_UNAVAILABLE' },
        },
      ]);
    } finally {
      await broken.close();
    }
  });
});

describe('urql with graphcache', () => {
  const fromCache = { requestPolicy: 'cache-only' } as const;

  it('mixes nobody whose number is shown alike, by the line for masked keys', async () => {
    const client = await clientOf(asFund, [cacheExchange(keyed)]);
    await client.query(list, { first: 10 }).toPromise();
    const { data } = await client.query(list, { first: 10 }, fromCache).toPromise();
    expect(nodesOf(data)?.at(-1)?.idNo).toBe(nodesOf(data)?.[0]?.idNo);
    expect(namesOf(data)).toEqual(namesShown);
  });

  it('would mix them by a key that is masked', async () => {
    const keys = { ...keyed.keys, Resident: ({ idNo }: Data) => idNo as string };
    const client = await clientOf(asFund, [cacheExchange({ keys })]);
    await client.query(list, { first: 10 }).toPromise();
    const { data } = await client.query(list, { first: 10 }, fromCache).toPromise();
    const names = namesOf(data)!;
    expect(names.at(-1)).toBe(names[0]);
  });

  it('keeps a row of a clear key once', async () => {
    const client = await clientOf(asFund, [cacheExchange(keyed)]);
    await client.query(list, { first: 1 }).toPromise();
    await served.world.alter('divisions', `UPDATE area SET name = '新市南' WHERE code = '370202'`);
    const one = '{ division(code: "370202") { code name } }';
    await client.query(one, {}).toPromise();
    await served.world.alter('divisions', `UPDATE area SET name = '市南区' WHERE code = '370202'`);
    const { data } = await client.query(list, { first: 1 }, fromCache).toPromise();
    expect(nodesOf(data)?.[0]).toMatchObject({ name: '张*三', division: { name: '新市南' } });
  });

  it('merges the pages of a list, all rows once and in order', async () => {
    const client = await clientOf(asFund, [cacheExchange(keyed)]);
    const first = await client.query(list, { first: 4 }).toPromise();
    const after = first.data!.residents.pageInfo.endCursor;
    const { data: merged } = await client.query(list, { first: 4, after }).toPromise();
    expect(namesOf(first.data)).toEqual(namesShown.slice(0, 4));
    expect(namesOf(merged)).toEqual(namesShown);
  });
});
