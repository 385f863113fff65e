import type { Equated } from '../../source/sourceShape.js';

/**
 * How a column of texts, or an array, is stored and compared at the source. Names of collations and of types are quoted,
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
  | { readonly kind: 'enum' }
  /** An array of this type, whose elements are equal where an index of it has them equal. */
  | { readonly kind: 'array'; readonly of: ArrayElement };

export type ArrayElement = 'text' | 'varchar' | 'int2' | 'int4' | 'int8';

/** How an array is stored, by the type of its elements; null where `@>` would find others, or fewer. */
export function arrayForm(type: string, isDeterministic: boolean): TextForm | null {
  switch (type) {
    case 'text':
    case 'varchar':
      return isDeterministic ? { kind: 'array', of: type } : null;
    case 'int2':
    case 'int4':
    case 'int8':
      return { kind: 'array', of: type };
    default:
      return null;
  }
}

/** The columns of texts and the arrays of a source at the last look, by table, then by column. */
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
    case 'array':
      return [];
    default:
      return kind satisfies never;
  }
}
