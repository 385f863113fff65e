import { GraphQLError, parse, Source, type DocumentNode } from 'graphql';

import type { Faults } from '../../fault/fault.js';
import type { Subject } from '../../fault/subjectAt.js';

/** So many characters that are not GraphQL's are told of in one text. */
const mostTold = 100;

const unexpected = /^Syntax Error: (?:Unexpected|Invalid) character: /;
const name = /[\p{L}\p{N}\p{M}_]+/uy;

/** The ASCII of what is typed by an input method for Chinese, where Unicode does not fold it to that. */
const asciiOf: Readonly<Record<string, string>> = {
  ...{ '“': '"', '”': '"', '‘': '"', '’': '"', '「': '"', '」': '"', '。': '.', '、': ',' },
};

/** What stands in the place of a character of another script, and what is said of it. */
interface Stranger {
  readonly from: number;
  readonly text: string;
  readonly ascii: string;
  readonly message: string;
}

function wordAt(text: string, at: number): { readonly from: number; readonly word: string } {
  let from = at;
  while (/\w/.test(text[from - 1] ?? '')) from -= 1;
  name.lastIndex = from;
  return { from, word: name.exec(text)?.[0] ?? '' };
}

function strangerAt(text: string, at: number): Stranger | undefined {
  const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const ascii = asciiOf[char] ?? char.normalize('NFKC');
  if (/^[!-~ ]$/.test(ascii) && !/\w/.test(ascii)) {
    const is = ascii === ' ' ? 'a blank' : `\`${ascii}\``;
    const message = `GraphQL is written with the signs of ASCII: instead of "${char}" put ${is}.`;
    return { from: at, text: char, ascii, message };
  }
  const { from, word } = wordAt(text, at);
  if (word === '') return undefined;
  return {
    ...{ from, text: word, ascii: '_'.repeat(word.length) },
    message: `GraphQL names are of the letters A–Z and a–z, digits and _; "${word}" is not: give an English or pinyin name, write "${word}" in the description or the title, and name a column that is called so by \`@column(name: "${word}")\`.`,
  };
}

/** What a name is that is none, by the type whose beginning stands before it. */
function subjectOf(text: string, { from, text: name }: Stranger): Subject | null {
  const [, type] = [...text.slice(0, from).matchAll(/^\s*(?:type|enum)\s+(\w+)/gm)].at(-1) ?? [];
  return type === undefined ? null : { type, field: name, held: null };
}

/**
 * Parses a text. Names and signs that are not of ASCII are told of all at once, each at its place and with
 * what would be right.
 *
 * @returns undefined where it is not GraphQL
 */
export function parseText(source: Source, faults: Faults): DocumentNode | undefined {
  let text = source.body;
  for (let told = 0; ; told += 1) {
    try {
      const document = parse(new Source(text, source.name));
      if (told === 0) return document;
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      const { message, positions } = error;
      const at = positions?.[0] ?? 0;
      const isStrange = unexpected.test(message) && told < mostTold;
      const stranger = isStrange ? strangerAt(text, at) : undefined;
      if (stranger) {
        const { from, ascii, text: instead } = stranger;
        const about = subjectOf(text, stranger);
        faults.from(new GraphQLError(stranger.message, { source, positions: [from] }), about);
        text = `${text.slice(0, from)}${ascii}${text.slice(from + instead.length)}`;
        continue;
      }
      // What follows from a sign that was put in the place of another is told when that is mended.
      if (told === 0) faults.from(new GraphQLError(message, { source, positions: [at] }));
    }
    return undefined;
  }
}
