import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { asFund, asSchool, openTestGateway, type TestGateway } from '../support/testGateway.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openTestGateway();
});
afterAll(() => gateway.close());

const operation = `{
  resident(idNo: "370202199003071233") {
    idNo name birthDate division { name province { name } }
  }
}`;

describe('the same operation, asked by two requesters', () => {
  it('is answered in clear, as approved, to the school', async () => {
    const { status, body } = await gateway.ask(asSchool, operation);
    expect(status).toBe(200);
    expect(body.errors).toBeUndefined();
    expect(body.data).toEqual({
      resident: {
        idNo: '370***********1233',
        name: '张小三',
        birthDate: '1990-03-07',
        division: { name: '市南区', province: { name: '山东省' } },
      },
    });
  });

  it('is answered masked to the fund', async () => {
    const { body } = await gateway.ask(asFund, operation);
    expect(body.data).toEqual({
      resident: {
        idNo: '370***********1233',
        name: '张*三',
        birthDate: '1990',
        division: { name: '市南区', province: { name: '山东省' } },
      },
    });
  });

  it('is no operation for the public', async () => {
    const { status, body } = await gateway.ask(null, operation);
    expect(status).toBe(400);
    expect(body.data).toBeUndefined();
    expect(body.errors?.map(({ extensions }) => extensions.code)).toEqual([
      'GRAPHQL_VALIDATION_FAILED',
    ]);
  });

  it('leaves an entry for each, with forms and counts', () => {
    const entries = gateway.entries();
    expect(entries.map(({ client, outcome }) => [client, outcome])).toEqual([
      ['school', 'OK'],
      ['fund', 'OK'],
      [null, 'GRAPHQL_VALIDATION_FAILED'],
    ]);
    expect(entries[1]?.reads[0]).toEqual({
      resource: 'Resident',
      fields: { idNo: 'MASKED(ID_NUMBER)', name: 'MASKED(NAME)', birthDate: 'MASKED(YEAR)' },
      rows: 1,
      keys: 1,
    });
  });
});
