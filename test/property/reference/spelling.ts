import { model, type ModelRow, type TypeName } from '../universe/model.js';

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

/** What both ends of a link are compared as: they are what either is said to be. */
export function asKeyOfLink(decisions: ReferenceDecisions, type: TypeName, link: string): AsKey {
  const { from, to, target } = model[type].links[link]!;
  const areCitizens =
    decisions[type]?.citizens.has(from) === true || decisions[target]?.citizens.has(to) === true;
  return areCitizens ? citizensNumber : (value) => value;
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
