import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { openAdministered, type Administered } from '../support/administered.js';
import { codesOf, withoutChance } from '../support/alike.js';
import { asFund, asSchool } from '../support/testGateway.js';
import { asSchoolVerifier, asVerifier, verifyGrants } from '../support/verifyPolicy.js';

let gateway: Administered;
beforeAll(async () => {
  gateway = await openAdministered([...verifyGrants]);
});
afterAll(() => gateway.close());

const idNo = '370202199003071233';
const lookup = `{ resident(idNo: "${idNo}") { name } }`;
const verify = `{ verifyResident(idNo: "${idNo}", claims: { name: "张小三", birthDate: "1990-03-07" }) { result } }`;

it('an alert is found by an administrator, without the one whom it is about', async () => {
  const asked: string[] = [];
  for (const [as, query] of [
    [asFund, lookup],
    [asSchool, lookup],
    [asVerifier, verify],
    [asSchoolVerifier, verify],
  ] as const) {
    const { body } = await gateway.ask(as, query);
    expect(codesOf(body)).toEqual([]);
    asked.push(body.extensions!.tongdao.requestId);
  }

  const { body, text } = await gateway.administer(
    'auditor',
    '{ record(where: { alerts: true }) { matched entries { requestId grant alerts { of subject grants } } } }',
  );
  expect(body.data?.['record']).toEqual({
    matched: 1,
    entries: [
      {
        requestId: asked[2],
        grant: 'G-fund-check',
        alerts: [
          {
            of: 'citizen-id',
            subject: expect.stringMatching(/^[\w-]{43}$/),
            grants: ['G-1', 'G-2', 'G-fund-check'],
          },
        ],
      },
    ],
  });
  expect(withoutChance(text)).not.toMatch(/37020|张小三/);
  expect(gateway.entries().at(-1)).toMatchObject({
    administrator: 'auditor',
    action: 'record; where alerts=true',
    outcome: 'OK',
  });
});
