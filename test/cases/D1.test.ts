import { createHash } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { forAdmin, openAdministered, type Administered } from '../support/administered.js';
import { tokenOf } from '../support/testClients.js';
import { asSchool } from '../support/testGateway.js';
let gateway: Administered;
beforeAll(async () => {
  gateway = await openAdministered();
});
afterAll(async () => {
  await gateway.close();
});

const query = '{ resident(idNo: "370202199003071233") { name } }';
const sha256Hash = createHash('sha256').update(query).digest('hex');
const extensions = { persistedQuery: { version: 1, sha256Hash } };

/** By the code goes the link of @apollo/client, by the message to the letter the exchange of urql. */
const refusal = {
  errors: [
    {
      message: 'PersistedQueryNotSupported',
      extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED' },
    },
  ],
};

describe('D1: a client that sends the hash of its document first', () => {
  it('is told that none is kept, in the words that such clients know, whether or not it is sent', async () => {
    const known = gateway.statements.length;
    for (const payload of [{ extensions }, { query, extensions }, { extensions }]) {
      const { status, body } = await gateway.post(asSchool, payload);
      expect([status, body]).toMatchObject([400, refusal]);
      expect(body.data).toBeUndefined();
      expect(gateway.entries().at(-1)).toMatchObject({
        client: 'school',
        outcome: 'PERSISTED_QUERY_NOT_SUPPORTED',
      });
    }
    expect(gateway.statements.slice(known)).toEqual([]);
  });

  it('is answered once it sends the document instead', async () => {
    const { body } = await gateway.post(asSchool, { query });
    expect(body.data).toEqual({ resident: { name: '张小三' } });
  });

  it('is told so by GET too, where a hash is all that stands in the address', async () => {
    const get = async (parameters: Record<string, string>) => {
      const url = `/graphql?${new URLSearchParams(parameters).toString()}`;
      const { statusCode, body } = await gateway.app.inject({ method: 'GET', url });
      return { status: statusCode, body: JSON.parse(body) as object };
    };
    const hash = { extensions: JSON.stringify(extensions) };
    expect(await get(hash)).toMatchObject({ status: 400, body: refusal });
    expect(await get({ query, extensions: '{}' })).toMatchObject({
      status: 405,
      body: { errors: [{ message: 'An operation is sent by POST.' }] },
    });
  });

  it('is told so at the administration too', async () => {
    const authorization = `Bearer ${await tokenOf('authority', forAdmin)}`;
    const { body } = await gateway.postAdmin({ authorization }, { extensions });
    expect(body).toMatchObject(refusal);
  });
});
