import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { projectDir } from '../../src/start/projectDir.js';

import { compile, type Said } from './compile.js';

const head = `
import { applicantQuery } from './applicant.js';
import { ask, type Channel } from './ask.js';
import { shown } from './desensitized.js';
import type { ApplicantQuery } from './generated/graphql.js';
import { graphql } from './generated/index.js';
declare const channel: Channel;
declare const resident: NonNullable<ApplicantQuery['resident']>;
declare function greet(name: string): void;
export { applicantQuery, ask, shown, graphql, channel, resident, greet };
`;

/** What an app may not do, each with what it may do beside it. */
const snippets: Readonly<Record<string, readonly [text: string, said: Said]>> = {
  'a masked name is no string': [
    `greet(resident.name);`,
    [
      "TS2345: Argument of type 'Desensitized<string>' is not assignable to parameter of type 'string'.",
    ],
  ],
  'a name in clear is one': [`if (resident.division?.name) greet(resident.division.name);`, []],
  'a masked value is printed by `shown`': [`greet(shown(resident.name));`, []],
  'a value in clear is not': [
    `shown(resident.division?.name ?? '');`,
    [
      "TS2345: Argument of type 'string' is not assignable to parameter of type 'Desensitized<string>'.",
    ],
  ],
  'a masked value is not kept for a name': [
    `export const applicant: { name: string } = resident;`,
    ["TS2322: Type '{…}' is not assignable to type '{…}'."],
  ],
  'a masked value is not compared with a text': [
    `export const same = resident.name === '张磊三';`,
    [
      "TS2367: This comparison appears to be unintentional because the types 'Desensitized<string>' and 'string' have no overlap.",
    ],
  ],
  'a masked value has nothing of a text': [
    `export const surname = resident.name.slice(0, 1);`,
    ["TS2339: Property 'slice' does not exist on type 'Desensitized<string>'."],
  ],
  'a masked ID number looks nobody up': [
    `await ask(channel, applicantQuery, { idNo: resident.idNo });`,
    ["TS2322: Type 'Desensitized<string>' is not assignable to type 'string'."],
  ],
  'an ID number as it is does': [
    `export const { resident: other } = await ask(channel, applicantQuery, { idNo: '370202' });`,
    [],
  ],
  'a masked value that may be absent is looked at first': [
    `shown(resident.birthDate);`,
    [
      "TS2345: Argument of type 'Desensitized<string> | null | undefined' is not assignable to parameter of type 'Desensitized<string>'.",
    ],
  ],
  'a withheld field is none': [
    `greet(resident.address);`,
    [`TS2339: Property 'address' does not exist on type '{…}'.`],
  ],
  'a query without types is not sent': [
    'await ask(channel, graphql(`{ resident(idNo: "370202") { address } }`), {});',
    [
      "TS2345: Argument of type 'unknown' is not assignable to parameter of type 'TypedDocumentNode<unknown, {}>'.",
    ],
  ],
};

describe('what the compiler says of an app', () => {
  const folder = join(projectDir, 'examples', 'housing-fund-desk');
  const texts = Object.entries(snippets).map(([name, [text]]) => [name, head + text] as const);
  const said = compile(folder, Object.fromEntries(texts));

  it.each(Object.entries(snippets))('%s', (name, [, expected]) => {
    expect(said.get(name)).toEqual(expected);
  });
});
