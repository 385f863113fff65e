import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { asSchool, openTestGateway, type TestGateway } from '../support/testGateway.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openTestGateway();
});
afterAll(() => gateway.close());

const json = 'application/json; charset=utf-8';
const graphqlResponse = 'application/graphql-response+json; charset=utf-8';

describe('the content type of a refusal', () => {
  it.each([
    ['*/*', json],
    ['application/*', json],
    ['application/json', json],
    ['application/graphql-response+json', graphqlResponse],
    // Apollo Client
    ['application/graphql-response+json,application/json;q=0.9', graphqlResponse],
    // urql
    [
      'application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed',
      graphqlResponse,
    ],
    ['Application/GraphQL-Response+JSON; Q=0.8, */*; q=0.5', graphqlResponse],
    ['*/*, application/graphql-response+json', graphqlResponse],
    ['application/json, application/graphql-response+json', json],
    ['application/json, application/graphql-response+json;q=0.9', json],
    ['application/graphql-response+json;q=0, application/json', json],
    ['application/graphql-response+json;q=0.1, application/*', json],
  ])('accept: %s is obeyed before an operation is read, and after', async (accept, type) => {
    const query = '{ nothing }';
    const refusals = [
      await gateway.post(asSchool, { query }, { accept }),
      await gateway.post(asSchool, { query }, { accept, purpose: 'another' }),
      await gateway.post(asSchool, '{', { accept }),
    ];
    expect(refusals.map(({ status }) => status)).toEqual([400, 403, 400]);
    expect(refusals.map(({ headers }) => headers['content-type'])).toEqual([type, type, type]);
  });

  it.each(['GET', 'OPTIONS'] as const)('is obeyed by what answers %s too', async (method) => {
    const accept = 'application/graphql-response+json, application/json;q=0.9';
    const refused = await gateway.app.inject({ method, url: '/graphql', headers: { accept } });
    expect([refused.statusCode, refused.headers['content-type']]).toEqual([405, graphqlResponse]);
  });

  it('is JSON where neither is accepted, and where nothing is stated', async () => {
    const refused = await gateway.post(asSchool, '{}', { accept: 'text/html' });
    expect([refused.status, refused.headers['content-type']]).toEqual([406, json]);
    const unstated = await gateway.app.inject({ method: 'POST', url: '/graphql' });
    expect(unstated.headers['content-type']).toBe(json);
  });
});
