import type { Claimed } from '../universe/claims.js';
import { keyParts } from '../universe/keys.js';
import { model, type ModelRow, type TypeName, type World } from '../universe/model.js';

import type { ReferenceDecisions, ReferenceType } from './decide.js';
import { isTooLarge } from './meaning.js';
import { asKeyOf, rowOfKey } from './spelling.js';

/** "NFKC, case folding and full-width/half-width folding"; numbers and days by value. */
type Compared = string | number | boolean;

function isEqual(claim: Compared, value: Compared, scalar: string): boolean {
  const isText = scalar === 'ID' || scalar === 'String';
  if (typeof claim !== 'string' || typeof value !== 'string' || !isText) {
    return claim === value;
  }
  // The dots that are written for the middle dot of a name.
  const folded = (text: string) =>
    text
      .replace(/[\u2022\u30fb]/g, '\u00b7')
      .normalize('NFKC')
      .toLowerCase();
  return folded(claim) === folded(value);
}

export interface ReferenceVerdict {
  readonly result: 'MATCH' | 'NO_MATCH' | 'NOT_FOUND';
  readonly mismatches: readonly string[];
}

/** "Nobody found, a row out of scope, and any claim that does not hold are all NO_MATCH." */
export function verdictOf(
  type: TypeName,
  { verification }: Pick<ReferenceType, 'verification'>,
  row: ModelRow | undefined,
  { claims }: Claimed,
): ReferenceVerdict {
  const { fields } = model[type];
  const mismatches = Object.keys(fields).filter((name) => {
    const claim = claims[name];
    if (claim === undefined || !verification?.claims.includes(name)) return false;
    const value = row?.[name] ?? null;
    // "No claim holds of it."
    if (value === null || isTooLarge(type, name, value)) return true;
    return !isEqual(claim, value, fields[name]!.type);
  });
  if (row) return { result: mismatches.length === 0 ? 'MATCH' : 'NO_MATCH', mismatches };
  return { result: verification?.tellNotFound ? 'NOT_FOUND' : 'NO_MATCH', mismatches };
}

/** What is told of a verdict, written down. */
export function toldOf(
  type: TypeName,
  decided: ReferenceType,
  row: ModelRow | undefined,
  claimed: Claimed,
): string {
  const { result, mismatches } = verdictOf(type, decided, row, claimed);
  return JSON.stringify([result, decided.verification?.tellMismatches ? mismatches : null]);
}

/** What an operation verifies, by type. */
export type Verifications = Readonly<Record<TypeName, readonly Claimed[]>>;

/** What is told of all that is verified in a world, written down. */
export function toldIn(
  world: World,
  decisions: ReferenceDecisions,
  verifications: Verifications,
): string {
  const types = Object.entries(verifications) as [TypeName, readonly Claimed[]][];
  const told = types.flatMap(([type, all]) => {
    const decided = decisions[type];
    if (!decided?.verification) return [];
    const inScope = world[type].filter((row) => decided.inScope(row, world));
    return all.map((claimed) => {
      const parts = Object.entries(keyParts(type, claimed.key));
      const row = rowOfKey(
        inScope,
        parts.map(([field, value]) => [field, value, asKeyOf(decided.citizens, field)] as const),
      );
      return row === 'several' ? row : toldOf(type, decided, row, claimed);
    });
  });
  return told.join();
}
