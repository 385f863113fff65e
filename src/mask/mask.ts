/** The rules that are told whole by their name. */
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

/** A rule with its parameters: how the values of a field are shown. Frozen. */
export type Mask =
  | { readonly rule: PlainRule }
  | { readonly rule: 'RANGE'; readonly step: number }
  | { readonly rule: 'KEEP'; readonly first: number; readonly last: number };

export type MaskRuleName = Mask['rule'];

/** The mask that shows less than any other. */
export const redactMask: Mask = Object.freeze({ rule: 'REDACT' });

/**
 * `NAME`, `RANGE(10)`, `KEEP(2,3)`: equal only for masks that are equal, parameters included, so
 * that a contract's fingerprint can be taken over it.
 */
export function describeMask(mask: Mask): string {
  if (mask.rule === 'RANGE') return `RANGE(${mask.step})`;
  return mask.rule === 'KEEP' ? `KEEP(${mask.first},${mask.last})` : mask.rule;
}
