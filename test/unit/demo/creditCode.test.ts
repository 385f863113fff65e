import { describe, expect, it } from '@jest/globals';

import {
  creditCode,
  creditCodeCheck,
  organizationCheck,
} from '../../../demo/generate/creditCode.js';

describe('the check character of a credit code (GB 32100)', () => {
  it.each([
    ['91350100M000100Y43', true],
    ['91350100M000100Y44', false],
    // Two characters that changed places.
    ['91350100M001000Y43', false],
  ])('%s: %s', (code, valid) => {
    expect(creditCodeCheck(code.slice(0, 17)) === code.slice(17)).toBe(valid);
  });

  it('finds every single digit that is wrong', () => {
    const right = '91350100M000100Y4';
    for (let at = 0; at < right.length; at += 1) {
      for (const digit of '0123456789') {
        const characters = right.slice(0, at) + digit + right.slice(at + 1);
        expect(creditCodeCheck(characters) === '3').toBe(characters === right);
      }
    }
  });
});

describe('the check character of an organization code (GB 11714)', () => {
  it.each([
    ['M000100Y', '4'],
    // The standard's own example.
    ['D2143569', 'X'],
  ])('of %s is %s', (characters, check) => {
    expect(organizationCheck(characters)).toBe(check);
  });
});

it('a credit code holds its division and an organization code', () => {
  expect(creditCode('350100', 'M000100Y')).toBe('91350100M000100Y43');
});
