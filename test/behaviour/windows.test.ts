import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { codesOf, withoutRequestId } from '../support/alike.js';
import {
  asFund,
  asSchool,
  openTestGateway,
  type As,
  type TestGateway,
} from '../support/testGateway.js';
import { testPolicy } from '../support/testPolicy.js';

let time = 0;
let gateway: TestGateway;
beforeAll(async () => {
  const policy = testPolicy({
    rules: [
      {
        id: 'R-1',
        kind: 'WINDOW',
        resource: 'Resident',
        client: 'school',
        days: ['MON', 'TUE', 'WED', 'THU', 'FRI'],
        from: '08:30',
        to: '18:00',
      },
      {
        id: 'R-2',
        kind: 'WINDOW',
        resource: 'Division',
        days: ['WED'],
        from: '12:00',
        to: '13:00',
      },
    ],
  });
  gateway = await openTestGateway({ policy, now: () => time });
});
afterAll(() => gateway.close());

const residents = '{ residents(first: 1) { nodes { name } } }';

/** A Wednesday, at a time there. */
const at = (text: string) => Date.parse(`2026-11-25T${text}+08:00`);

async function askAt(moment: number, as: As, query: string) {
  time = moment;
  const { body, text } = await gateway.ask(as, query);
  return { codes: codesOf(body), data: body.data, text: withoutRequestId(text) };
}

describe('a resource with a window', () => {
  it('is there on its days and between its times, and outside of them it is not', async () => {
    const open = async (moment: number) => {
      const { codes } = await askAt(moment, asSchool, residents);
      return codes.length === 0;
    };
    expect(await open(at('08:29:59.999'))).toBe(false);
    expect(await open(at('08:30:00.000'))).toBe(true);
    expect(await open(at('17:59:59.999'))).toBe(true);
    expect(await open(at('18:00:00.000'))).toBe(false);
    // The Saturday after.
    expect(await open(at('12:00:00.000') + 3 * 24 * 3_600_000)).toBe(false);
  });

  it('is absent while it is closed: refused as what does not exist is, in both lanes', async () => {
    await askAt(at('09:00'), asSchool, residents);
    await askAt(at('09:00'), asSchool, residents);
    gateway.statements.length = 0;
    const closed = await askAt(at('20:00'), asSchool, residents);
    const unknown = await askAt(at('20:00'), asSchool, residents.replace('residents', 'residentz'));
    expect(closed).toMatchObject({ codes: ['GRAPHQL_VALIDATION_FAILED'], data: undefined });
    expect(closed.text.replaceAll('residents', 'residentz')).toBe(unknown.text);
    expect(gateway.statements).toEqual([]);
    const type = await askAt(at('20:00'), asSchool, '{ __type(name: "Resident") { name } }');
    expect(type.data).toEqual({ __type: null });
  });

  it('is open to whom the window does not concern', async () => {
    expect((await askAt(at('20:00'), asFund, residents)).codes).toEqual([]);
  });

  it('takes the links to it along', async () => {
    const followed = '{ residents(first: 1) { nodes { division { name } } } }';
    expect((await askAt(at('12:30'), asFund, followed)).codes).toEqual([]);
    expect((await askAt(at('13:00'), asFund, followed)).codes).toEqual([
      'GRAPHQL_VALIDATION_FAILED',
    ]);
    expect((await askAt(at('13:00'), null, '{ divisions { nodes { name } } }')).codes).toEqual([
      'GRAPHQL_VALIDATION_FAILED',
    ]);
  });
});
