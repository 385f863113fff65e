import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { AdministratorEntity } from '../../src/control/administrators/administratorEntity.js';
import type { RegisteredKey } from '../../src/policy/model/registeredKey.js';
import { forAdmin, openAdministered, type Administered } from '../support/administered.js';
import { keyOf, tokenOf } from '../support/testClients.js';
import { openTestGateway } from '../support/testGateway.js';

let gateway: Administered;
beforeAll(async () => {
  gateway = await openAdministered();
});
afterAll(() => gateway.close());

const query = '{ clients { id } }';
const bearer = async (token: Promise<string>) => ({ authorization: `Bearer ${await token}` });

async function askWith(headers: Record<string, string>) {
  const { status, code, body } = await gateway.postAdmin(headers, { query });
  return { status, code, hasData: body.data !== undefined && body.data !== null };
}
const refused = { status: 401, code: 'UNAUTHENTICATED', hasData: false };

describe('the administration', () => {
  it('answers an administrator’s token', async () => {
    expect(await askWith(await bearer(tokenOf('authority', forAdmin)))).toEqual({
      status: 200,
      code: undefined,
      hasData: true,
    });
  });

  it('answers no one without a token', async () => {
    expect(await askWith({})).toEqual(refused);
  });

  it.each<[string, () => Promise<string>]>([
    ['a client’s token', () => tokenOf('school')],
    ['a client’s token that claims to be for administrators', () => tokenOf('school', forAdmin)],
    ['an administrator’s token for the exchange', () => tokenOf('authority')],
    ['one signed by another', () => tokenOf('authority', forAdmin, keyOf('auditor').privateKey)],
    ['one that claims a role', () => tokenOf('auditor', { ...forAdmin, role: 'AUTHORITY' })],
    ['one that has expired', () => tokenOf('authority', { ...forAdmin, exp: 1 })],
    ['a word', () => Promise.resolve('token')],
  ])('refuses %s', async (_what, token) => {
    expect(await askWith(await bearer(token()))).toEqual(refused);
    expect(gateway.entries().at(-1)).toMatchObject({
      client: null,
      administrator: null,
      action: null,
      outcome: 'UNAUTHENTICATED',
      status: 401,
    });
  });

  it('is no way in to the exchange, for an administrator’s token of either kind', async () => {
    for (const claims of [forAdmin, {}]) {
      const headers = await bearer(tokenOf('authority', claims));
      const answer = await gateway.post(null, { query: '{ __typename }' }, headers);
      expect([answer.status, answer.body.data]).toEqual([401, undefined]);
    }
  });

  it('refuses whoever was removed, and a key that was changed, at once', async () => {
    const headers = await bearer(tokenOf('civil', forAdmin));
    expect((await askWith(headers)).status).toBe(200);
    const change = ({ kid: _, ...jwk }: RegisteredKey) =>
      gateway.store.change((manager) =>
        manager.update(AdministratorEntity, { id: 'civil' }, { jwk }),
      );
    await change(keyOf('another').registered);
    expect(await askWith(headers)).toEqual(refused);
    await change(keyOf('civil').registered);
    expect((await askWith(headers)).status).toBe(200);
    await gateway.store.change((manager) => manager.delete(AdministratorEntity, { id: 'civil' }));
    expect(await askWith(headers)).toEqual(refused);
  });

  it('tells no value of a request in its errors, nor what failed', async () => {
    const headers = await bearer(tokenOf('authority', forAdmin));
    const slips = [
      { query: '{ "SECRET' },
      { query: '{ grants(client: SECRET) { id } }' },
      {
        query: 'query ($id: ID!) { grants(client: $id) { id } }',
        variables: { id: { SECRET: 1 } },
      },
      { query: 'mutation { revokeGrant(id: "SECRET", reason: "SECRET") { id } }' },
      { query: 'mutation { revokeGrant(id: "G-1", reason: " ") { id } }' },
    ];
    for (const slip of slips) {
      const { text, code } = await gateway.postAdmin(headers, slip);
      expect(text).not.toMatch(/SECRET|at .*\.js/);
      expect(code).toMatch(/^(GRAPHQL_PARSE_FAILED|GRAPHQL_VALIDATION_FAILED|BAD_USER_INPUT)$/);
    }
    const record = JSON.stringify(gateway.entries());
    expect(record).not.toContain('SECRET');
  });
});

it('where policy is a fixed file there is no administration', async () => {
  const fixed = await openTestGateway();
  const { statusCode } = await fixed.app.inject({
    method: 'POST',
    url: '/admin/graphql',
    headers: await bearer(tokenOf('authority', forAdmin)),
    payload: { query },
  });
  await fixed.close();
  expect(statusCode).toBe(404);
});
