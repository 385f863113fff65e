import { describe, expect, it } from '@jest/globals';

import type { Field } from '../../../src/catalog/model/catalog.js';
import { claimHolds } from '../../../src/execute/write/claimHolds.js';
import type { SqlValue } from '../../../src/source/row.js';
import type { ScalarName } from '../../../src/value/scalarName.js';

const holds = (type: ScalarName, claim: unknown, value: SqlValue) =>
  claimHolds({ type, column: { storage: 'TEXT' } } as Field, claim, value);

describe('a claim holds of a value that is equal to it', () => {
  it.each<[ScalarName, unknown, SqlValue]>([
    ['String', '张小三', '张小三'],
    ['String', '', ''],
    // Full-width letters, digits and blanks; letters of either case; composed and decomposed.
    ['String', 'Ａｂ１　２', 'aB1 2'],
    ['String', 'STRASSE', 'Straße'],
    ['String', 'ΟΔΟΣ', 'οδος'],
    ['String', 'e\u0301', 'é'],
    ['ID', '11010519491231002x', '11010519491231002X'],
    ['ID', '１２３', '123'],
    ['ID', '123', 123],
    ['ID', '9007199254740993', '9007199254740993'],
    ['Int', 7, 7],
    ['Float', 12.5, 12.5],
    ['Float', 12.5, '12.50'],
    ['Float', 3, '3'],
    ['Boolean', true, 1],
    ['Boolean', false, 0],
    ['Date', '1990-03-07', '1990-03-07'],
  ])('%s: %j is %j', (type, claim, value) => {
    expect(holds(type, claim, value)).toBe(true);
  });
});

describe('a claim holds of no other value', () => {
  it.each<[ScalarName, unknown, SqlValue]>([
    ['String', '张小三', '张小三 '],
    ['String', '买买提吐尔逊', '买买提·吐尔逊'],
    ['String', '国', '國'],
    ['String', 'é', 'e'],
    ['ID', '123', 1234],
    ['ID', '0123', 123],
    ['Int', 7, 8],
    ['Float', 12.5, '12.51'],
    ['Boolean', true, 0],
    ['Date', '1990-03-07', '1990-03-08'],
    // A full-width day is no day, so neither a claim nor a value of a date's.
    ['Date', '1990-03-07', '１９９０-03-07'],
  ])('%s: %j is not %j', (type, claim, value) => {
    expect(holds(type, claim, value)).toBe(false);
  });

  it.each<[ScalarName, unknown]>([
    ['String', ''],
    ['String', 'null'],
    ['Int', 0],
    ['Boolean', false],
    ['String', undefined],
    ['String', null],
  ])('%s: where the source has none, not %j', (type, claim) => {
    expect(holds(type, claim, null)).toBe(false);
  });

  it.each<[ScalarName, unknown, SqlValue]>([
    ['Int', 2 ** 31, 2 ** 31],
    ['Boolean', true, 2],
    ['Date', 'x', 'x'],
    ['String', undefined, new Uint8Array(1)],
  ])('%s: not of a value that is none of its type', (type, claim, value) => {
    expect(holds(type, claim, value)).toBe(false);
  });
});
