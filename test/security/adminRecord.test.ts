import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openAdministered, type Administered } from '../support/administered.js';
import { withoutChance } from '../support/alike.js';
import { asFund, asSchool } from '../support/testGateway.js';

let gateway: Administered;
/** The request ids of what was asked before any search, in order. */
const asked: string[] = [];
let begun = '';

beforeAll(async () => {
  gateway = await openAdministered();
  begun = new Date().toISOString();
  const lookup = '{ resident(idNo: "370202199003071233") { name birthDate } }';
  for (const [as, query] of [
    [asSchool, lookup],
    [asFund, '{ residents { nodes { name } } }'],
    [null, '{ divisions { nodes { name } } }'],
    [asSchool, '{ nothing }'],
  ] as const) {
    const { body } = await gateway.ask(as, query);
    asked.push(body.extensions!.tongdao.requestId);
  }
});
afterAll(() => gateway.close());

interface Found {
  readonly matched: number;
  readonly of: number;
  readonly entries: readonly { readonly requestId: string }[];
}

const search =
  'query ($where: RecordCriteriaInput, $last: Int) { record(where: $where, last: $last) ';

async function find(where: object | null, last?: number): Promise<Found> {
  const query = `${search} { matched of entries { requestId } } }`;
  const variables = { where, ...(last !== undefined && { last }) };
  const { body, code } = await gateway.administer('auditor', query, variables);
  expect(code).toBeUndefined();
  return body.data?.['record'] as Found;
}

/** By their numbers in `asked`. */
const numbers = ({ entries }: Found) => entries.map(({ requestId }) => asked.indexOf(requestId));

describe('the record, searched by an administrator', () => {
  it.each<[string, object, readonly number[]]>([
    ['the requester', { client: 'school' }, [0, 3]],
    ['a requester that there is not', { client: 'nobody' }, []],
    ['the purpose', { purpose: 'withdrawal' }, [1]],
    ['the resource', { resource: 'Resident' }, [0, 1]],
    ['a field of it', { resource: 'Resident', field: 'birthDate' }, [0]],
    ['a field that every object has', { resource: 'Resident', field: 'toString' }, []],
    ['the outcome', { outcome: 'GRAPHQL_VALIDATION_FAILED' }, [3]],
    ['more than one', { client: 'school', outcome: 'OK' }, [0]],
    ['an alert', { alerts: true }, []],
    ['no alert in particular', { alerts: false, client: 'school' }, [0, 3]],
    ['a null, which is none', { client: null, resource: 'Division' }, [2]],
    ['a time before which nothing was', { until: '2020-01-01' }, []],
  ])('by %s', async (_by, where, expected) => {
    expect(numbers(await find(where))).toEqual(expected);
  });

  it('by the time from which it is looked for', async () => {
    expect(numbers(await find({ since: begun })).slice(0, 4)).toEqual([0, 1, 2, 3]);
  });

  it('hands out the newest, and says how many there are', async () => {
    const found = await find({ client: 'school' }, 1);
    expect(numbers(found)).toEqual([3]);
    expect(found.matched).toBe(2);
    expect(found.of).toBeGreaterThan(4);
  });

  it('tells who, why, what and how much, and never a value', async () => {
    const query = `${search} { entries {
      requestId client agency purpose actingUser caseReference grant operation outcome
      alerts { of subject grants }
      reads { resource rows fields { name form } }
    } } }`;
    const { body, text } = await gateway.administer('auditor', query, {
      where: { resource: 'Resident', field: 'birthDate' },
    });
    expect(body.data?.['record']).toEqual({
      entries: [
        {
          requestId: asked[0],
          client: 'school',
          agency: 'qd-education',
          purpose: 'enrolment',
          actingUser: expect.stringMatching(/^[\w-]{43}$/),
          caseReference: expect.stringMatching(/^[\w-]{43}$/),
          grant: 'G-1',
          operation: expect.stringMatching(/^[0-9a-f]{64}$/),
          outcome: 'OK',
          alerts: [],
          reads: [
            {
              resource: 'Resident',
              rows: 1,
              fields: expect.arrayContaining([{ name: 'birthDate', form: 'CLEAR' }]),
            },
          ],
        },
      ],
    });
    expect(withoutChance(text)).not.toMatch(/370202|张小三|1990|window-07|QD-2026/);
  });

  it.each<[string, object, string]>([
    [
      'a field without its resource',
      { where: { field: 'name' } },
      '`field` names a field of a resource: state `resource` too.',
    ],
    [
      'no day and no time',
      { where: { since: 'yesterday' } },
      '`since` is a day, as 2026-01-31, or a time with its zone, as 2026-01-31T08:00+08:00.',
    ],
    [
      'a time that leaves none',
      { where: { since: '2026-01-02', until: '2026-01-02' } },
      '`since` is before `until`: these leave no time between them.',
    ],
    ['too many', { last: 1_001 }, '`last` is from 1 to 1000.'],
    ['none', { last: 0 }, '`last` is from 1 to 1000.'],
  ])('refuses %s', async (_what, variables, message) => {
    const { code, body } = await gateway.administer('auditor', `${search} { of } }`, {
      ...variables,
    });
    expect([code, body.errors?.[0]?.message]).toEqual(['BAD_USER_INPUT', message]);
  });

  it('refuses what is no name, and does not say it again', async () => {
    const where = { client: '张小三 370202199003071233' };
    const { code, text } = await gateway.administer('auditor', `${search} { of } }`, { where });
    expect(code).toBe('BAD_USER_INPUT');
    expect(withoutChance(text)).not.toMatch(/张小三|370202/);
    expect(withoutChance(JSON.stringify(gateway.entries().at(-1)))).not.toMatch(/张小三|370202/);
  });

  it('is on record itself: by whom, and for what', async () => {
    await find({ client: 'school', resource: 'Resident' });
    expect(gateway.entries().at(-1)).toMatchObject({
      administrator: 'auditor',
      action: 'record; where client=school resource=Resident',
      outcome: 'OK',
    });
  });
});

