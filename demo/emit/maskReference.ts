import { isEnumType, type GraphQLEnumValue } from 'graphql';

import { Vocabulary } from '../../src/catalog/read/sdl/vocabulary.js';
import { describeMask } from '../../src/mask/mask.js';
import { maskExamples, type MaskExample } from '../../src/mask/maskExamples.js';
import { maskRuleNames, maskRules } from '../../src/mask/rules/maskRules.js';

const introduction = `<!-- Written by \`npm run emit\` from schema/directives.graphql, src/mask/rules/maskRules.ts and
     src/mask/maskExamples.ts. -->

# Masks

A field states its mask in the catalog: \`@desensitize(rule: NAME)\`, \`@desensitize(rule: RANGE, step: 10)\`,
\`@desensitize(rule: KEEP, first: 2, last: 3)\`. A grant, and an administrator's rule, may state another,
as \`{"mask": "NAME"}\` or \`{"mask": {"rule": "KEEP", "first": 2, "last": 3}}\`. Two masks meet as the one that
shows no more than either, mostly \`REDACT\`.

- Null stays null. Whatever a rule cannot be applied to, or would leave as it was, is \`****\`.
- One \`*\` stands for a character, and characters are Unicode code points, unless said otherwise.
- What a mask gives is a text, of the scalar \`Desensitized\`, whatever it takes.
- The hash below is under a key of zeros. A gateway has a key for each grant and field.

| rule | takes | shows | examples |
| --- | --- | --- | --- |
`;

/** A code span of a table's cell; an empty text has none. */
function code(value: string | number): string {
  return value === '' ? 'an empty text' : `\`${value}\``;
}

function exampleText({ mask, value, shown }: MaskExample): string {
  const description = describeMask(mask);
  const named = description === mask.rule ? '' : `${code(description)}: `;
  return `${named}${code(value)} → ${code(shown)}`;
}

/** What the vocabulary says of a rule, without the example at its end, which has a column here. */
function sentence(description: string): string {
  return description.replace(/: [^:]*[→*].*$/u, '.');
}

function row({ name, description }: GraphQLEnumValue): string {
  const rule = maskRuleNames.find((known) => known === name);
  const takes = rule ? maskRules[rule].takes.join(', ') : 'any';
  const examples = rule ? maskExamples[rule].map(exampleText).join('<br>') : '';
  return `| \`${name}\` | ${takes} | ${sentence(description ?? '')} | ${examples} |\n`;
}

/**
 * The reference of masks, in Markdown.
 *
 * @param vocabulary the text of `schema/directives.graphql`, whose words it takes
 */
export function maskReference(vocabulary: string): string {
  const type = Vocabulary.of(vocabulary).schema.getType('MaskRule');
  if (!isEnumType(type)) throw new TypeError('the vocabulary has no enum MaskRule');
  return introduction + type.getValues().map(row).join('');
}
