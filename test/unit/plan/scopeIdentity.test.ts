import { describe, expect, it } from '@jest/globals';

import type { Field, Resource } from '../../../src/catalog/model/catalog.js';
import { scopeIdentity } from '../../../src/plan/where/scopeIdentity.js';
import { everything, nothing, type Condition } from '../../../src/policy/model/condition.js';
import type { Column } from '../../../src/source/column/column.js';

const columnOf = (name: string, change: Partial<Column> = {}): Column => ({
  name: `${name}_column`,
  storage: 'TEXT',
  nullable: true,
  exact: true,
  ...change,
});

function resourceWith(change: Partial<Column> = {}): Resource {
  const field = (name: string, type: Field['type'], more: Partial<Column> = {}) =>
    ({ name, type, column: columnOf(name, { ...more, ...change }) }) as unknown as Field;
  const fields = [field('place', 'String'), field('born', 'Date', { storage: 'DATE' })];
  return { fields: new Map(fields.map((one) => [one.name, one])) } as unknown as Resource;
}

const resource = resourceWith();
const noAttributes = new Map<string, readonly string[]>();
const isIn = (...values: readonly string[]): Condition => ({
  kind: 'in',
  field: 'place',
  operand: { kind: 'literals', values },
});
const bornBefore = (years: number): Condition => ({
  kind: 'compare',
  field: 'born',
  operator: 'lt',
  operand: { kind: 'today', period: { months: -12 * years, days: 0 } },
});
const adults = bornBefore(14);
const isNull: Condition = { kind: 'isNull', field: 'place' };
const of = (scope: Condition, attributes = noAttributes, on = resource) =>
  scopeIdentity(scope, on, { attributes, resources: new Map() });

describe('what tells a row scope from others', () => {
  it('is no day: who asks on many days is told of one scope', () => {
    expect(of(adults)).toBe('["lt","born_column",["9985-12-31"]]');
    expect(of(adults)).not.toBe(of(bornBefore(18)));
  });

  it('is what it is bound to', () => {
    const scope: Condition = {
      kind: 'in',
      field: 'place',
      operand: { kind: 'requester', attribute: 'places' },
    };
    const held = (...places: readonly string[]) => of(scope, new Map([['places', places]]));
    expect(held('a', 'b')).toBe(of(isIn('a', 'b')));
    expect(held('a', 'b')).not.toBe(held('a'));
    expect(of(scope)).toBe(of(nothing));
    expect(of(nothing)).not.toBe(of(everything));
  });

  it('is not the order in which it is stated, nor that it is stated twice', () => {
    expect(of(isIn('a', 'b', 'a'))).toBe(of(isIn('b', 'a')));
    const both: Condition = { kind: 'and', of: [isIn('a'), adults] };
    expect(of(both)).toBe(of({ kind: 'and', of: [adults, isIn('a'), adults] }));
    expect(of(both)).not.toBe(of({ kind: 'or', of: [isIn('a'), adults] }));
    expect(of({ kind: 'or', of: [isNull, isNull] })).toBe(of(isNull));
    expect(of({ kind: 'not', of: isNull })).not.toBe(of(isNull));
  });

  it('is not how the source holds a column, but for what it takes for equal', () => {
    const scope: Condition = { kind: 'and', of: [isIn('x1'), isNull] };
    const other = resourceWith({ nullable: false, exact: false });
    expect(of(scope, noAttributes, other)).toBe(of(scope));
    const either = resourceWith({ eitherCase: true });
    expect(of(isIn('x1'), noAttributes, either)).toBe(of(isIn('X1'), noAttributes, either));
  });
});
