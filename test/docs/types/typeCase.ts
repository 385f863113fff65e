import type { ElementName } from '../../../src/value/elementStorages.js';
import type { ScalarName } from '../../../src/value/scalarName.js';

/** What is said of a value of a row. */
type Label = 'least' | 'empty' | 'zero' | 'greatest' | 'none';

/** A value as the owner of a source writes it, and as the channel tells it. */
export interface Held {
  readonly label: Label;
  readonly sql: string;
  readonly told: unknown;
  /** The elements of a list that is told as null, by which it is found all the same. */
  readonly has?: readonly unknown[];
}

/** A column of a type of the database, offered as a type of fields. */
export interface TypeCase {
  readonly declared: string;
  readonly as: ScalarName;
  /** Of a List, the type of its elements. */
  readonly elements?: ElementName;
  /** The `format` that its `@column` states. */
  readonly format?: string;
  /** In their order. A column may hold what is none of the field's type: that is told as null. */
  readonly held: readonly Held[];
  /** Their sum and their mean, where there are. */
  readonly sums?: readonly [sum: unknown, mean: unknown];
  /** What a reader should know besides. */
  readonly note?: string;
}

/** What one kind of source has. */
export interface TypesOfSource {
  readonly heading: string;
  /** What stands above its table. */
  readonly lead: string;
  /** Statements of the owner before any table. */
  readonly prepare: readonly string[];
  readonly cases: readonly TypeCase[];
  /** Declarations of columns that no field can hold. */
  readonly leftOut: readonly string[];
}

/** The type as a catalog states it. */
export function statedType({ as, elements }: Pick<TypeCase, 'as' | 'elements'>): string {
  return elements === undefined ? as : `[${elements}!]`;
}

const held =
  (label: Label) =>
  (sql: string, told: unknown): Held => ({ label, sql, told });

export const least = held('least');
export const zero = held('zero');
export const greatest = held('greatest');
export const empty = held('empty');
/** What is no value of the field's type. */
export const none = (sql: string, has: readonly unknown[] = []): Held => ({
  ...{ label: 'none', sql, told: null, has },
});

/** Texts from the first to the last by code point. */
export const texts: readonly Held[] = [
  empty("''", ''),
  zero("'0'", '0'),
  greatest("'a中𠮷'", 'a中𠮷'),
];

/** Texts that are days, and some that are none. */
export const dayTexts: readonly Held[] = [
  least("'0001-01-01'", '0001-01-01'),
  greatest("'9999-12-31'", '9999-12-31'),
  empty("''", null),
  none("'2001-02-29'"),
];

export const timeTexts: readonly Held[] = [
  least("'00:00:00'", '00:00:00'),
  greatest("'23:59:59.999999'", '23:59:59.999999'),
  empty("''", null),
  none("'24:00:00'"),
];

export const momentTexts: readonly Held[] = [
  least("'0001-01-01 00:00:00'", '0001-01-01T00:00:00'),
  greatest("'9999-12-31 23:59:59.999999'", '9999-12-31T23:59:59.999999'),
  empty("''", null),
  none("'2001-02-29 00:00:00'"),
];

/** Likewise, of a clock that is eight hours ahead. */
export const clockTexts: readonly Held[] = [
  least("'0001-01-01 08:00:00'", '0001-01-01T00:00:00Z'),
  greatest("'9999-12-31 23:59:59.999999'", '9999-12-31T15:59:59.999999Z'),
];

/** Ids of 16 bytes, by how the owner of a source writes bytes; and what are none. */
export const uuids = (bytes: (digits: string) => string): readonly Held[] => [
  zero(bytes('0'.repeat(32)), '00000000-0000-0000-0000-000000000000'),
  least(bytes('0000000000004000800000000000000B'), '00000000-0000-4000-8000-00000000000b'),
  greatest(bytes('F000000000004000800000000000000A'), 'f0000000-0000-4000-8000-00000000000a'),
];

/** The digits of bytes, likewise. */
export const digits = (bytes: (digits: string) => string): readonly Held[] => [
  empty(bytes(''), ''),
  zero(bytes('00'), '00'),
  greatest(bytes('FF'.repeat(4)), 'ffffffff'),
];

/** How columns are read that state no zone. */
export const byOffset = 'By the `offset` of its catalog, here +08:00.';

export const documents: readonly Held[] = [
  zero("'0'", 0),
  least("'{}'", {}),
  greatest(`'{"a":[9007199254740991,"中"]}'`, { a: [9_007_199_254_740_991, '中'] }),
  none("'[370202199003071233]'"),
];
