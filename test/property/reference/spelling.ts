import { stepsOf, type Leading } from '../universe/links.js';
import type { ModelRow, TypeName } from '../universe/model.js';

import type { Value } from './comparing.js';
import type { ReferenceDecisions } from './decide.js';

/** "A text is the same in capital letters and in small ones (A to Z), and the source holds either." */
export function citizensNumber(value: Value): Value {
  return typeof value === 'string'
    ? value.replace(/[a-z]/g, (letter) => letter.toUpperCase())
    : value;
}

/** What values are compared as where they are keys, or may be one of several. */
export type AsKey = (value: Value) => Value;

export function asKeyOf(citizens: ReadonlySet<string>, field: string): AsKey {
  return citizens.has(field) ? citizensNumber : (value) => value;
}

/** The fields of a type that its catalog says hold citizens' numbers. */
export type CitizensOf = (type: TypeName) => ReadonlySet<string>;

export function citizensBy(decisions: ReferenceDecisions): CitizensOf {
  return (type) => decisions[type]?.citizens ?? new Set();
}

/** What both ends of a link are compared as: they are what either is said to be. */
export function asKeyOfEnds(
  citizensOf: CitizensOf,
  { from, target }: Leading,
  [one, other]: readonly [string, string],
): AsKey {
  const areCitizens = citizensOf(from).has(one) || citizensOf(target).has(other);
  return areCitizens ? citizensNumber : (value) => value;
}

/** "A null equals nothing." */
function leads(citizensOf: CitizensOf, step: Leading, row: ModelRow, other: ModelRow): boolean {
  return step.on.every((ends) => {
    const [key, asKey] = [row[ends[0]] ?? null, asKeyOfEnds(citizensOf, step, ends)];
    return key !== null && asKey(other[ends[1]] ?? null) === asKey(key);
  });
}

/** The rows to which a link leads, each once, by way of whichever rows of a junction. */
export function ledTo(
  citizensOf: CitizensOf,
  type: TypeName,
  link: string,
  row: ModelRow,
  rowsOf: (type: TypeName) => readonly ModelRow[],
): readonly ModelRow[] {
  return stepsOf(type, link).reduce<readonly ModelRow[]>(
    (rows, step) =>
      rowsOf(step.target).filter((other) =>
        rows.some((one) => leads(citizensOf, step, one, other)),
      ),
    [row],
  );
}

/** A part of a key: the field, the value, and what values of it are compared as. */
export type KeyPart = readonly [field: string, value: Value, asKey: AsKey];

/**
 * The row that has a key; of both spellings "the canonical one stands for them". "Where the source holds
 * several rows all the same", none stands for the others.
 */
export function rowOfKey(
  rows: readonly ModelRow[],
  parts: readonly KeyPart[],
): ModelRow | 'several' | undefined {
  if (parts.some(([, value]) => value === null)) return undefined;
  const having = rows.filter((row) =>
    parts.every(([field, value, asKey]) => asKey(row[field] ?? null) === asKey(value)),
  );
  const found =
    having.find((row) => parts.every(([field, value, asKey]) => row[field] === asKey(value))) ??
    having[0];
  const isAlike = (row: ModelRow) => parts.every(([field]) => row[field] === found?.[field]);
  return having.filter(isAlike).length > 1 ? 'several' : found;
}
