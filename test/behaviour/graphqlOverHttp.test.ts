import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { auditServer } from 'graphql-http';

import { tokenOf } from '../support/testClients.js';
import { openTestGateway, type TestGateway } from '../support/testGateway.js';

const noGet =
  'Only POST: what is asked of whom belongs in no address, which proxies and logs keep.';
const noMistakenSuccess =
  'A refused request has a status that says so in either media type, so that no proxy takes it for an answer.';

/** The audits that the exchange fails by choice: each is a MAY or a SHOULD of GraphQL over HTTP. */
const declined = new Map([
  ['5A70', noGet],
  ['D6D5', noGet],
  ['6A70', noGet],
  ['572B', noMistakenSuccess],
  ['FDE2', noMistakenSuccess],
  ['7B9B', noMistakenSuccess],
]);

let gateway: TestGateway;
let url: string;
beforeAll(async () => {
  gateway = await openTestGateway();
  url = `${await gateway.app.listen({ host: '127.0.0.1', port: 0 })}/graphql`;
});
afterAll(() => gateway.close());

it('passes the audits of GraphQL over HTTP, but for those that are declined by name', async () => {
  const headers = { authorization: `Bearer ${await tokenOf('school')}`, purpose: 'enrolment' };
  const results = await auditServer({
    url,
    fetchFn: (address: string, init: RequestInit = {}) =>
      fetch(address, {
        ...init,
        headers: { ...Object.fromEntries(new Headers(init.headers)), ...headers },
      }),
  });
  const failed = results.filter(({ status }) => status !== 'ok');
  expect(failed.map(({ id }) => id).sort()).toEqual([...declined.keys()].sort());
  expect(results.length).toBeGreaterThan(50);
}, 60_000);
