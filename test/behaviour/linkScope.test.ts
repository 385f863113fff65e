import { describe, expect, it } from '@jest/globals';

import { codesOf, withoutRequestId } from '../support/alike.js';
import { asFund, asSchool, openTestGateway } from '../support/testGateway.js';
import { testPolicy } from '../support/testPolicy.js';

const list = '{ residents { nodes { name division { name province { name } } } } }';

type Rules = NonNullable<NonNullable<Parameters<typeof testPolicy>[0]>['rules']>;

async function openWith(rules: Rules) {
  return openTestGateway({ policy: testPolicy({ rules }) });
}

describe('the row scope of a link’s target', () => {
  it('hides through the link what it hides of the target itself', async () => {
    const gateway = await openWith([
      {
        kind: 'ROWS',
        id: 'R-1',
        client: 'fund',
        resource: 'Division',
        rows: { code: { in: ['370203'] } },
      },
    ]);
    try {
      const { body } = await gateway.ask(asFund, list);
      expect(gateway.statements[1]).toEqual({
        sql: 'SELECT "code", "name", "provinceCode" FROM "area" WHERE "code" IN (?, ?, ?, ?) AND "code" = ?',
        parameters: ['370202', '370203', '370211', '999999', '370203'],
      });
      expect(body.data).toEqual({
        residents: {
          nodes: [
            { name: '张*三', division: null },
            { name: '李*', division: { name: '市北区', province: { name: '山东省' } } },
            { name: '欧**月', division: null },
            { name: '王*', division: null },
            { name: '买*****逊', division: null },
          ],
        },
      });
      // A division out of scope and one that is in no table, alike.
      const ofScope = await gateway.ask(asFund, '{ division(code: "370202") { name } }');
      const ofNone = await gateway.ask(asFund, '{ division(code: "999999") { name } }');
      expect(withoutRequestId(ofScope.text)).toBe(withoutRequestId(ofNone.text));
      // The rule concerns the fund; the school sees what it saw.
      const { body: ofSchool } = await gateway.ask(asSchool, list);
      expect(ofSchool.data).toMatchObject({
        residents: { nodes: [{ division: { name: '市南区' } }, {}, {}] },
      });
    } finally {
      await gateway.close();
    }
  });

  it('that hangs on a missing attribute leaves nothing, and no statement is made', async () => {
    const gateway = await openWith([
      {
        kind: 'ROWS',
        id: 'R-1',
        resource: 'Division',
        rows: { code: { in: '$requester.districts' } },
      },
    ]);
    try {
      const { body } = await gateway.ask(asFund, list);
      expect(gateway.statements.length).toBe(1);
      expect(JSON.stringify(body)).not.toContain('区');
      const { body: ofSchool } = await gateway.ask(asSchool, list);
      expect(JSON.stringify(ofSchool)).toContain('市南区');
      // The public has no attributes at all.
      const { body: ofPublic } = await gateway.ask(null, '{ divisions { nodes { name } } }');
      expect(ofPublic.data).toEqual({ divisions: { nodes: [] } });
    } finally {
      await gateway.close();
    }
  });
});

describe('a link that may not be followed does not exist', () => {
  it.each([
    ['its target is suspended', { kind: 'SUSPEND', id: 'R-1', resource: 'Division' }],
    [
      'its key is withheld',
      { kind: 'WITHHOLD', id: 'R-1', resource: 'Resident', field: 'divisionCode' },
    ],
    [
      'its target’s key is withheld',
      { kind: 'WITHHOLD', id: 'R-1', resource: 'Division', field: 'code' },
    ],
  ] as const)('where %s', async (_why, rule) => {
    const gateway = await openWith([rule]);
    try {
      const refused = await gateway.ask(asFund, '{ residents { nodes { division { name } } } }');
      const unknown = await gateway.ask(asFund, '{ residents { nodes { elephant { name } } } }');
      expect(codesOf(refused.body)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
      expect(withoutRequestId(refused.text).replaceAll('division', 'elephant')).toBe(
        withoutRequestId(unknown.text),
      );
      expect(gateway.statements).toEqual([]);
      const { body } = await gateway.ask(asFund, '{ residents(first: 1) { nodes { name } } }');
      expect(body.data).toEqual({ residents: { nodes: [{ name: '张*三' }] } });
    } finally {
      await gateway.close();
    }
  });

  it('where the grant does not name it, though both ends are granted', async () => {
    const seed = JSON.parse(testPolicy()) as {
      grants: { resources: { Resident?: { links: string[] } } }[];
    };
    for (const { resources } of seed.grants) if (resources.Resident) resources.Resident.links = [];
    const gateway = await openTestGateway({ policy: JSON.stringify(seed) });
    try {
      const { body } = await gateway.ask(asFund, '{ residents { nodes { division { name } } } }');
      expect(codesOf(body)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
      expect(gateway.statements).toEqual([]);
      const ends =
        '{ division(code: "370202") { name } residents(first: 1) { nodes { divisionCode } } }';
      expect((await gateway.ask(asFund, ends)).body.data).toEqual({
        division: { name: '市南区' },
        residents: { nodes: [{ divisionCode: '370202' }] },
      });
    } finally {
      await gateway.close();
    }
  });
});
