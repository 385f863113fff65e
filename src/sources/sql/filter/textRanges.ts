import type { Column } from '../../../source/column/column.js';
import { firstAfter } from '../../../source/column/firstAfter.js';
import type { Filter } from '../../../source/request/filter.js';

/** What all texts of some rows lie between, by code point; null for an open end. */
export interface TextRange {
  readonly column: Column;
  /** None is below. */
  readonly from: string | null;
  /** None is above. */
  readonly to: string | null;
  /** All begin with it; it may be empty. */
  readonly prefix: string;
}

type Comparison = Extract<Filter, { readonly kind: 'compare' }>;

const isText = ({ column, operator }: Comparison) =>
  column.storage === 'TEXT' && !column.exact && !column.reading && operator !== 'in';

/** What texts begin with that are neither below one text nor above another. */
function commonPrefix(from: string, { operator, values: [last] }: Comparison): string {
  const [lower, upper] = [Array.from(from), Array.from(String(last))];
  let length = lower.findIndex((character, at) => character !== upper[at]);
  if (length === -1) length = lower.length;
  const longer = lower.slice(0, length + 1).join('');
  const isNext = operator === 'lt' && longer !== '' && firstAfter(longer) === last;
  return isNext ? longer : lower.slice(0, length).join('');
}

/** The ranges that comparisons set to texts which a source does not compare by code point, all met at once. */
export function textRanges(parts: readonly Filter[]): readonly TextRange[] {
  const comparisons = parts.flatMap((part) =>
    part.kind === 'compare' && isText(part) ? part : [],
  );
  const columns = new Map(comparisons.map(({ column }) => [column.name, column]));
  return [...columns.values()].map((column) => {
    const of = comparisons.filter(({ column: { name } }) => name === column.name);
    const lower = of.find(({ operator }) => operator === 'gt' || operator === 'gte');
    const upper = of.find(({ operator }) => operator === 'lt' || operator === 'lte');
    const from = lower ? String(lower.values[0]) : null;
    return {
      column,
      from,
      to: upper ? String(upper.values[0]) : null,
      prefix: from !== null && upper ? commonPrefix(from, upper) : '',
    };
  });
}
