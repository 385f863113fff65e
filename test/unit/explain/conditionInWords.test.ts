import { expect, it } from '@jest/globals';

import {
  asItStands,
  asPlaceholder,
  conditionInWords,
} from '../../../src/explain/conditionInWords.js';
import {
  everything,
  nothing,
  type Condition,
  type Literal,
} from '../../../src/policy/model/condition.js';

const literals = (...values: readonly Literal[]) => ({ kind: 'literals', values }) as const;
const attribute = { kind: 'requester', attribute: 'districts' } as const;
const a: Condition = { kind: 'in', field: 'a', operand: literals('x"y') };
const b: Condition = { kind: 'isNull', field: 'b' };

it.each<[Condition, string, string]>([
  [everything, 'all rows', 'all rows'],
  [nothing, 'no rows', 'no rows'],
  [a, '{ a: { eq: "x\\"y" } }', '{ a: { eq: ? } }'],
  [
    { kind: 'in', field: 'a', operand: literals(1, true) },
    '{ a: { in: [1, true] } }',
    '{ a: { in: [?, ?] } }',
  ],
  [
    { kind: 'in', field: 'a', operand: attribute },
    '{ a: { in: $requester.districts } }',
    '{ a: { in: $requester.districts } }',
  ],
  [
    { kind: 'compare', field: 'a', operator: 'gte', operand: literals(5) },
    '{ a: { gte: 5 } }',
    '{ a: { gte: ? } }',
  ],
  [
    { kind: 'compare', field: 'a', operator: 'lt', operand: attribute },
    '{ a: { lt: $requester.districts } }',
    '{ a: { lt: $requester.districts } }',
  ],
  [b, '{ b: { isNull: true } }', '{ b: { isNull: true } }'],
  [
    { kind: 'isPast', field: 'a', years: 14 },
    '{ a: { lt: <today, 14 years before> } }',
    '{ a: { lt: <today, 14 years before> } }',
  ],
  [
    { kind: 'or', of: [a, { kind: 'not', of: { kind: 'and', of: [a, b] } }] },
    '{ or: [{ a: { eq: "x\\"y" } }, { not: { and: [{ a: { eq: "x\\"y" } }, { b: { isNull: true } }] } }] }',
    '{ or: [{ a: { eq: ? } }, { not: { and: [{ a: { eq: ? } }, { b: { isNull: true } }] } }] }',
  ],
])('%j', (condition, told, withPlaces) => {
  expect(conditionInWords(condition, asItStands)).toBe(told);
  expect(conditionInWords(condition, asPlaceholder)).toBe(withPlaces);
});
