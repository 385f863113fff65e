import fc from 'fast-check';

import { keyFields } from './keys.js';
import { model, type TypeName } from './model.js';

/** What is claimed of the one who has a key, by field. */
export interface Claimed {
  readonly key: string;
  readonly claims: Readonly<Record<string, string | number | boolean>>;
}

/** A text as it stands, in small letters, or in full-width ones. */
type Claim = string | number | boolean;

function writings(value: Claim): readonly Claim[] {
  if (typeof value !== 'string') return [value];
  const wide = value.replaceAll(/[!-~]/g, (character) =>
    String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0),
  );
  return [value, value, value, value.toLowerCase(), wide];
}

/** A claim for every field of a type but its key: what of these may be verified, the grant tells. */
export function claimedOf(type: TypeName, key: fc.Arbitrary<string>): fc.Arbitrary<Claimed> {
  const { fields } = model[type];
  const claims = Object.entries(fields)
    .filter(([name]) => !keyFields(type).includes(name))
    .map(([name, { type: scalar, domain, larges = [] }]) => {
      const values = [...domain, ...larges].filter((value) => value !== null);
      // A day or a number in other characters is none.
      const isText = scalar === 'ID' || scalar === 'String';
      const written = isText ? values.flatMap(writings) : values;
      return [name, fc.constantFrom(...written)] as const;
    });
  return fc.record({ key, claims: fc.record(Object.fromEntries(claims)) });
}
