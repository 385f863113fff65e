import { describe, expect, it } from '@jest/globals';

import { failureOf, secret, told } from './unusableServer.js';

describe('a server that cannot be used', () => {
  it.each([
    ['does not answer', `mysql://${secret}:${secret}@127.0.0.1:1`],
    ['is not found', `mysql://${secret}:${secret}@${secret}.invalid:3306`],
  ])('because it %s is told of without its URL', async (_why, url) => {
    expect(await failureOf(url)).toBe(told);
  });
});
