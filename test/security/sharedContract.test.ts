import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { keyOf } from '../support/testClients.js';
import { asSchool, openTestGateway, type As, type TestGateway } from '../support/testGateway.js';
import { testPolicy } from '../support/testPolicy.js';

/** Schools that were granted the same, and differ in what they serve. */
function policy(): string {
  const seed = JSON.parse(testPolicy()) as { clients: object[]; grants: { purpose: string }[] };
  const enrolment = seed.grants.find(({ purpose }) => purpose === 'enrolment')!;
  const schools = [
    ['school-of-huangdao', { districts: '370211' }],
    ['school-of-none', {}],
    ['school-of-empty', { districts: [] }],
    ['school-of-numbers', { districts: [370202, '370203'] }],
  ] as const;
  return JSON.stringify({
    ...seed,
    clients: [
      ...seed.clients,
      ...schools.map(([id, attributes]) => ({
        id,
        agency: 'qd-education',
        attributes,
        keys: [keyOf(id).registered],
      })),
    ],
    grants: [
      ...seed.grants,
      ...schools.map(([client]) => ({ ...enrolment, id: `G-${client}`, client })),
    ],
  });
}

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openTestGateway({ policy: policy() });
});
afterAll(() => gateway.close());
beforeEach(() => {
  gateway.statements.length = 0;
});

const of = (client: string): As => ({ client, purpose: 'enrolment' });
const list = '{ residents { nodes { name } pageInfo { hasNextPage } } }';
const lookup = '{ resident(idNo: "370211197001010018") { name } }';

async function namesOf(as: As): Promise<readonly string[]> {
  const { body } = await gateway.ask(as, list);
  expect(body.errors).toBeUndefined();
  return (body.data?.['residents'] as { nodes: { name: string }[] }).nodes.map(({ name }) => name);
}

describe('requesters who share a contract', () => {
  it('share its fingerprint', async () => {
    for (const as of [asSchool, of('school-of-huangdao'), of('school-of-none')]) await namesOf(as);
    const contracts = gateway.entries().map(({ contract }) => contract);
    expect(contracts.length).toBe(3);
    expect(new Set(contracts).size).toBe(1);
  });

  it('see the rows of their own scope each, in whatever turn they ask', async () => {
    const ofSchool = ['张小三', '李四', '欧阳明月'];
    expect(await namesOf(asSchool)).toEqual(ofSchool);
    expect(await namesOf(of('school-of-huangdao'))).toEqual(['王五']);
    expect(await namesOf(asSchool)).toEqual(ofSchool);
    expect(gateway.statements.map(({ parameters }) => parameters)).toEqual([
      ['370202', '370203', 21],
      ['370211', 21],
      ['370202', '370203', 21],
    ]);
    expect((await gateway.ask(of('school-of-huangdao'), lookup)).body.data).toEqual({
      resident: { name: '王五' },
    });
    expect((await gateway.ask(asSchool, lookup)).body.data).toEqual({ resident: null });
  });

  it('see them side by side', async () => {
    const asked = Array.from({ length: 40 }, (_, index) =>
      index % 2 ? asSchool : of('school-of-huangdao'),
    );
    const seen = await Promise.all(asked.map(namesOf));
    expect(seen.map((names) => names.length)).toEqual(asked.map((as) => (as === asSchool ? 3 : 1)));
  });

  it.each(['school-of-none', 'school-of-empty', 'school-of-numbers'])(
    'see nothing where the attribute is missing or fits no column, and nothing is asked: %s',
    async (client) => {
      expect(await namesOf(of(client))).toEqual([]);
      expect((await gateway.ask(of(client), lookup)).body.data).toEqual({ resident: null });
      expect(gateway.statements).toEqual([]);
    },
  );

  it('are on record each by name and grant', async () => {
    const known = gateway.entries().length;
    await namesOf(asSchool);
    await namesOf(of('school-of-huangdao'));
    expect(
      gateway
        .entries()
        .slice(known)
        .map(({ client, grant }) => [client, grant]),
    ).toEqual([
      ['school', 'G-1'],
      ['school-of-huangdao', 'G-school-of-huangdao'],
    ]);
  });
});
