/** The most digits before the point, and after it, that the channel compares exactly on every source. */
const most = { whole: 35, fraction: 30 };

const written = /^(-?)0*([0-9]+)(?:\.(?=[0-9])([0-9]*?)0*)?$/;

/**
 * The canonical text of a decimal: no zero that says nothing, no exponent, no negative zero (XML Schema
 * 1.1, Part 2, 3.3.3).
 *
 * @returns undefined where the text is no decimal, or has more digits than `DECIMAL(65, 30)`
 */
export function decimalText(text: string): string | undefined {
  const [, sign = '', whole = '', fraction = ''] = written.exec(text) ?? [];
  if (whole === '' || whole.length > most.whole || fraction.length > most.fraction)
    return undefined;
  const size = fraction === '' ? whole : `${whole}.${fraction}`;
  return size === '0' ? '0' : sign + size;
}
