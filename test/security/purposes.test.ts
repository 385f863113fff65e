import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { codesOf, withoutRequestId } from '../support/alike.js';
import { tokenOf } from '../support/testClients.js';
import { asFund, openTestGateway, type TestGateway } from '../support/testGateway.js';
import { testPolicy } from '../support/testPolicy.js';

let gateway: TestGateway;
const policy = testPolicy({
  grants: [
    {
      id: 'G-8',
      client: 'fund',
      purpose: 'past',
      validUntil: '2020-01-01T00:00:00Z',
      resources: {},
    },
    {
      id: 'G-9',
      client: 'fund',
      purpose: 'audit',
      validUntil: '2099-01-01T00:00:00Z',
      resources: {},
    },
  ],
});
beforeAll(async () => {
  gateway = await openTestGateway({ policy });
});
afterAll(() => gateway.close());
beforeEach(() => {
  gateway.statements.length = 0;
});

const open = '{ province(code: "37") { name } }';

async function askFor(purpose: string | undefined, client = 'fund') {
  const authorization = `Bearer ${await tokenOf(client)}`;
  const stated = purpose === undefined ? undefined : { purpose };
  return gateway.post(null, { query: open }, { authorization, ...stated });
}

describe('a purpose', () => {
  it('that was approved is answered', async () => {
    const { status, body } = await gateway.ask(asFund, open);
    expect([status, body.data]).toEqual([200, { province: { name: '山东省' } }]);
    expect(gateway.entries().at(-1)).toMatchObject({ purpose: 'withdrawal', grant: 'G-2' });
  });

  it.each([
    ['absent', undefined],
    ['empty', ''],
  ])('must be stated with a credential; %s is refused', async (_what, purpose) => {
    const { status, body } = await askFor(purpose);
    expect([status, codesOf(body), body.data]).toEqual([400, ['PURPOSE_REQUIRED'], undefined]);
    expect(gateway.statements).toEqual([]);
  });

  it('that is foreign, unknown or expired is refused alike, to the byte', async () => {
    const answers = [
      await askFor('enrolment'), // the school's
      await askFor('nothing-of-the-kind'),
      await askFor('past'),
      await askFor('constructor'),
      await askFor('withdrawal '.padEnd(12, 'x')),
      await askFor('withdrawal,divisions'),
      await askFor('WITHDRAWAL'),
    ];
    for (const { status, body } of answers) {
      expect([status, codesOf(body), body.data]).toEqual([403, ['PURPOSE_NOT_VALID'], undefined]);
    }
    expect(new Set(answers.map(({ text }) => withoutRequestId(text))).size).toBe(1);
    expect(gateway.statements).toEqual([]);
  });

  it('that is not valid is on record as none: a header of the requester’s is no code', async () => {
    await askFor('370202199003071233');
    expect(gateway.entries().at(-1)).toMatchObject({ purpose: null, outcome: 'PURPOSE_NOT_VALID' });
    expect(JSON.stringify(gateway.entries())).not.toContain('370202199003071233');
  });

  it('without a credential is refused, and not answered as the public', async () => {
    const { status, body } = await gateway.post(null, { query: open }, { purpose: 'withdrawal' });
    expect([status, codesOf(body), body.data]).toEqual([401, ['UNAUTHENTICATED'], undefined]);
    expect(gateway.statements).toEqual([]);
  });

  it('gives what its own grant gives: grants are never merged', async () => {
    const query = '{ residents(first: 1) { nodes { name } } }';
    expect((await gateway.ask(asFund, query)).status).toBe(200);
    for (const purpose of ['audit', 'divisions']) {
      gateway.statements.length = 0;
      const { status, body } = await gateway.ask({ client: 'fund', purpose }, query);
      expect([status, codesOf(body)]).toEqual([400, ['GRAPHQL_VALIDATION_FAILED']]);
      expect(gateway.statements).toEqual([]);
    }
  });
});
