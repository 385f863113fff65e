import { describe, expect, it } from '@jest/globals';

import { allOf, everything, nothing, type Condition } from '../../../src/policy/model/condition.js';

const inTown = (...values: string[]): Condition => ({
  kind: 'in',
  field: 'townCode',
  operand: { kind: 'literals', values },
});
const own: Condition = {
  kind: 'in',
  field: 'townCode',
  operand: { kind: 'requester', attribute: 'towns' },
};

describe('all of some conditions', () => {
  it.each<[string, readonly Condition[], Condition]>([
    ['none: asks for nothing, so everything', [], everything],
    ['everything alone', [everything], everything],
    ['nothing alone', [nothing], nothing],
    ['nothing beside everything', [everything, nothing], nothing],
    ['nothing beside a condition', [inTown('a'), nothing], nothing],
    ['nothing before a condition', [nothing, inTown('a')], nothing],
    ['one condition: that one', [inTown('a')], inTown('a')],
    ['one beside everything: that one', [everything, inTown('a'), everything], inTown('a')],
    [
      'two: both, none dropped for being like the other',
      [inTown('a'), inTown('a')],
      { kind: 'and', of: [inTown('a'), inTown('a')] },
    ],
    [
      'two of which one is two already: all three',
      [{ kind: 'and', of: [inTown('a'), own] }, inTown('b')],
      { kind: 'and', of: [inTown('a'), own, inTown('b')] },
    ],
  ])('%s', (_case, conditions, all) => {
    expect(allOf(conditions)).toEqual(all);
  });

  it('is frozen, so that no one widens it later', () => {
    const both = allOf([inTown('a'), own]);
    expect(both.kind === 'and' && Object.isFrozen(both) && Object.isFrozen(both.of)).toBe(true);
  });
});
