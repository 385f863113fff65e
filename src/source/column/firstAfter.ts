const lastCodePoint = 0x10ffff;
/** UTF-16's surrogates are no characters: U+E000 follows U+D7FF. */
const [beforeSurrogates, afterSurrogates] = [0xd7ff, 0xe000];

/**
 * The first text, by code point, after all texts that begin with `prefix`; undefined where there is
 * none.
 */
export function firstAfter(prefix: string): string | undefined {
  const points = Array.from(prefix, (character) => character.codePointAt(0) ?? 0);
  while (points.at(-1) === lastCodePoint) points.pop();
  const last = points.pop();
  if (last === undefined) return undefined;
  const next = last === beforeSurrogates ? afterSurrogates : last + 1;
  return String.fromCodePoint(...points, next);
}
