import type { TextRange } from '../sql/filter/textRanges.js';

import type { Collation } from './collation.js';

/**
 * The characters that a collation has above all of a lower code point, and below all of a higher one; none
 * up to the blank, with which it fills texts up. `utf8mb4_general_ci` was read through once, character by
 * character, on MariaDB 10.11.
 */
const inPlace: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  general: [
    [0x21, 0x40],
    [0x2500, 0xd7fe],
  ],
  bin: [
    [0x21, 0xd7fe],
    [0xe000, 0x10fffe],
  ],
};

/** Those of a collation; none of one of which nothing is known. */
function placesOf({ name }: Collation): readonly (readonly [number, number])[] {
  const [, kind = ''] = /^utf8(?:mb[34])?_(general|bin)(?:_ci)?$/.exec(name) ?? [];
  return inPlace[kind] ?? [];
}

/** The first characters of a text that are in their places, the last of them moved by one. */
function moved(text: string, collation: Collation, by: 1 | -1): string | null {
  const places = placesOf(collation);
  const points = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const end = points.findIndex(
    (point) => !places.some(([first, last]) => first <= point && point <= last),
  );
  const known = end === -1 ? points : points.slice(0, end);
  const last = known.pop();
  return last === undefined ? null : String.fromCodePoint(...known, last + by);
}

/** A pattern of all texts that begin with some characters. */
function beginning(prefix: string): string {
  return `${prefix.replaceAll(/[%_|]/g, '|$&')}%`;
}

/**
 * Writes conditions by a column's own collation that every text in a range by code point meets, so that its
 * index leads to few rows more. Of most collations a common beginning is all that can be said: elsewhere
 * they have characters in an order of their own.
 *
 * @param name the column
 * @param place adds a value, and writes its placeholder
 */
export function withinRange(
  { from, to, prefix }: TextRange,
  name: string,
  collation: Collation,
  place: (value: string) => string,
): readonly string[] {
  const write = (operator: string, value: string) =>
    `${name} ${operator} CONVERT(${place(value)} USING ${collation.charset}) COLLATE ${collation.name}`;
  if (prefix !== '') return [`${write('LIKE', beginning(prefix))} ESCAPE '|'`];
  if (collation.keepsOrder !== true) return [];
  const least = from === null ? null : moved(from, collation, -1);
  const most = to === null ? null : moved(to, collation, 1);
  return [
    ...(least === null ? [] : [write('>', least)]),
    ...(most === null ? [] : [write('<', most)]),
  ];
}
