import type { Equated } from '../../source/sourceShape.js';

/**
 * How a text column is stored and compared at the source. Names of collations and of types are quoted,
 * with their schema.
 */
export type TextForm =
  /** Equal where the bytes are; so is every collation but those that say otherwise. */
  | { readonly kind: 'plain'; readonly collation: string }
  /** A collation that takes different texts for equal. */
  | { readonly kind: 'folded'; readonly collation: string }
  /** A text without regard to case, of an extension. */
  | { readonly kind: 'citext'; readonly schema: string; readonly type: string }
  /** Filled up with blanks. */
  | { readonly kind: 'char' }
  | { readonly kind: 'uuid' }
  | { readonly kind: 'enum' };

/** The text columns of a source at the last look, by table, then by column. */
export type TextForms = ReadonlyMap<string, ReadonlyMap<string, TextForm>>;

/** What the server itself takes for equal in a text, as its own joins and foreign keys do. */
export function equatedBy({ kind }: TextForm): readonly Equated[] {
  switch (kind) {
    case 'folded':
    case 'citext':
      return ['case'];
    case 'char':
      return ['blanks'];
    case 'plain':
    case 'uuid':
    case 'enum':
      return [];
    default:
      return kind satisfies never;
  }
}
