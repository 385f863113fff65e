import { describe, expect, it } from '@jest/globals';

import { compileText, faultsWith, traffic } from './fixture.js';

const field = (type: string, column: string) =>
  `extra: ${type} @column(name: "${column}") @classify(category: GENERAL, level: L1)\n  weight: Float`;
const faults = (type: string, column: string) =>
  faultsWith('weight: Float', field(type, column)).map((fault) =>
    fault.replace(/^traffic\.graphql:\d+:\d+ /, ''),
  );
const extraOf = (type: string, column: string) =>
  compileText(traffic.replace('weight: Float', field(type, column)))
    .resources.get('Vehicle')
    ?.fields.get('extra');

describe('a list of a catalog', () => {
  it('is over a SET, whose text holds its members, which may be offered as a text too', () => {
    expect(extraOf('[String!]', 'features')).toMatchObject({
      ...{ type: 'List', elements: 'String' },
      column: { storage: 'LIST', elements: { storage: 'TEXT' }, reading: { kind: 'members' } },
    });
    expect(extraOf('String', 'features')).toMatchObject({
      type: 'String',
      column: { storage: 'TEXT' },
    });
  });

  it('is over an array of what its elements are', () => {
    expect(extraOf('[BigInt!]', 'axles')).toMatchObject({
      ...{ type: 'List', elements: 'BigInt' },
      column: { storage: 'LIST', elements: { storage: 'INTEGER' } },
    });
  });

  it.each([
    [
      'of what may be null',
      ['[String]', 'features'],
      'A list is of values, as `extra: [String!]`; one that holds a null is told as null itself, with an error.',
    ],
    [
      'of lists',
      ['[[String!]!]', 'features'],
      'A list is of values, as `extra: [String!]`; one that holds a null is told as null itself, with an error.',
    ],
    [
      'of documents',
      ['[JSON!]', 'features'],
      'A list is of String, ID, Int, BigInt, Decimal, Boolean, Date; of others, offer a table or a view with a row for each element, and a link to it.',
    ],
    [
      'of codes',
      ['[SexGB2261!]', 'features'],
      'A list holds no codes of an enum: make extra a list of what its column holds, as `[String!]`; or offer a table or a view with a row for each element, and a link to it.',
    ],
    [
      'over a text',
      ['[String!]', 'note'],
      'Column "note" is `text`, which holds no lists, as a SET of MariaDB and MySQL or an array of PostgreSQL does, and nothing of SQLite: offer a table or a view with a row for each element, and a link to it.',
    ],
    [
      'of other elements than its column has',
      ['[String!]', 'axles'],
      'Column "axles" is `integer[]`, which [String!] does not fit: it fits [ID!] or [Int!] or [BigInt!] or [Decimal!].',
    ],
  ] as const)('is refused %s', (_case, [type, column], message) => {
    expect(faults(type, column)).toEqual([message]);
  });

  it('is what a column of lists fits, and nothing else', () => {
    expect(faults('Int', 'axles')).toEqual([
      'Column "axles" is `integer[]`, which Int does not fit: it fits [ID!], [Int!], [BigInt!] or [Decimal!].',
    ]);
  });

  it('is no key and no end of a link', () => {
    const keyed = `extra: [String!]! @key @column(name: "features") @classify(category: GENERAL, level: L1)\n  weight: Float`;
    expect(faultsWith('weight: Float', keyed).join()).toContain(
      'A key is compared; "extra" is List, which nothing is compared with.',
    );
    const linked = `${field('[String!]', 'features')}\n  made: Brand @link(from: "extra", to: "code")`;
    expect(faultsWith('weight: Float', linked).join()).toContain(
      'The ends of a link are of one type',
    );
  });

  it.each(['KEEP, first: 1, last: 0', 'RANGE, step: 10', 'NAME'])('has no mask by %s', (rule) => {
    const masked = field('[String!]', 'features').replace('\n', ` @desensitize(rule: ${rule})\n`);
    expect(faultsWith('weight: Float', masked).join()).toMatch(
      /can be put on .*; extra is List\.$/,
    );
  });
});
