import { isUuid } from '../../source/column/bytesForm.js';
import type { Parameter } from '../../source/column/parameter.js';
import type { Comparator } from '../../source/request/filter.js';
import type { Comparison } from '../sql/dialect.js';
import { padValues, writeComparison } from '../sql/filter/writeComparison.js';

import type { TextForm } from './textForm.js';

/** A column of texts, as a statement writes it. */
export interface TextTerms {
  readonly name: string;
  /** As a text that is compared by code point. */
  readonly exactly: string;
  /** Whether the source itself compares it so. */
  readonly isExact: boolean;
  /** Undefined before the first look at the source. */
  readonly form: TextForm | undefined;
}

/** Adds a value, and writes its placeholder. */
type Place = (value: Parameter) => string;

/**
 * Writes that a column equals one of some values. Texts that are equal by code point are equal by any
 * collation, so a comparison by the column's own keeps every row and lets an index serve; where it keeps
 * more, the other stands beside it.
 */
function equalsOne({ name, exactly, form }: TextTerms, values: readonly string[], place: Place) {
  if (form?.kind === 'uuid') {
    const ids = values.filter(isUuid);
    if (ids.length === 0) return 'FALSE';
    const placed = padValues(ids).map((value) => `${place(value)}::uuid`);
    return writeComparison(name, 'in', placed);
  }
  const placed = padValues(values).map((value) => `${place(value)}::text`);
  const exact = writeComparison(exactly, 'in', placed);
  switch (form?.kind) {
    case 'plain':
      return writeComparison(name, 'in', placed);
    case 'folded':
      return `(${writeComparison(name, 'in', placed)} AND ${exact})`;
    case 'char': {
      const padded = placed.map((one) => `${one}::bpchar`);
      return `(${writeComparison(name, 'in', padded)} AND ${exact})`;
    }
    case 'citext': {
      const { schema, type } = form;
      const folded = placed.map((one) => `${one}::${type}`).join(', ');
      return `(${name} OPERATOR(${schema}.=) ANY (ARRAY[${folded}]) AND ${exact})`;
    }
    case 'enum':
    case 'array':
    case undefined:
      return exact;
    default:
      return form satisfies never;
  }
}

/**
 * Cuts a value at its first U+0000, which no text of PostgreSQL holds: whatever is below `a\0` is `a` or
 * below it.
 */
function cut(operator: Exclude<Comparator, 'in'>, value: string) {
  const end = value.indexOf('\u0000');
  if (end === -1) return { operator, value };
  const isBelow = operator === 'lt' || operator === 'lte';
  return { operator: isBelow ? ('lte' as const) : ('gt' as const), value: value.slice(0, end) };
}

/** Writes a comparison of texts by code point, whatever the column's collation. */
export function compareTexts(
  { operator, values }: Comparison,
  terms: TextTerms,
  place: Place,
): string {
  const texts = values.map(String);
  if (operator === 'in') {
    const possible = texts.filter((value) => !value.includes('\u0000'));
    return possible.length > 0 ? equalsOne(terms, possible, place) : 'FALSE';
  }
  const { name, exactly, isExact, form } = terms;
  const bound = cut(operator, texts[0] ?? '');
  const left = isExact && form?.kind === 'plain' ? name : exactly;
  return writeComparison(left, bound.operator, [`${place(bound.value)}::text`]);
}
