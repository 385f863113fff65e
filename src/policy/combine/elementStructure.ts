import type { Mask, PlainRule } from '../../mask/mask.js';
import type { Form } from '../model/form.js';

/** Places of characters in a value, counted from 0. */
export type Places = ReadonlySet<number>;

/** An element that is a part of another. */
interface ElementPart {
  readonly at: number;
  readonly length: number;
  /** Whether it stands there in words, so that any sight of it tells all of its places. */
  readonly isTold?: boolean;
}

/** How the values of an element are built, to count those that fit what masks show. */
export interface ElementStructure {
  readonly length: number;
  /** The elements that are part of it, each with its first place and its length. */
  readonly parts: ReadonlyMap<string, ElementPart>;
  /** How many values are possible if only these places are known. */
  readonly candidates: (known: Places) => number;
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(to - from, 0) }, (_, index) => from + index);
}

function unknown(known: Places, from: number, to: number): number {
  return range(from, to).filter((place) => !known.has(place)).length;
}

/** The number of values of so many unknown digits, but at most `most`. */
function digits(count: number, most = Number.POSITIVE_INFINITY): number {
  return Math.min(10 ** count, most);
}

/** The numbers of counties (GB/T 2260), years of birth, months and days in a citizen's ID. */
const [counties, years, months, days] = [3_000, 100, 12, 30];

/** GB 11643: six digits of a county, eight of a birth date, three of a sequence, one check digit. */
function citizenIds(known: Places): number {
  const values =
    digits(unknown(known, 0, 6), counties) *
    digits(unknown(known, 6, 10), years) *
    digits(unknown(known, 10, 12), months) *
    digits(unknown(known, 12, 14), days) *
    digits(unknown(known, 14, 17));
  // The check digit has eleven values and follows from the others, so knowing it leaves one in eleven.
  return known.has(17) ? Math.max(values / 11, 1) : values;
}

/** The elements whose candidates can be counted. The number is not known for any other element. */
export const elementStructures: ReadonlyMap<string, ElementStructure> = new Map([
  [
    'citizen-id',
    {
      length: 18,
      parts: new Map([
        ['division-code', { at: 0, length: 6 }],
        ['birth-date', { at: 6, length: 8 }],
        ['address', { at: 0, length: 6, isTold: true }],
      ]),
      candidates: citizenIds,
    },
  ],
  [
    'mobile-phone',
    {
      length: 11,
      parts: new Map(),
      candidates: (known: Places) => digits(unknown(known, 0, 11)),
    },
  ],
]);

type Ends = readonly [first: number, last: number];

const [none, headAndTail]: readonly [Ends, Ends] = [
  [0, 0],
  [3, 4],
];

/** How many characters each rule leaves at both ends of an element of this table. */
const ends: { readonly [Rule in PlainRule]: Ends } = {
  NAME: none,
  ID_NUMBER: headAndTail,
  PHONE: headAndTail,
  BANK_CARD: none,
  ADDRESS: none,
  EMAIL: none,
  PLATE: none,
  PASSPORT: none,
  YEAR: [4, 0],
  YEAR_MONTH: [6, 0],
  HASH: none,
  REDACT: none,
};

function endsOf(mask: Mask): Ends {
  if (mask.rule === 'KEEP') return [mask.first, mask.last];
  return mask.rule === 'RANGE' ? none : ends[mask.rule];
}

/** The places that a form shows, in the rows in which it shows least, of a value of so many characters. */
export function shownPlaces(form: Form, length: number): readonly number[] {
  if (form.kind === 'WITHHELD') return [];
  if (form.kind === 'CLEAR') return range(0, length);
  const [first, last] = endsOf(form.mask);
  return [...range(0, Math.min(first, length)), ...range(Math.max(length - last, 0), length)];
}
