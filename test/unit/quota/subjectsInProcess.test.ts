import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';

import { SubjectsInProcess } from '../../../src/quota/subjectsInProcess.js';

import { chargeWith, defineSubjects, times, today } from './defineSubjects.js';

describe('subjects counted in the process', () => {
  defineSubjects(() => Promise.resolve(new SubjectsInProcess(Date.now)));
});

let subjects: SubjectsInProcess;
beforeEach(() => {
  jest.useFakeTimers({ now: Date.parse(`${today}T09:00:00+08:00`) });
  subjects = new SubjectsInProcess(Date.now);
});
afterEach(async () => {
  await subjects.close();
  jest.useRealTimers();
});

describe('what is kept', () => {
  it('is gone at midnight where the channel is, though nobody asks', async () => {
    await chargeWith(subjects, [times('1', 3)]);
    jest.setSystemTime(Date.parse(`${today}T23:59:59+08:00`));
    jest.advanceTimersByTime(15 * 3_600_000 - 1);
    expect(await chargeWith(subjects, [times('1')])).toBe('exceeded');
    jest.advanceTimersByTime(1);
    // Under the same day, to see that it was forgotten and not merely counted anew.
    expect(await chargeWith(subjects, [times('1', 3)])).toBe('counted');
  });

  it('is not gone for a request of before midnight that comes late', async () => {
    expect(await chargeWith(subjects, [times('1', 3)], 'G-1', '2026-11-26')).toBe('counted');
    expect(await chargeWith(subjects, [times('1')])).toBe('exceeded');
    expect(await chargeWith(subjects, [times('1')], 'G-1', '2026-11-26')).toBe('exceeded');
  });

  it('holds no process up that would end', async () => {
    await chargeWith(subjects, [times('1')]);
    expect(jest.getTimerCount()).toBe(1);
    await subjects.close();
    expect(jest.getTimerCount()).toBe(0);
  });
});
