import { describe, expect, it } from '@jest/globals';

import { compileText, faultsWith, traffic } from './fixture.js';

/** A whole number's field in the fixture; where its mask stands, `@desensitize(…)`. */
const seats = (mask: string) =>
  `seats: Int @column(name: "places") @desensitize(${mask})\n  weight: Float`;
const faultsOfSeats = (mask: string) => faultsWith('weight: Float', seats(mask));
const faultsOfOwner = (mask: string) =>
  faultsWith('@desensitize(rule: NAME)', `@desensitize(${mask})`);

function fieldOf(name: string, passage: string, replacement: string) {
  const fields = compileText(traffic.replace(passage, replacement)).resources.get(
    'Vehicle',
  )?.fields;
  return fields?.get(name);
}

const range = 'RANGE states `step`, a whole number from 2: with `step: 10`, 37 is shown as 30–39.';
const keep =
  'KEEP states `first` and `last`, whole numbers from 0: how many characters stay. Where none does, the rule is REDACT.';

describe('a mask with parameters', () => {
  it('is kept with them', () => {
    const owner = fieldOf('owner', 'rule: NAME', 'rule: KEEP, first: 2, last: 3');
    expect(owner?.mask).toEqual({ rule: 'KEEP', first: 2, last: 3 });
    expect(Object.isFrozen(owner?.mask)).toBe(true);
    const range = fieldOf('seats', 'weight: Float', seats('rule: RANGE, step: 10'));
    expect(range?.mask).toEqual({ rule: 'RANGE', step: 10 });
  });

  it.each([
    ['rule: RANGE', range],
    ['rule: RANGE, step: null', range],
    ['rule: RANGE, step: 1', range],
    ['rule: RANGE, step: -10', range],
    ['rule: RANGE, step: 10, first: 1', 'RANGE takes `step`; `first` is stated.'],
    ['rule: HASH, step: 10', 'HASH takes no parameter; `step` is stated.'],
  ])('is refused on a number with what would be right: %s', (mask, fault) => {
    expect(faultsOfSeats(mask)).toEqual([`traffic.graphql:10:38 ${fault}`]);
  });

  it.each([
    ['rule: KEEP', keep],
    ['rule: KEEP, first: 1', keep],
    ['rule: KEEP, first: 0, last: 0', keep],
    ['rule: KEEP, first: -1, last: 2', keep],
    ['rule: KEEP, first: 1, last: 1, step: 2', 'KEEP takes `first` and `last`; `step` is stated.'],
    ['rule: NAME, first: 1', 'NAME takes no parameter; `first` is stated.'],
    ['rule: WITHHOLD, last: 1', 'WITHHOLD takes no parameter; `last` is stated.'],
  ])('is refused on a text with what would be right: %s', (mask, fault) => {
    expect(faultsOfOwner(mask)).toEqual([`traffic.graphql:9:45 ${fault}`]);
  });

  it.each([
    ['rule: RANGE, step: 10', 'RANGE can be put on Int, BigInt, Decimal; owner is String.'],
    ['rule: YEAR', 'YEAR can be put on Date, LocalDateTime; owner is String.'],
  ])('is refused on a type that it cannot take: %s', (mask, fault) => {
    expect(faultsOfOwner(mask)).toEqual([`traffic.graphql:9:3 ${fault}`]);
  });

  it('is refused where a parameter is no whole number, by the vocabulary', () => {
    expect(faultsOfSeats('rule: RANGE, step: 2.5')).toEqual([
      'traffic.graphql:10:70 Argument "step" has invalid value 2.5.',
    ]);
  });

  it('passes where it is right', () => {
    expect(faultsOfSeats('rule: RANGE, step: 2')).toEqual([]);
    expect(faultsOfSeats('rule: HASH')).toEqual([]);
    expect(faultsOfOwner('rule: KEEP, first: 0, last: 1')).toEqual([]);
  });
});

describe('WITHHOLD', () => {
  it('is no mask, but is remembered, on whatever type', () => {
    const owner = fieldOf('owner', 'rule: NAME', 'rule: WITHHOLD');
    expect(owner).toMatchObject({ mask: null, isWithheld: true });
    const isTaxi = fieldOf(
      'isTaxi',
      'isTaxi: Boolean',
      'isTaxi: Boolean @desensitize(rule: WITHHOLD)',
    );
    expect(isTaxi).toMatchObject({ mask: null, isWithheld: true });
  });
});
