import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { asFund, asSchool, openTestGateway, type TestGateway } from '../support/testGateway.js';
import { testPolicy, validUntil } from '../support/testPolicy.js';

// Leaks that were found in comparable systems, by what one requester has of another, or has not.

/** For `outside`, everyone who is in none of the requester's districts; the fund has none stated. */
const outside = ['school', 'fund'].map((client) => ({
  id: `G-${client}-outside`,
  client,
  purpose: 'outside',
  validUntil,
  resources: {
    Resident: {
      reach: ['LOOKUP' as const, 'LIST' as const],
      fields: { idNo: { uses: ['LOOKUP' as const] }, name: {} },
      rows: { not: { divisionCode: { in: '$requester.districts' } } },
    },
  },
}));

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openTestGateway({ policy: testPolicy({ grants: outside }) });
});
afterAll(() => gateway.close());
beforeEach(() => {
  gateway.statements.length = 0;
});

describe('loaders shared between requests (GraphQL Modules CVE-2026-23735)', () => {
  it('hand nothing over: of requests under way at once, each is answered as its own', async () => {
    const query = '{ resident(idNo: "370202199003071233") { name birthDate } }';
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        gateway.ask(index % 2 === 0 ? asSchool : asFund, query),
      ),
    );
    const entries = new Map(gateway.entries().map((entry) => [String(entry.requestId), entry]));
    for (const [index, { body, headers }] of answers.entries()) {
      expect(body.data?.['resident']).toEqual(
        index % 2 === 0
          ? { name: '张小三', birthDate: '1990-03-07' }
          : { name: '张*三', birthDate: '1990' },
      );
      expect(entries.get(String(headers['request-id']))).toMatchObject({
        grant: index % 2 === 0 ? 'G-1' : 'G-2',
        statements: 1,
      });
    }
  });
});

describe('a scope under `not` with a missing attribute', () => {
  const query = `{ residents { nodes { name } } resident(idNo: "370211197001010018") { name }
    residentsByIdNo(idNos: ["110105194912310028"]) { name } residentAggregate { count } }`;
  const ask = (client: string) => gateway.ask({ client, purpose: 'outside' }, query);

  it('holds of nobody, and no source is asked', async () => {
    const { body } = await ask('fund');
    expect(body.data).toEqual({
      residents: { nodes: [] },
      resident: null,
      residentsByIdNo: [null],
      residentAggregate: [{ count: 0 }],
    });
    expect(gateway.statements).toEqual([]);
    expect(gateway.entries().at(-1)).toMatchObject({
      outcome: 'OK',
      statements: 0,
      // The one row is the count.
      reads: [{ resource: 'Resident', rows: 1, keys: 2 }],
    });
  });

  it('holds of those outside where the attribute is there', async () => {
    expect((await ask('school')).body.data).toEqual({
      residents: { nodes: [{ name: '王*' }, { name: '买*****逊' }] },
      resident: { name: '王*' },
      residentsByIdNo: [{ name: '买*****逊' }],
      residentAggregate: [{ count: 2 }],
    });
  });
});
