import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';

import type { AskedSubject } from '../../../src/plan/askedSubjects.js';
import { SubjectsInProcess } from '../../../src/quota/subjectsInProcess.js';
import type { GrantId } from '../../../src/shared/brand.js';

const today = '2026-11-25';
const tomorrow = '2026-11-26';
const limits = { maxSubjectLookups: 3, noticedGrants: 2 };

let subjects: SubjectsInProcess;
beforeEach(() => {
  jest.useFakeTimers({ now: Date.parse(`${today}T09:00:00+08:00`) });
  subjects = new SubjectsInProcess(Date.now);
});
afterEach(() => {
  subjects.close();
  jest.useRealTimers();
});

const times = (key: string, count = 1, of = 'citizen-id'): AskedSubject => ({
  id: `${of} ${key}`,
  of,
  times: count,
});

async function charge(asked: readonly AskedSubject[], grant = 'G-1', day = today) {
  return (await subjects.charge({ grant: grant as GrantId, day, asked }, limits)).kind;
}

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
    for (const grant of ['G-1', 'G-2']) expect(await charge([times('1')], grant)).toBe('exceeded');
  });

  it('is counted anew every day', async () => {
    expect(await charge([times('1', 3)])).toBe('counted');
    expect(await charge([times('1', 3)], 'G-1', tomorrow)).toBe('counted');
    expect(await charge([times('1')], 'G-1', tomorrow)).toBe('exceeded');
  });
});

describe('a subject who is asked for under several grants', () => {
  async function noticed(asked: readonly AskedSubject[], grant: string, day = today) {
    const charged = await subjects.charge({ grant: grant as GrantId, day, asked }, limits);
    return charged.kind === 'counted' ? charged.noticed : charged.kind;
  }

  it('is noticed once a day, when they are as many as are conspicuous', async () => {
    expect(await noticed([times('1')], 'G-1')).toEqual([]);
    expect(await noticed([times('1')], 'G-1')).toEqual([]);
    expect(await noticed([times('2'), times('1')], 'G-2')).toEqual([
      { id: 'citizen-id 1', of: 'citizen-id', grants: ['G-1', 'G-2'] },
    ]);
    expect(await noticed([times('1')], 'G-3')).toEqual([]);
    expect(await noticed([times('1')], 'G-1', tomorrow)).toEqual([]);
    expect(await noticed([times('1')], 'G-3', tomorrow)).toHaveLength(1);
  });

  it('is not noticed by a request that is refused', async () => {
    expect(await noticed([times('1')], 'G-1')).toEqual([]);
    expect(await noticed([times('1', 4)], 'G-2')).toBe('exceeded');
    expect(await noticed([times('1')], 'G-2')).toHaveLength(1);
  });
});

describe('what is kept', () => {
  it('is gone at midnight where the channel is, though nobody asks', async () => {
    await charge([times('1', 3)]);
    jest.setSystemTime(Date.parse(`${today}T23:59:59+08:00`));
    jest.advanceTimersByTime(15 * 3_600_000 - 1);
    expect(await charge([times('1')])).toBe('exceeded');
    jest.advanceTimersByTime(1);
    // Under the same day, to see that it was forgotten and not merely counted anew.
    expect(await charge([times('1', 3)])).toBe('counted');
  });

  it('holds no process up that would end', async () => {
    await charge([times('1')]);
    expect(jest.getTimerCount()).toBe(1);
    subjects.close();
    expect(jest.getTimerCount()).toBe(0);
  });
});

describe('where more are asked for than are kept', () => {
  beforeEach(() => {
    subjects = new SubjectsInProcess(Date.now, 4);
  });

  it('those who are asked for least are forgotten, and no one is counted less than they were', async () => {
    await charge([times('watched', 2)]);
    for (const key of ['a', 'b', 'c', 'd']) await charge([times(key)]);
    // Whoever was kept has its own count; whoever was not is taken for one of the forgotten.
    expect(await charge([times('watched', 2)])).toBe('exceeded');
    expect(await charge([times('watched', 1)])).toBe('counted');
    expect(await charge([times('a', 3)])).toBe('exceeded');
    expect(await charge([times('never before', 3)])).toBe('exceeded');
    expect(await charge([times('never before', 2)])).toBe('counted');
  });

  it('a whole request may be more than are kept', async () => {
    const many = Array.from({ length: 50 }, (_, index) => times(String(index)));
    expect(await charge(many)).toBe('counted');
    expect(await charge([times('0', 2)])).toBe('counted');
    expect(await charge([times('0')])).toBe('exceeded');
  });
});