describe('what was looked for goes on record as far as policy and catalog know it', () => {
  const idNo = '370202199003071233';

  it.each<[string, object, string]>([
    [
      'all known',
      { client: 'fund', agency: 'qd-education', purpose: 'enrolment', outcome: 'NOT_READY' },
      'where client=fund agency=qd-education purpose=enrolment outcome=NOT_READY',
    ],
    [
      'numbers of people',
      { client: idNo, agency: idNo, purpose: idNo, outcome: idNo },
      'where client=? agency=? purpose=? outcome=?',
    ],
    [
      'one that is no resource, beside a day',
      { resource: idNo, field: 'name', since: '2026-01-01' },
      'where resource=? field=? since=2025-12-31T16:00:00.000Z',
    ],
    [
      'no field of the resource',
      { resource: 'Resident', field: idNo },
      'where resource=Resident field=?',
    ],
  ])('%s', async (_what, where, words) => {
    expect((await find(where)).matched).toBe(0);
    const entry = gateway.entries().at(-1)!;
    expect(entry.action).toBe(`record; ${words}`);
    expect(JSON.stringify(entry)).not.toContain(idNo);
  });
});

describe('the report on the record', () => {
  const report = async () => {
    const query = '{ recordReport { sound lines head damages { kind seq line count } } }';
    const { body } = await gateway.administer('auditor', query);
    return body.data?.['recordReport'];
  };

  it('is sound while it is, and tells what is not', async () => {
    const lines = gateway.entries().length;
    expect(await report()).toEqual({
      sound: true,
      lines,
      head: expect.stringMatching(/^[0-9a-f]{64}$/),
      damages: [],
    });
    const file = join(gateway.dir, 'record.jsonl');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('"client":"fund"', '"client":"gone"'));
    expect(await report()).toMatchObject({
      sound: false,
      damages: [{ kind: 'ALTERED', seq: 2, line: 2, count: 1 }],
    });
  });
});
