declare const desensitized: unique symbol;

/**
 * A value that was shown under a mask, as `张*三`: fit to be looked at, and nothing else. On the wire
 * and at run time it is a text. To the compiler it is no `string`, so that it is not compared with a
 * name, kept as one or looked up by. (A template literal takes anything; there it is ESLint's rule
 * `restrict-template-expressions` that refuses it.)
 */
export interface Desensitized<T> {
  readonly [desensitized]: T;
}

/** The text of a masked value, to be put before someone's eyes. */
export function shown(value: Desensitized<string>): string {
  return value as unknown as string;
}
