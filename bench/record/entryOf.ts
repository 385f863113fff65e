import { createHash } from 'node:crypto';

import type { Entry } from '../../src/record/entry/entry.js';

const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url');

/** Whom one entry in so many has an alert about; each subject has a hundred entries. */
const perAlert = 100;
const entriesOfSubject = 100;

/** The keyed hash of a subject that has entries, of a record of so many. */
export const someSubject = (entries: number) =>
  hashOf(`subject ${Math.floor(entries / perAlert / entriesOfSubject / 2)}`);

/** Milliseconds between two entries: a million of them is a day. */
const apart = 86;

/**
 * The entry of one request of many, by its number: twenty clients, a thousand cases, and one entry in a hundred
 * with an alert.
 *
 * @param began milliseconds since the epoch, when the first was made
 */
export function entryOf(number: number, began: number): Entry {
  const client = number % 20;
  const subject = Math.floor(number / perAlert / entriesOfSubject);
  const alerts = [
    { of: 'citizen-id', grants: ['G-1', 'G-2'], subject: hashOf(`subject ${subject}`) },
  ];
  const entry = {
    requestId: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    at: new Date(began + number * apart).toISOString(),
    client: `client-${client}`,
    agency: `agency-${client % 6}`,
    purpose: 'school-enrolment',
    actingUser: hashOf(`user ${number % 300}`),
    caseReference: hashOf(`case ${number % 1_000}`),
    grant: `G-${client}`,
    policy: '12',
    catalog: hashOf('catalog'),
    contract: hashOf(`contract ${client}`),
    operation: hashOf(`operation ${number % 50}`),
    reads: [
      {
        resource: 'Resident',
        fields: { idNo: 'MASKED(ID_NUMBER)', name: 'MASKED(NAME)', birthDate: 'MASKED(YEAR)' },
        rows: 1,
        keys: 1,
      },
    ],
    statements: 1,
    ...(number % perAlert === 0 && { alerts }),
    administrator: null,
    action: null,
    outcome: 'OK',
    status: 200,
  };
  return entry as unknown as Entry;
}
