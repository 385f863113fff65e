import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ClientError, GraphQLClient } from 'graphql-request';

import { asFund, asSchool, type As } from '../support/testGateway.js';

import { namesShown, openServed, type Served } from './openServed.js';

let served: Served;
beforeAll(async () => {
  served = await openServed();
});
afterAll(() => served.close());

async function clientOf(as: As, { url, headersOf } = served) {
  return new GraphQLClient(url, { headers: await headersOf(as), errorPolicy: 'all' });
}

interface Page {
  readonly residents: {
    readonly nodes: readonly { readonly name: string; readonly division: object | null }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}

const list = `query ($after: String) {
  residents(first: 4, after: $after) {
    nodes { idNo name division { name } }
    pageInfo { hasNextPage endCursor }
  }
}`;

describe('graphql-request', () => {
  it('shows a list with masked values and links, and its next page', async () => {
    const client = await clientOf(asFund);
    const { residents: page } = await client.request<Page>(list);
    expect(page.nodes[0]).toEqual({
      idNo: '370***********1233',
      name: '张*三',
      division: { name: '市南区' },
    });
    const { residents: next } = await client.request<Page>(list, {
      after: page.pageInfo.endCursor,
    });
    expect([...page.nodes, ...next.nodes].map(({ name }) => name)).toEqual(namesShown);
    expect([page, next].map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual([true, false]);
  });

  it.each([
    [
      'a purpose that is not approved',
      { client: 'school', purpose: 'withdrawal' },
      '{ residents { nodes { name } } }',
      403,
      'PURPOSE_NOT_VALID',
    ],
    [
      'a field that is withheld',
      asSchool,
      '{ residents { nodes { faith } } }',
      400,
      'GRAPHQL_VALIDATION_FAILED',
    ],
  ])('shows the code of a refusal: %s', async (_what, as, query, status, code) => {
    const client = await clientOf(as);
    const refused: unknown = await client.request(query).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ClientError);
    expect((refused as ClientError).response).toMatchObject({
      status,
      errors: [{ extensions: { code } }],
    });
  });

  it('is refused a batch, which is no request', async () => {
    const client = await clientOf(asFund);
    const batch = [{ document: '{ __typename }' }, { document: '{ __typename }' }];
    const refused: unknown = await client.batchRequests(batch).catch((error: unknown) => error);
    expect((refused as ClientError).response.status).toBe(400);
    expect(String(refused)).toContain('this one is no JSON object');
  });

  it('shows the error of a part beside the rest, where a source is down', async () => {
    const broken = await openServed();
    try {
      await broken.world.alter('divisions', 'DROP TABLE area');
      const client = await clientOf(asFund, broken);
      const { data, errors } = await client.rawRequest<Page>(list);
      expect(data.residents.nodes[0]).toMatchObject({ name: '张*三', division: null });
      expect(errors?.[0]).toMatchObject({
        path: ['residents', 'nodes', 0, 'division'],
        extensions: { code: 'SOURCE_UNAVAILABLE' },
      });
    } finally {
      await broken.close();
    }
  });
});
