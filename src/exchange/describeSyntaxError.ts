import type { GraphQLError } from 'graphql';

/**
 * What the parser calls tokens, in words. Names, texts and numbers may be data that was typed into the
 * wrong place (a citizen's number without its quotes), so of these the kind alone is told.
 */
const kinds: Readonly<Record<string, string>> = {
  Name: 'a name',
  Int: 'a number',
  Float: 'a number',
  String: 'a text',
  BlockString: 'a text',
  '<EOF>': 'its end',
};

/** Marks and words that GraphQL's grammar itself is made of. */
const ofGrammar = /^"([!$&().:=?@[\]{|}]|\.{3}|on|query)"$/;

function describeToken(token: string): string {
  const mark = ofGrammar.exec(token)?.[1];
  if (mark !== undefined) return `\`${mark}\``;
  const kind = /^(<EOF>|[A-Za-z]+)/.exec(token)?.[0] ?? '';
  return kinds[kind] ?? 'something';
}

/** Sayings of graphql-js, the first that matches, and what is told of each: none of the document's text. */
const offences: readonly (readonly [RegExp, (...tokens: readonly string[]) => string])[] = [
  [
    /^Expected (.+?), found (.+)\.$/s,
    (expected = '', found = '') =>
      `has ${describeToken(found)} where ${describeToken(expected)} is expected`,
  ],
  [/^Unexpected single quote/, () => 'has a single quote, where texts stand in double ones'],
  [/^(Unexpected|Invalid) character: /, () => 'has a character that is none of GraphQL'],
  [/^Unterminated string/, () => 'has a text without an end'],
  [
    /^Invalid (Unicode|character) escape/,
    () => 'has a backslash in a text before what is no escape',
  ],
  [/^Invalid character within/, () => 'has a character in a text that is written as an escape'],
  [/^Invalid number/, () => 'has a number that is not written as GraphQL writes them'],
  [/^(Document|Source) contains more/, () => 'is longer than is read'],
  [
    /^Unexpected ((?:Name|Int|Float|String|BlockString|<EOF>)|"[^"]+")/,
    (found = '') => `has ${describeToken(found)} where none can be`,
  ],
];

/** Says of a document that cannot be parsed where and why, in words that hold nothing of what it holds. */
export function describeSyntaxError({ message, locations }: GraphQLError): string {
  const said = message.replace(/^Syntax Error: /, '');
  const [match] = offences.flatMap(([saying, tell]) => {
    const found = saying.exec(said);
    return found ? [tell(...found.slice(1))] : [];
  });
  const [place] = locations ?? [];
  const where = place ? `, at line ${place.line}, column ${place.column}` : '';
  return `A request carries a GraphQL document; this one ${match ?? 'cannot be read'}${where}.`;
}
