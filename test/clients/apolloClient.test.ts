import { createHash } from 'node:crypto';

import {
  ApolloClient,
  CombinedGraphQLErrors,
  gql,
  HttpLink,
  InMemoryCache,
  type InMemoryCacheConfig,
  type TypedDocumentNode,
} from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { relayStylePagination } from '@apollo/client/utilities';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { asFund, asSchool, type As } from '../support/testGateway.js';

import { documentedOptions } from './documentedOptions.js';
import { namesShown, openServed, type Served } from './openServed.js';

let served: Served;
beforeAll(async () => {
  served = await openServed();
});
afterAll(() => served.close());

async function clientOf(as: As, options: InMemoryCacheConfig = {}, isPersisting = false) {
  const http = new HttpLink({ uri: served.url, headers: await served.headersOf(as) });
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  const link = isPersisting ? new PersistedQueryLink({ sha256 }).concat(http) : http;
  return new ApolloClient({ cache: new InMemoryCache(options), link });
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

interface Arguments {
  readonly first: number;
  readonly after?: string;
}

const fields = `
  edges {
    cursor
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
`;
const list: TypedDocumentNode<Page, Arguments> = gql(`
  query Residents($first: Int, $after: String) {
    residents(first: $first, after: $after) { ${fields} }
  }
`);
const listWhere: TypedDocumentNode<Page, Arguments & { readonly where: object }> = gql(`
  query ResidentsWhere($first: Int, $after: String, $where: ResidentWhere!) {
    residents(first: $first, after: $after, where: $where) { ${fields} }
  }
`);
const nodesOf = (data: Page | null | undefined) => data?.residents.edges.map(({ node }) => node);
const namesOf = (data: Page | null | undefined) => nodesOf(data)?.map(({ name }) => name);

const division = gql`
  {
    division(code: "370202") {
      code
      name
    }
  }
`;

describe('Apollo Client', () => {
  it('shows a list with masked values and links, and mixes nobody whose number is shown alike', async () => {
    const client = await clientOf(asFund);
    await client.query({ query: list, variables: { first: 10 } });
    const data = client.readQuery({ query: list, variables: { first: 10 } });
    const nodes = nodesOf(data);
    expect(nodes?.[0]).toMatchObject({
      idNo: '370***********1233',
      name: '张*三',
      division: { code: '370202', name: '市南区' },
    });
    expect(nodes?.at(-1)?.idNo).toBe(nodes?.[0]?.idNo);
    expect(namesOf(data)).toEqual(namesShown);
  });

  it('would mix them by a key that is masked', async () => {
    const client = await clientOf(asFund, { typePolicies: { Resident: { keyFields: ['idNo'] } } });
    await client.query({ query: list, variables: { first: 10 } });
    const shown = client.readQuery({ query: list, variables: { first: 10 } });
    const names = namesOf(shown)!;
    expect(names.at(-1)).toBe(names[0]);
  });

  it('keeps a row of a clear key once, by the line for it', async () => {
    const client = await clientOf(asFund, documentedOptions('Apollo Client'));
    const variables = { first: 1 };
    await client.query({ query: list, variables });
    expect(client.cache.extract()).toMatchObject({
      'Division:{"code":"370202"}': { name: '市南区' },
    });
    await served.world.alter('divisions', `UPDATE area SET name = '新市南' WHERE code = '370202'`);
    await client.query({ query: division });
    await served.world.alter('divisions', `UPDATE area SET name = '市南区' WHERE code = '370202'`);
    const { data } = await client.query({ query: list, variables, fetchPolicy: 'cache-only' });
    expect(nodesOf(data)?.[0]).toMatchObject({ name: '张*三', division: { name: '新市南' } });
  });

  it('merges the pages of a list by `relayStylePagination`, apart from lists of other conditions', async () => {
    const options = documentedOptions('… lists', { relayStylePagination });
    const client = await clientOf(asFund, options);
    const shown = client.watchQuery({ query: list, variables: { first: 4 } });
    const watching = shown.subscribe(() => undefined);
    const { data: page } = await client.query({ query: list, variables: { first: 4 } });
    const { pageInfo } = page!.residents;
    await shown.fetchMore({ variables: { after: pageInfo.endCursor } });
    watching.unsubscribe();
    const merged = client.readQuery({ query: list, variables: { first: 4 } })!;
    expect(namesOf(page)).toEqual(namesShown.slice(0, 4));
    expect(namesOf(merged)).toEqual(namesShown);
    expect([pageInfo, merged.residents.pageInfo].map(({ hasNextPage }) => hasNextPage)).toEqual([
      true,
      false,
    ]);
    const where = { divisionCode: { eq: '370203' } };
    const { data } = await client.query({ query: listWhere, variables: { first: 4, where } });
    expect(namesOf(data)).toEqual(['李*']);
    expect(namesOf(client.readQuery({ query: list, variables: { first: 4 } }))).toEqual(namesShown);
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
    const client = await clientOf(as);
    const refused = await client.query({ query: gql(query) }).catch((error: unknown) => error);
    expect(CombinedGraphQLErrors.is(refused)).toBe(true);
    expect((refused as CombinedGraphQLErrors).errors).toMatchObject([{ extensions: { code } }]);
  });

  it('sends documents once it is told that no hash is kept, by its link of persisted queries', async () => {
    const client = await clientOf(asFund, {}, true);
    const before = served.entries().length;
    const first = await client.query({ query: list, variables: { first: 2 } });
    expect(namesOf(first.data)).toEqual(namesShown.slice(0, 2));
    await client.query({ query: list, variables: { first: 3 } });
    expect(served.outcomesFrom(before)).toEqual(['PERSISTED_QUERY_NOT_SUPPORTED', 'OK', 'OK']);
  });
});

describe('Apollo Client, where a source is down', () => {
  let broken: Served;
  beforeAll(async () => {
    broken = await openServed();
    await broken.world.alter('divisions', 'DROP TABLE area');
  });
  afterAll(() => broken.close());

  it('shows the error of a part beside the rest, by the error policy "all"', async () => {
    const link = new HttpLink({ uri: broken.url, headers: await broken.headersOf(asFund) });
    const client = new ApolloClient({ cache: new InMemoryCache(), link });
    const variables = { first: 1 };
    const { data, error } = await client.query({ query: list, variables, errorPolicy: 'all' });
    expect(nodesOf(data as Page)).toMatchObject([{ name: '张*三', division: null }]);
    expect((error as CombinedGraphQLErrors).errors).toMatchObject([
      {
        path: ['residents', 'edges', 0, 'node', 'division'],
        extensions: { code: 'SOURCE_UNAVAILABLE' },
      },
    ]);
    await expect(
      client.query({ query: list, variables, fetchPolicy: 'network-only' }),
    ).rejects.toThrow('The source of this part cannot answer now.');
  });
});
