import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { tokenOf } from '../support/testClients.js';
import { openTestGateway, type TestGateway } from '../support/testGateway.js';

/** `FUZZED_REQUESTS=20000 npm run test:one -- fuzzedRequests` for the long form. */
const numRuns = Number(process.env['FUZZED_REQUESTS'] ?? 1_000);

let gateway: TestGateway;
let token: string;
beforeAll(async () => {
  gateway = await openTestGateway();
  token = await tokenOf('school');
});
afterAll(() => gateway.close());

const documents = [
  '{ __typename }',
  '{ residents(first: 2) { nodes { name division { name } } pageInfo { endCursor } } }',
  'query ($idNo: ID!) { resident(idNo: $idNo) { name division { name } } }',
  '{ residents(first: 2, where: { name: { startsWith: "张" } }) { nodes { name } pageInfo { endCursor } } }',
  'query Q($where: ResidentWhere, $after: String) { residents(where: $where, after: $after) { totalCount } } { __typename }',
  'fragment F on Resident { name ...F } { residents { nodes { ...F @include(if: true) } } }',
  '{ residentAggregate(groupBy: [birthDate_year]) { count group { birthDate_year } } __schema { types { name } } }',
];

/** A text of which some characters are taken out, doubled, or replaced. */
function mutated(texts: readonly string[]): fc.Arbitrary<string> {
  const change = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    take: fc.integer({ min: 0, max: 8 }),
    put: fc.oneof(
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.constantFrom('{', '}', '"', '"""', '$', '...', '@skip(if:', ':', '(', '\u0000', '9e999'),
    ),
  });
  return fc
    .tuple(fc.constantFrom(...texts), fc.oneof(fc.constant([]), fc.array(change, { maxLength: 4 })))
    .map(([text, changes]) =>
      changes.reduce((changed, { at, take, put }) => {
        const from = Math.floor(at * changed.length);
        return changed.slice(0, from) + put + changed.slice(from + take);
      }, text),
    );
}

const graphqlBody = fc
  .record(
    {
      query: fc.oneof(
        { weight: 5, arbitrary: mutated(documents) },
        { weight: 1, arbitrary: fc.anything() },
      ),
      variables: fc.oneof(
        fc.constant({}),
        fc.dictionary(fc.constantFrom('idNo', 'where', 'after', '__proto__', 'x'), fc.jsonValue()),
        fc.jsonValue(),
      ),
      operationName: fc.oneof(fc.constant(null), fc.constantFrom('Q', ''), fc.jsonValue()),
      extensions: fc.oneof(fc.constant({}), fc.jsonValue()),
      __proto__: fc.jsonValue(),
    },
    { requiredKeys: [] },
  )
  .map((body) => JSON.stringify(body));

const request = fc.record({
  method: fc.constantFrom(
    'POST' as const,
    'POST' as const,
    'POST' as const,
    'GET' as const,
    'PUT' as const,
  ),
  url: fc.oneof(
    { weight: 8, arbitrary: fc.constant('/graphql') },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '/admin/graphql',
        '/readyz?verbose',
        '/graphql?query=%FF',
        '/%00',
        '//',
      ),
    },
    { weight: 1, arbitrary: fc.webPath().map((path) => `/${path}`) },
  ),
  payload: fc.oneof(
    { weight: 6, arbitrary: graphqlBody },
    { weight: 1, arbitrary: mutated([JSON.stringify({ query: documents[0] })]) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)) },
  ),
  isKnown: fc.constantFrom(true, true, true, false),
  headers: fc.oneof(
    { weight: 2, arbitrary: fc.constant({}) },
    {
      weight: 1,
      arbitrary: fc.record(
        {
          'content-type': fc.constantFrom(
            'application/json',
            'application/json; charset=gbk',
            'text/plain',
            'a/b;',
          ),
          accept: fc.constantFrom(
            '*/*',
            'text/html',
            'application/graphql-response+json',
            ';q=',
            'a'.repeat(500),
          ),
          purpose: fc.constantFrom('enrolment', 'none', '', '\u00e9'),
          'acting-user': fc.string({ maxLength: 20 }).filter((text) => /^[\x20-\xff]*$/.test(text)),
          'content-encoding': fc.constantFrom('gzip', 'identity', 'br'),
        },
        { requiredKeys: [] },
      ),
    },
  ),
});

it(`answers ${numRuns} fuzzed requests, none by a failure of its own`, async () => {
  let [answered, refused] = [0, 0];
  await fc.assert(
    fc.asyncProperty(request, async ({ method, url, payload, isKnown, headers }) => {
      const response = await gateway.app.inject({
        method,
        url,
        payload,
        headers: {
          'content-type': 'application/json',
          ...(isKnown && { authorization: `Bearer ${token}`, purpose: 'enrolment' }),
          ...headers,
        },
      });
      expect(response.statusCode).toBeLessThan(500);
      expect(response.body).not.toMatch(/SELECT|sqlite|node_modules|at .*\.js:/);
      if (response.statusCode === 200) answered += 1;
      else refused += 1;
    }),
    { numRuns },
  );
  expect(answered).toBeGreaterThan(numRuns / 100);
  expect(refused).toBeGreaterThan(numRuns / 10);
}, 1_800_000);
