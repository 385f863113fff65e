/** A media range of `accept`, in small letters, and how much it is wanted, from 0 to 1 (RFC 9110, 12.5.1). */
export interface AcceptedRange {
  readonly type: string;
  readonly quality: number;
}

/** The ranges of the header, in the order stated. */
export function readAccept(accept: string): readonly AcceptedRange[] {
  return accept
    .toLowerCase()
    .split(',')
    .map((range) => {
      const [type = '', ...parameters] = range.split(';').map((part) => part.trim());
      const weight = parameters.find((parameter) => parameter.startsWith('q='));
      return { type, quality: weight === undefined ? 1 : Number(weight.slice(2)) };
    });
}
