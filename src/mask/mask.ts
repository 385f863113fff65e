/** The rules without parameters. */
export type PlainRule =
  | 'NAME'
  | 'ID_NUMBER'
  | 'PHONE'
  | 'BANK_CARD'
  | 'ADDRESS'
  | 'EMAIL'
  | 'PLATE'
  | 'PASSPORT'
  | 'YEAR'
  | 'YEAR_MONTH'
  | 'HASH'
  | 'REDACT';

/** A rule with its parameters. It says how the values of a field are shown. Frozen. */
export type Mask =
  | { readonly rule: PlainRule }
  | { readonly rule: 'RANGE'; readonly step: number }
  | { readonly rule: 'KEEP'; readonly first: number; readonly last: number };

export type MaskRuleName = Mask['rule'];

/** The mask that shows least. */
export const redactMask: Mask = Object.freeze({ rule: 'REDACT' });

/**
 * `NAME`, `RANGE(10)`, `KEEP(2,3)`. Two texts are equal only if the masks and their parameters are, so a
 * contract's fingerprint can be computed from them.
 */
export function describeMask(mask: Mask): string {
  if (mask.rule === 'RANGE') return `RANGE(${mask.step})`;
  return mask.rule === 'KEEP' ? `KEEP(${mask.first},${mask.last})` : mask.rule;
}
