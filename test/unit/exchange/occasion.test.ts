import { describe, expect, it } from '@jest/globals';

import { checkOccasion, type Occasion } from '../../../src/exchange/occasion.js';
import { callsForOccasion } from '../../../src/plan/facts/highestLevel.js';
import type { Variables } from '../../../src/plan/operation/bindVariables.js';
import { boundOf } from '../plan/planning.js';
import { refusalOf } from '../support/refusal.js';

const stated: Occasion = { actingUser: 'hash', caseReference: 'hash' };

const needsOccasion = (query: string, variables: Variables = {}) =>
  callsForOccasion(boundOf(query, variables).facts.lookupLevel);

const resident = '{ resident(idNo: "1") { divisionCode } }';

describe('an operation that looks up data of level L3 or above', () => {
  it.each([
    ['by itself', resident],
    ['without a field of it', '{ resident(idNo: "1") { __typename } }'],
    ['beside what needs no occasion', `{ division(code: "1") { name } ${resident.slice(1)}`],
    ['under another name', '{ whoever: resident(idNo: "1") { divisionCode } }'],
    ['in a fragment', '{ ...f } fragment f on Query { resident(idNo: "1") { name } }'],
  ])('needs both headers: %s', (_how, query) => {
    expect(needsOccasion(query)).toBe(true);
    const refused = {
      code: 'BAD_USER_INPUT',
      message:
        'A lookup, verification or export of data of level L3 or above states who acts and for which case, in the headers `acting-user` and `case-reference`; this one does not state both.',
    };
    for (const lacking of [
      { actingUser: null, caseReference: null },
      { ...stated, actingUser: null },
      { ...stated, caseReference: null },
    ]) {
      expect(
        refusalOf(() => {
          checkOccasion(lacking);
        }),
      ).toEqual(refused);
    }
    expect(() => {
      checkOccasion(stated);
    }).not.toThrow();
  });

  it.each([
    ['a lookup of L1', '{ division(code: "1") { name city { name } } }'],
    ['a list', '{ residents { nodes { name } } }'],
    ['introspection', '{ __schema { queryType { name } } __typename }'],
  ])('and %s needs neither', (_what, query) => {
    expect(needsOccasion(query)).toBe(false);
  });

  it('and a lookup that is skipped needs neither', () => {
    const query =
      'query ($with: Boolean!) { __typename resident(idNo: "1") @include(if: $with) { name } }';
    expect(needsOccasion(query, { with: true })).toBe(true);
    expect(needsOccasion(query, { with: false })).toBe(false);
  });
});
