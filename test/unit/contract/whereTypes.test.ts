import { describe, expect, it } from '@jest/globals';
import { printType } from 'graphql';

import type { FieldGrant } from '../../../src/policy/model/grant.js';
import { contractFor } from '../support/deciding.js';
import { testCatalog } from '../support/testCatalog.js';

function whereOf(fields: Readonly<Record<string, FieldGrant>>): string {
  const { schema } = contractFor(testCatalog, { Resident: { reach: ['LIST'], fields } });
  const type = schema.getType('ResidentWhere');
  return type ? printType(type) : 'absent';
}

const approved = { form: 'CLEAR', approvedBy: ['PROVIDER'] } as const;

describe('the conditions of a list', () => {
  it('are on the fields that may be filtered by, and no others', () => {
    const where = whereOf({
      name: approved,
      birthDate: { ...approved, uses: ['SORT'] },
      divisionCode: { uses: ['FILTER'] },
      sex: {},
    });
    expect(where).toBe(
      `"""Conditions on rows; every one that is stated must hold."""
input ResidentWhere {
  name: StringCondition
  divisionCode: IDCondition

  """Each of these must hold."""
  and: [ResidentWhere!]

  """One of these must hold."""
  or: [ResidentWhere!]

  """These must not all hold."""
  not: ResidentWhere
}`,
    );
  });

  it('are none on what is masked or withheld, though FILTER were granted', () => {
    const uses = ['FILTER'] as const;
    expect(whereOf({ name: { uses }, idNo: { uses }, faith: { uses } })).toBe('absent');
    expect(whereOf({ name: { uses }, divisionCode: {} })).toContain('divisionCode: IDCondition');
    expect(whereOf({ name: { uses }, divisionCode: {} })).not.toContain('name');
  });

  it('compare as the operators of a type say', () => {
    const { schema } = contractFor(testCatalog, {
      Resident: { reach: ['LIST'], fields: { birthDate: approved } },
    });
    expect(printType(schema.getType('DateCondition')!)).toBe(
      `"""
What a value must meet; every operator that is stated must hold. No value meets none of them but \`isNull\`. Texts compare by code point.
"""
input DateCondition {
  eq: Date
  in: [Date!]
  lt: Date
  lte: Date
  gt: Date
  gte: Date

  """Whether there is no value."""
  isNull: Boolean
}`,
    );
  });
});
