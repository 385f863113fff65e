/** Where the bytes of a masked text go. */
export interface MaskedText {
  /** Shows what stands between two places of some bytes. */
  show(bytes: Uint8Array, start: number, end: number): void;
  star(times: number): void;
}

/** The bytes by which a masked text is longer than the text, at most: four stars behind all of it. */
export const mostAdded = 4;

/**
 * Masks the text that some bytes are in UTF-8, without reading it. It shows what the rule itself would show of
 * that text: no more bytes than the text has, and `mostAdded`.
 *
 * @returns false for a text of a form that only the rule itself masks; nothing was written then
 */
export type MaskBytes = (bytes: Uint8Array, start: number, end: number, to: MaskedText) => boolean;
