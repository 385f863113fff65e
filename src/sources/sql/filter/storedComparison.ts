import { digitsOf } from '../../../source/column/bytesForm.js';
import { storedAs } from '../../../source/column/readAs.js';
import type { Comparison } from '../dialect.js';

/** More than a second as a format holds it: what is below 09:30:00.5 is 09:30:00 or below it. */
function withoutFraction({ operator, values, ...rest }: Comparison): Comparison {
  const [value = ''] = values.map(String);
  if (!value.includes('.')) return { ...rest, operator, values };
  const isBelow = operator === 'lt' || operator === 'lte';
  return { ...rest, operator: isBelow ? 'lte' : 'gt', values: [value.slice(0, 19)] };
}

/**
 * The comparison of stored values that comes to a comparison with values as the channel writes them; null
 * where no row meets it.
 */
export function storedComparison(comparison: Comparison): Comparison | null {
  const { column, operator, values } = comparison;
  if (column.reading?.kind === 'codes' || column.reading?.kind === 'clock') {
    return { ...comparison, values: values.map((value) => storedAs(column, value)) };
  }
  if (column.reading?.kind === 'bytes') {
    const { form } = column.reading;
    const digits = values.flatMap((value) => digitsOf(form, String(value)) ?? []);
    return digits.length > 0 ? { ...comparison, values: digits } : null;
  }
  if (column.reading?.kind !== 'format') return comparison;
  const whole =
    operator === 'in'
      ? { ...comparison, values: values.filter((value) => !String(value).includes('.')) }
      : withoutFraction(comparison);
  if (whole.values.length === 0) return null;
  return { ...whole, values: whole.values.map((value) => storedAs(column, value)) };
}
