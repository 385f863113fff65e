import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { asFund, asSchool, openTestGateway, type TestGateway } from '../support/testGateway.js';

/** The same preference in words that the lane does not know: even a repeated one goes Apollo's way. */
const throughApollo = (accept: string) => ({ accept: `${accept}, x/y` });

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openTestGateway();
});
afterAll(() => gateway.close());

const lookup = 'query One($idNo: ID!) { resident(idNo: $idNo) { idNo name birthDate } }';
const list = `query List($first: Int!, $where: ResidentWhere) {
  residents(first: $first, where: $where) {
    nodes { name division { name } } pageInfo { hasNextPage endCursor }
  }
}`;

const cases = [
  { name: 'a row', body: { query: lookup, variables: { idNo: '370202199003071233' } } },
  { name: 'no row', body: { query: lookup, variables: { idNo: 'nobody' } } },
  {
    name: 'a page',
    body: { query: list, variables: { first: 2, where: { divisionCode: { eq: '370202' } } } },
  },
  { name: 'a variable of another type', body: { query: lookup, variables: { idNo: 7 } } },
  { name: 'a variable that is absent', body: { query: lookup } },
  { name: 'a condition without a value', body: { query: list, variables: { first: 2 } } },
  {
    name: 'a page too large',
    body: { query: list, variables: { first: 501, where: { divisionCode: { eq: '370202' } } } },
  },
  { name: 'introspection', body: { query: '{ __schema { queryType { name } } __typename }' } },
];

const warm = [
  { query: lookup, variables: { idNo: '370202199003071233' } },
  { query: list, variables: { first: 1, where: { divisionCode: { eq: '370202' } } } },
  { query: '{ __schema { queryType { name } } __typename }' },
];

function comparable({ status, headers, text }: Awaited<ReturnType<TestGateway['post']>>) {
  const { 'request-id': requestId, date, ...rest } = headers;
  expect(requestId).toBeDefined();
  expect(date).toBeDefined();
  return { status, headers: rest, text: text.replaceAll(String(requestId), 'ID') };
}

describe.each([asSchool, asFund])('for $client', (as) => {
  beforeAll(async () => {
    for (const body of warm) expect((await gateway.post(as, body)).status).toBe(200);
  });

  it.each(cases)('$name is answered alike by the lane and by Apollo', async ({ body }) => {
    const byApollo = await gateway.post(as, body, throughApollo('*/*'));
    const byLane = await gateway.post(as, body);
    expect(comparable(byLane)).toEqual(comparable(byApollo));
    const [apolloEntry, laneEntry] = gateway.entries().slice(-2);
    expect({ ...laneEntry, requestId: '', at: '' }).toEqual({
      ...apolloEntry,
      requestId: '',
      at: '',
    });
  });

  it.each([
    '*/*',
    'application/json',
    'application/graphql-response+json',
    'application/graphql-response+json,application/json;q=0.9',
    'application/graphql-response+json, application/json;q=0.9',
  ])('accept: %s is answered alike', async (accept) => {
    const body = warm[0]!;
    const byApollo = await gateway.post(as, body, throughApollo(accept));
    expect(comparable(await gateway.post(as, body, { accept }))).toEqual(comparable(byApollo));
  });
});

it('what one contract has answered is not answered past another', async () => {
  const operation = '{ residents(first: 1) { nodes { address } } }';
  expect((await gateway.ask(asFund, operation)).status).toBe(200);
  const { status, body } = await gateway.ask(asSchool, operation);
  expect(status).toBe(400);
  expect(body.errors?.[0]?.message).toBe('Cannot query field "address" on type "Resident".');
});
