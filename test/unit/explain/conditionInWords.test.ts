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
const daysAgo = { kind: 'today', period: { months: -14, days: -3 } } as const;
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
    { kind: 'compare', field: 'a', operator: 'lt', operand: daysAgo },
    '{ a: { lt: $today-P1Y2M3D } }',
    '{ a: { lt: $today-P1Y2M3D } }',
  ],
  [
    { kind: 'compare', field: 'a', operator: 'contains', operand: literals('x', 'y') },
    '{ a: { contains: ["x", "y"] } }',
    '{ a: { contains: [?, ?] } }',
  ],
  [
    { kind: 'has', attribute: 'role', values: ['x'] },
    '{ $requester.role: { eq: "x" } }',
    '{ $requester.role: { eq: ? } }',
  ],
  [
    { kind: 'not', of: { kind: 'some', link: 'others', of: a } },
    '{ not: { others: { some: { a: { eq: "x\\"y" } } } } }',
    '{ not: { others: { some: { a: { eq: ? } } } } }',
  ],
  [
    { kind: 'some', link: 'others', of: everything },
    '{ others: { some: {} } }',
    '{ others: { some: {} } }',
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
