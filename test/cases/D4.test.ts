import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openAdministered, forAdmin, type Administered } from '../support/administered.js';
import { sendOver } from '../support/sendOver.js';
import { tokenOf } from '../support/testClients.js';
import { occasion } from '../support/testGateway.js';
let gateway: Administered;
let school: string;
let fund: string;
beforeAll(async () => {
  gateway = await openAdministered();
  school = `Bearer ${await tokenOf('school')}`;
  fund = `Bearer ${await tokenOf('fund')}`;
});
afterAll(async () => {
  await gateway.close();
});

const query = '{ resident(idNo: "370202199003071233") { name } }';

async function ask(headers: Record<string, string | string[]>) {
  const right = { 'content-type': 'application/json', purpose: 'enrolment', ...occasion };
  const body = JSON.stringify({ query });
  const { status, text } = await sendOver(gateway, '/graphql', { ...right, ...headers }, body);
  return { status, text, body: JSON.parse(text) as object };
}

async function expectRefused(headers: Record<string, string | string[]>, name: string) {
  const known = gateway.statements.length;
  const { status, text, body } = await ask(headers);
  expect(status).toBe(400);
  expect(body).toMatchObject({
    errors: [
      {
        message: `The header \`${name}\` stands once; in this request it stands 2 times.`,
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ],
  });
  expect(text).not.toContain('张');
  expect(gateway.statements.slice(known)).toEqual([]);
  expect(gateway.entries().at(-1)).toMatchObject({ client: null, outcome: 'BAD_USER_INPUT' });
}

describe('D4: two `authorization` headers', () => {
  it('one is answered', async () => {
    expect((await ask({ authorization: school })).body).toMatchObject({
      data: { resident: { name: '张小三' } },
    });
  });

  it('are refused: of two clients, of one and a wrong one, and twice the same', async () => {
    await expectRefused({ authorization: [school, fund] }, 'authorization');
    await expectRefused({ authorization: [school, 'Bearer a.b.c'] }, 'authorization');
    await expectRefused({ authorization: ['Bearer a.b.c', school] }, 'authorization');
    await expectRefused({ authorization: [school, school] }, 'authorization');
  });

  it('and so are two purposes', async () => {
    await expectRefused({ authorization: school, purpose: ['enrolment', 'other'] }, 'purpose');
    await expectRefused({ authorization: school, purpose: ['enrolment', 'enrolment'] }, 'purpose');
  });

  it('and so are two credentials of administrators', async () => {
    const authority = `Bearer ${await tokenOf('authority', forAdmin)}`;
    const auditor = `Bearer ${await tokenOf('auditor', forAdmin)}`;
    const body = JSON.stringify({ query: '{ clients { id } }' });
    const administer = (credentials: Record<string, string | string[]>) =>
      sendOver(
        gateway,
        '/admin/graphql',
        { 'content-type': 'application/json', ...credentials },
        body,
      );
    expect((await administer({ authorization: authority })).status).toBe(200);
    expect((await administer({ authorization: [authority, auditor] })).status).toBe(400);
  });
});
