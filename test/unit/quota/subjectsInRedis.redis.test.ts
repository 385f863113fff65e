import { randomBytes } from 'node:crypto';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { SubjectsInRedis } from '../../../src/quota/subjectsInRedis.js';
import { testRedis } from '../../support/testRedis.js';

import { chargeWith, defineSubjects, times } from './defineSubjects.js';

const redis = testRedis(9);
const key = randomBytes(32);

async function open(): Promise<SubjectsInRedis> {
  const subjects = new SubjectsInRedis(redis.url, key);
  while (!(await subjects.isReady())) await new Promise((settle) => setTimeout(settle, 20));
  return subjects;
}

beforeEach(redis.empty);
afterAll(redis.empty);

describe('subjects counted in Redis', () => {
  defineSubjects(open);
});

describe('what lies in Redis', () => {
  let subjects: SubjectsInRedis;
  beforeAll(async () => {
    subjects = await open();
  });
  afterAll(() => subjects.close());

  it('is no one’s number, and another key for each subject and day', async () => {
    await chargeWith(subjects, [times('370202199003071233'), times('370203198512121510')]);
    await chargeWith(subjects, [times('370202199003071233')], 'G-1', '2026-11-26');
    const text = await redis.text();
    expect(text).not.toMatch(/37020/);
    // Beside them, for each day, how many each grant asked for.
    expect(text.match(/tongdao:\{subjects/g)).toHaveLength(3 + 2);
  });

  it('is gone by itself after two days', async () => {
    await chargeWith(subjects, [times('1')]);
    for (const seconds of await redis.timesToLive()) {
      expect(seconds).toBeGreaterThan(2 * 24 * 3_600 - 60);
      expect(seconds).toBeLessThanOrEqual(2 * 24 * 3_600);
    }
  });

  it('is shared by all who have the key', async () => {
    const other = await open();
    try {
      expect(await chargeWith(subjects, [times('1', 2)])).toBe('counted');
      expect(await chargeWith(other, [times('1', 2)])).toBe('exceeded');
      expect(await chargeWith(other, [times('1', 1)])).toBe('counted');
    } finally {
      await other.close();
    }
  });
});
