import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import type { AskedSubject, OpenSubjectCounter } from '../../../src/quota/subjectCounter.js';
import type { GrantId } from '../../../src/shared/brand.js';

export const today = '2026-11-25';
const tomorrow = '2026-11-26';
const limits = { maxSubjectLookups: 3, maxSubjects: 4, noticedGrants: 2 };

export const times = (key: string, count = 1, of = 'citizen-id'): AskedSubject => ({
  id: `${of} ${key}`,
  of,
  times: count,
});

/** Charges as under one grant on one day; tells whether it was counted. */
export async function chargeWith(
  subjects: OpenSubjectCounter,
  asked: readonly AskedSubject[],
  grant = 'G-1',
  day = today,
): Promise<string> {
  return (await subjects.charge({ grant: grant as GrantId, day, asked }, limits)).kind;
}

/** What holds of counts wherever they are kept. */
export function defineSubjects(open: () => Promise<OpenSubjectCounter>): void {
  let subjects: OpenSubjectCounter;
  beforeEach(async () => {
    subjects = await open();
  });
  afterEach(() => subjects.close());

  const charge = (asked: readonly AskedSubject[], grant?: string, day?: string) =>
    chargeWith(subjects, asked, grant, day);

  describe('a subject', () => {
    it('is counted up to the limit, and not beyond', async () => {
      expect(await charge([times('1', 2)])).toBe('counted');
      expect(await charge([times('1')])).toBe('counted');
      expect(await charge([times('1')])).toBe('exceeded');
    });

    it('is beyond it by one request alone, which is counted for nothing', async () => {
      expect(await charge([times('1', 4)])).toBe('exceeded');
      expect(await charge([times('1', 3)])).toBe('counted');
    });

    it('takes those that are asked for with it along: all are counted, or none', async () => {
      expect(await charge([times('2', 2), times('1', 4)])).toBe('exceeded');
      expect(await charge([times('2', 3)])).toBe('counted');
    });

    it('is counted apart from others, and under each grant anew', async () => {
      expect(await charge([times('1', 3)])).toBe('counted');
      expect(await charge([times('2', 3)])).toBe('counted');
      expect(await charge([times('1', 3, 'Member.no')])).toBe('counted');
      expect(await charge([times('1', 3)], 'G-2')).toBe('counted');
      for (const grant of ['G-1', 'G-2'])
        expect(await charge([times('1')], grant)).toBe('exceeded');
    });

    it('is counted anew every day', async () => {
      expect(await charge([times('1', 3)])).toBe('counted');
      expect(await charge([times('1', 3)], 'G-1', tomorrow)).toBe('counted');
      expect(await charge([times('1')], 'G-1', tomorrow)).toBe('exceeded');
    });
  });

  describe('the subjects of a grant', () => {
    it('are so many in a day, and others no more', async () => {
      expect(await charge([times('1'), times('2'), times('3')])).toBe('counted');
      expect(await charge([times('4'), times('5')])).toBe('tooMany');
      expect(await charge([times('4')])).toBe('counted');
      expect(await charge([times('5')])).toBe('tooMany');
      // Who was asked for before may be asked for again.
      expect(await charge([times('1')])).toBe('counted');
      expect(await charge([times('5')], 'G-1', tomorrow)).toBe('counted');
    });

    it('are no matter of another grant', async () => {
      for (const key of ['1', '2', '3', '4']) await charge([times(key)]);
      expect(await charge([times('5')])).toBe('tooMany');
      for (const key of ['5', '6', '7', '8'])
        expect(await charge([times(key)], 'G-2')).toBe('counted');
    });
  });

  describe('a subject who is asked for under several grants', () => {
    async function noticed(asked: readonly AskedSubject[], grant: string, day = today) {
      const charged = await subjects.charge({ grant: grant as GrantId, day, asked }, limits);
      return charged.kind === 'counted' ? charged.noticed : charged.kind;
    }

    const one = { id: 'citizen-id 1', of: 'citizen-id' };

    it('is noticed from as many on as are conspicuous, until an alert is on record', async () => {
      expect(await noticed([times('1')], 'G-1')).toEqual([]);
      expect(await noticed([times('1')], 'G-1')).toEqual([]);
      expect(await noticed([times('2'), times('1')], 'G-2')).toEqual([
        { ...one, grants: ['G-1', 'G-2'] },
      ]);
      // Whoever noticed it may have failed to put it on record.
      expect(await noticed([times('1')], 'G-3')).toEqual([
        { ...one, grants: ['G-1', 'G-2', 'G-3'] },
      ]);
      await subjects.raised(today, [one.id]);
      expect(await noticed([times('1')], 'G-4')).toEqual([]);
      expect(await noticed([times('2')], 'G-4')).toHaveLength(1);
    });

    it('is noticed anew every day', async () => {
      await noticed([times('1')], 'G-1');
      await noticed([times('1')], 'G-2');
      await subjects.raised(today, [one.id]);
      expect(await noticed([times('1')], 'G-1', tomorrow)).toEqual([]);
      expect(await noticed([times('1')], 'G-3', tomorrow)).toHaveLength(1);
    });

    it('is not noticed by a request that is refused', async () => {
      expect(await noticed([times('1')], 'G-1')).toEqual([]);
      expect(await noticed([times('1', 4)], 'G-2')).toBe('exceeded');
      expect(await noticed([times('1')], 'G-2')).toHaveLength(1);
    });
  });
}
