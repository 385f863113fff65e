import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { deriveKey } from '../../src/keys/deriveKey.js';
import type { Entry } from '../../src/record/entry/entry.js';
import { RecordSearch } from '../../src/record/search/recordSearch.js';
import { codesOf, withoutChance, withoutRequestId } from '../support/alike.js';
import {
  asFund,
  asSchool,
  openTestGateway,
  type As,
  type TestGateway,
} from '../support/testGateway.js';
import { asSchoolVerifier, asVerifier, verifyPolicy } from '../support/verifyPolicy.js';

const zhang = '370202199003071233';
const nobody = '370202199003079999';
const lookup = (idNo: string) => `{ resident(idNo: "${idNo}") { name } }`;
const verify = (idNo: string) =>
  `{ verifyResident(idNo: "${idNo}", claims: { name: "张小三", birthDate: "1990-03-07" }) { result } }`;

/** Four grants of two clients, by which one person can be asked for. */
const asking: readonly (readonly [As, (idNo: string) => string])[] = [
  [asFund, lookup],
  [asSchool, lookup],
  [asVerifier, verify],
  [asSchoolVerifier, verify],
];

let gateway: TestGateway;
let now = 0;
beforeEach(async () => {
  now = Date.parse('2026-11-25T09:00:00+08:00');
  gateway = await openTestGateway({ policy: verifyPolicy(), now: () => now });
});
afterEach(() => gateway.close());

const alertsOf = (entry: Entry | undefined) => entry?.alerts ?? [];
const lastAlerts = () => alertsOf(gateway.entries().at(-1));

async function askAll(idNo: string, count = asking.length): Promise<readonly string[]> {
  const texts: string[] = [];
  for (const [as, query] of asking.slice(0, count)) {
    const { text, body } = await gateway.ask(as, query(idNo));
    expect(codesOf(body)).toEqual([]);
    texts.push(withoutRequestId(text));
  }
  return texts;
}

describe('one person, asked for under many grants in a day', () => {
  it('is on record once, by the third grant, as a keyed hash', async () => {
    await askAll(zhang);
    const entries = gateway.entries().filter(({ requestId }) => requestId);
    expect(entries.map((entry) => alertsOf(entry).length)).toEqual([0, 0, 1, 0]);
    const [alert] = alertsOf(entries[2]);
    expect(alert).toEqual({
      of: 'citizen-id',
      subject: expect.stringMatching(/^[\w-]{43}$/),
      grants: ['G-1', 'G-2', 'G-fund-check'],
    });
    expect(withoutChance(JSON.stringify(entries))).not.toMatch(/37020|张小三/);
    expect((await gateway.verify()).damages).toEqual([]);
  });

  it('is on record whether or not there is such a person, and with nobody’s hash but their own', async () => {
    await askAll(zhang, 3);
    const ofZhang = lastAlerts();
    await askAll(nobody, 3);
    const ofNobody = lastAlerts();
    expect(ofNobody).toHaveLength(1);
    const entry = gateway.entries().at(-1)!;
    const hashes = [
      ofZhang[0]?.subject,
      ofNobody[0]?.subject,
      entry.actingUser,
      entry.caseReference,
    ];
    expect(new Set(hashes).size).toBe(4);
  });

  it('is on record anew the next day, by the same hash', async () => {
    await askAll(zhang, 3);
    const today = lastAlerts();
    now += 24 * 3_600_000;
    await askAll(zhang, 2);
    expect(lastAlerts()).toEqual([]);
    await gateway.ask(asVerifier, verify(zhang));
    expect(lastAlerts()).toEqual(today);
  });

  it('is not seen by who asks: answers are the same, to the byte', async () => {
    const first = await askAll(zhang);
    const again = await askAll(zhang);
    expect(again).toEqual(first);
  });

  it('is noticed where the same operation was asked before, past Apollo', async () => {
    // Each operation is known from the person before.
    await askAll(nobody);
    await askAll(zhang, 3);
    expect(lastAlerts()).toHaveLength(1);
  });

  it('is not noticed by what is refused', async () => {
    await askAll(zhang, 2);
    const { body } = await gateway.post(
      asVerifier,
      { query: verify(zhang) },
      { 'case-reference': undefined },
    );
    expect(codesOf(body)).toEqual(['BAD_USER_INPUT']);
    expect(lastAlerts()).toEqual([]);
  });

  it('is on record where the source then fails', async () => {
    await askAll(zhang, 2);
    await gateway.world.alter('population', 'ALTER TABLE resident RENAME TO gone');
    const { body } = await gateway.ask(asVerifier, verify(zhang));
    expect(codesOf(body)).toEqual(['SOURCE_UNAVAILABLE']);
    expect(lastAlerts()).toHaveLength(1);
  });
});

describe('alerts', () => {
  it('are what the record can be searched for', async () => {
    await askAll(zhang);
    const found: Entry[] = [];
    const { recordFile, masterKey } = gateway.deployment;
    const key = deriveKey('record', masterKey);
    const search = new RecordSearch(recordFile, key, false);
    const counts = await search.each({ alerts: true }, (entry) => found.push(entry));
    expect(counts).toEqual({ matched: 1, of: 4, archived: 0 });
    expect(found[0]?.grant).toBe('G-fund-check');
  });

  it('are told in the log, without the one whom they are about', async () => {
    const lines: string[] = [];
    const write = process.stdout.write.bind(process.stdout);
    process.stdout.write = (line: string | Uint8Array) => {
      lines.push(String(line));
      return true;
    };
    await gateway.close();
    gateway = await openTestGateway({ policy: verifyPolicy(), logLevel: 'warn' });
    try {
      await askAll(zhang);
    } finally {
      process.stdout.write = write;
    }
    const told = lines.filter((line) => line.includes('many grants'));
    expect(told).toHaveLength(1);
    expect(JSON.parse(told[0]!)).toMatchObject({ level: 40, subjects: 1, of: ['citizen-id'] });
    expect(told[0]).not.toMatch(/[\w-]{43}/);
    expect(withoutChance(told[0]!)).not.toMatch(/37020/);
  });
});
