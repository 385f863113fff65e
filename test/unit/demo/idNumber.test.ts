import { describe, expect, it } from '@jest/globals';

import { checkCharacter, idNumber } from '../../../demo/generate/idNumber.js';

const isValid = (number: string) => checkCharacter(number.slice(0, 17)) === number.slice(17);

describe('the check character of an ID number (GB 11643)', () => {
  it.each([
    ['11010519491231002X', true],
    ['370202199003071233', true],
    ['370202199003071239', false],
    ['110105194912310021', false],
    // Two digits that changed places.
    ['370202199003017233', false],
  ])('%s: %s', (number, valid) => {
    expect(isValid(number)).toBe(valid);
  });

  it('finds every single digit that is wrong', () => {
    const right = '370202199003071233';
    for (let at = 0; at < 17; at += 1) {
      for (const digit of '0123456789') {
        const number = right.slice(0, at) + digit + right.slice(at + 1);
        expect(isValid(number)).toBe(number === right);
      }
    }
  });
});

describe('an ID number', () => {
  it.each([
    ['370202', '1990-03-07', 123, '370202199003071233'],
    ['110105', '1949-12-31', 2, '11010519491231002X'],
  ])('of %s, %s and %i is %s', (division, birthDate, sequence, number) => {
    expect(idNumber(division, birthDate, sequence)).toBe(number);
  });
});
