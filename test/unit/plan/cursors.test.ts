import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { cursorsFor } from '../../../src/plan/page/cursors.js';
import type { PurposeCode } from '../../../src/shared/brand.js';
import { clientOf, contractFor } from '../support/deciding.js';
import { refusalOf } from '../support/refusal.js';
import { testCatalog } from '../support/testCatalog.js';

import { boundOf, cursorKey, filterOf, inWords, listOf, school } from './planning.js';

const cursors = cursorsFor(cursorKey, 'this list');
const place = (value: string | number) => [value];
const refused = {
  code: 'BAD_USER_INPUT',
  message:
    '`after` takes a cursor that the same list gave to the same requester, purpose, conditions and order; this one is none.',
};

describe('a cursor', () => {
  it('is the same for the same position of the same list, and opens to it', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.maxSafeInteger(),
            fc.string({ unit: 'binary', maxLength: 100 }),
            fc.constant(null),
          ),
        ),
        (position) => {
          const cursor = cursors.seal(position);
          expect(cursorsFor(cursorKey, 'this list').seal(position)).toBe(cursor);
          expect(cursors.open(cursor, 'after')).toEqual(position);
        },
      ),
    );
  });

  it('is as long for one short position as for another, and shows neither', () => {
    const positions = [0, 9, 10, 20_000, Number.MAX_SAFE_INTEGER, '', '37', '370202001001'];
    const sealed = positions.map((position) => cursors.seal(place(position)));
    expect(new Set(sealed.map(({ length }) => length))).toEqual(new Set([64]));
    expect(new Set(sealed).size).toBe(positions.length);
    for (const cursor of sealed) expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/);
  });

  it('is refused where another list, or another key, made it', () => {
    const otherKey = new Uint8Array(64).fill(8);
    for (const foreign of [cursorsFor(cursorKey, 'that list'), cursorsFor(otherKey, 'this list')]) {
      expect(refusalOf(() => cursors.open(foreign.seal(place(5)), 'after'))).toEqual(refused);
    }
    expect(cursors.open(cursors.seal(place(5)), 'after')).toEqual(place(5));
  });

  it('is refused where any of its characters is another', () => {
    const cursor = cursors.seal(place(5));
    for (let at = 0; at < cursor.length; at += 1) {
      const other = cursor[at] === 'A' ? 'B' : 'A';
      const altered = cursor.slice(0, at) + other + cursor.slice(at + 1);
      expect(refusalOf(() => cursors.open(altered, 'after'))).toEqual(refused);
    }
  });

  it('is refused where it is shorter or longer', () => {
    const cursor = cursors.seal(place(5));
    for (const altered of [cursor.slice(1), cursor.slice(0, -1), `${cursor}AA`, cursor + cursor]) {
      expect(refusalOf(() => cursors.open(altered, 'after'))).toEqual(refused);
    }
  });

  it.each(['A', '=', ' ', '\n', '!', '.AA'])(
    'is refused with "%s" behind it, which a lenient decoder would pass over',
    (tail) => {
      expect(refusalOf(() => cursors.open(cursors.seal(place(5)) + tail, 'after'))).toEqual(
        refused,
      );
    },
  );

  it.each(['', 'A', '5', 'NQ', 'not a cursor', 'A'.repeat(64), '{"row_id":5}', '𠮷'])(
    'is refused as "%s", which is made up',
    (garbage) => {
      expect(refusalOf(() => cursors.open(garbage, 'after'))).toEqual(refused);
    },
  );
});

describe('the cursor of a list', () => {
  const query = (args: string) => `{ residents(${args}) { nodes { name } } }`;
  const where = 'where: { divisionCode: { eq: "370202" } }';
  const cursor = listOf(boundOf(query(where))).cursors.seal(place(5));
  const opened = (args: string, change: Parameters<typeof boundOf>[2] = {}) =>
    inWords(filterOf(boundOf(query(`${args}, after: "${cursor}"`), {}, change)));
  const after = 'division_code in "370202" "370203" and division_code in "370202" and row_id gt 5';

  it('opens where it was given, on a page of another size too', () => {
    expect(opened(where)).toBe(after);
    expect(opened(`${where}, first: 3`)).toBe(after);
    expect(listOf(boundOf(query(where))).page.beyond).toBeNull();
  });

  it('opens from the other end too, to what lies before it', () => {
    const { page } = listOf(boundOf(query(`${where}, last: 3, before: "${cursor}"`)));
    expect([page.size, page.isBackward, inWords(page.beyond!)]).toEqual([3, true, 'row_id lt 5']);
  });

  it('is told by the name of its argument where it is none', () => {
    const before = `${where}, last: 3, before: "no"`;
    expect(refusalOf(() => boundOf(query(before))).message).toMatch(/^`before` takes a cursor/);
  });

  it.each<[string, string, Parameters<typeof boundOf>[2]]>([
    ['under other conditions', 'where: { divisionCode: { eq: "370203" } }', {}],
    ['under none', 'first: 3', {}],
    ['for another client', where, { requester: clientOf('fund', { districts: ['370202'] }) }],
    ['for another purpose', where, { purpose: 'census' as PurposeCode }],
    [
      'under another contract',
      where,
      {
        contract: contractFor(testCatalog, {
          Resident: { ...school['Resident']!, reach: ['LIST'] },
        }),
      },
    ],
    ['under another key', where, { cursorKey: new Uint8Array(64).fill(8) }],
  ])('does not open %s', (_where, args, change) => {
    expect(refusalOf(() => opened(args, change))).toEqual(refused);
  });

  it('does not open in another list of the same contract, under the same conditions', () => {
    const paged = (list: string, rest = '') => `{ ${list}${rest} { nodes { name } } }`;
    const ofCities = listOf(boundOf(paged('cities'))).cursors.seal(place('37'));
    const rest = `(after: "${ofCities}")`;
    expect(inWords(filterOf(boundOf(paged('cities', rest))))).toBe('code gt "37"');
    expect(refusalOf(() => boundOf(paged('provinces', rest)))).toEqual(refused);
  });
});
