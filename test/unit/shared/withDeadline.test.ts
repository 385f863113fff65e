import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';

import { withDeadline } from '../../../src/shared/withDeadline.js';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

const late = () => new Error('too late');
const never = new Promise<never>(() => undefined);

describe('a promise with a deadline', () => {
  it('comes to what it comes to by itself, and leaves no timer', async () => {
    await expect(withDeadline(Promise.resolve(1), 100, late)).resolves.toBe(1);
    await expect(withDeadline(Promise.reject(new Error('own')), 100, late)).rejects.toThrow('own');
    expect(jest.getTimerCount()).toBe(0);
  });

  it('is given up with the error made for it, at its deadline and not before', async () => {
    const made = jest.fn(late);
    const outcome = withDeadline(never, 100, made).catch((error: unknown) => error);
    await jest.advanceTimersByTimeAsync(99);
    expect(made).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(1);
    expect(await outcome).toEqual(late());
    expect(jest.getTimerCount()).toBe(0);
  });

  it('may fail after its deadline, unheard', async () => {
    let fail: (error: Error) => void = () => undefined;
    const slow = new Promise<never>((_settle, reject) => {
      fail = reject;
    });
    const outcome = withDeadline(slow, 100, late).catch((error: unknown) => error);
    await jest.advanceTimersByTimeAsync(100);
    fail(new Error('own'));
    expect(await outcome).toEqual(late());
  });
});
