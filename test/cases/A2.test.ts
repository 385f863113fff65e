import { describe, expect, it } from '@jest/globals';

import { compileCase, optional, policyOf, problemsOf, typeOf } from './caseCatalog.js';

const catalog = compileCase(typeOf('divisionNo: ID\n  lanes: Int\n  isOpen: Boolean'), {
  divisionNo: optional('INTEGER'),
  lanes: optional('INTEGER'),
  isOpen: optional('INTEGER'),
});

describe('A2: a scope compares by operators that its field’s type has, and by no others', () => {
  it.each([
    [{ not: { divisionNo: { startsWith: '3702' } } }, 'divisionNo', 'startsWith', 'eq, in, isNull'],
    [{ divisionNo: { gte: '3702' } }, 'divisionNo', 'gte', 'eq, in, isNull'],
    [{ lanes: { startsWith: '1' } }, 'lanes', 'startsWith', 'eq, in, lt, lte, gt, gte, isNull'],
    [{ or: [{ isOpen: { lt: true } }] }, 'isOpen', 'lt', 'eq, in, isNull'],
  ])('%j is refused', (rows, field, operator, known) => {
    expect(problemsOf(catalog, policyOf(rows))).toContain(
      `grant G-1, Thing: "${field}" is compared by ${known}; "${operator}" is none of them`,
    );
  });

  it.each([[{ not: { divisionNo: { in: ['3702'] } } }], [{ lanes: { gte: 2 } }]])(
    '%j is taken',
    (rows) => {
      expect(problemsOf(catalog, policyOf(rows))).toEqual([]);
    },
  );
});
