import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openOwnGateway, resourceOf, shared, type OwnGateway } from '../support/ownGateway.js';

const points = (...codes: readonly number[]) => codes.map((code) => String.fromCodePoint(code));

/** What stands for the middle dot, U+00B7. */
const dots = points(
  ...[0x00b7, 0x0387, 0x2022, 0x2027, 0x2219, 0x22c5, 0x2e31, 0x2e33, 0x30fb, 0xff65, 0xff0e, 0x2e],
);

/** Characters of the private area in older editions of GB 18030, and where that of 2022 has them. */
const moved = [
  ['\ue81e', '龴'],
  ['\ue826', '龵'],
  ['\ue82b', '龶'],
  ['\ue82c', '龷'],
  ['\ue832', '龸'],
  ['\ue843', '龹'],
  ['\ue854', '龺'],
  ['\ue864', '龻'],
  ['\ue816', '𠂇'],
  ['\ue817', '𠂉'],
  ['\ue818', '𠃌'],
  ['\ue831', '𡗗'],
  ['\ue83b', '𢦏'],
  ['\ue855', '𤇾'],
] as const;

describe('B10: 买买提·吐尔逊, claimed with another dot', () => {
  let gateway: OwnGateway;
  beforeAll(async () => {
    const names = [
      ...dots.map((dot) => `买买提${dot}吐尔逊`),
      ...moved.flatMap(([from, to]) => [`张${from}`, `张${to}`]),
      ...['12.5', '买买提吐尔逊', '张\ue000'],
    ];
    gateway = await openOwnGateway({
      kind: 'sqlite',
      statements: {
        population: [
          `CREATE TABLE person (row_id BIGINT PRIMARY KEY NOT NULL, no VARCHAR(20) NOT NULL UNIQUE,
             name VARCHAR(40) NOT NULL)`,
          `INSERT INTO person VALUES ${names.map((name, at) => `(${at}, '${name}', '${name}')`).join(', ')}`,
        ],
      },
      types: {
        population: `type Person ${resourceOf('person', '0001')} ${shared} { no: ID! @key name: String! }`,
      },
      resources: {
        Person: {
          reach: ['VERIFY', 'LOOKUP'],
          fields: { no: { uses: ['LOOKUP'] }, name: { uses: ['VERIFY'] } },
        },
      },
    });
  });
  afterAll(() => gateway.close());

  async function isMatch(held: string, claimed: string): Promise<boolean> {
    const query =
      'query ($no: ID!, $name: String!) { verifyPerson(no: $no, claims: { name: $name }) { result } }';
    const { data } = await gateway.ask(query, { no: held, name: claimed });
    return (data as { verifyPerson: { result: string } }).verifyPerson.result === 'MATCH';
  }

  it('matches, whichever dot the source holds and whichever is claimed', async () => {
    for (const held of dots) {
      for (const claimed of dots) {
        const [one, other] = [`买买提${held}吐尔逊`, `买买提${claimed}吐尔逊`];
        expect([held, claimed, await isMatch(one, other)]).toEqual([held, claimed, true]);
      }
    }
  });

  it('matches in the characters that GB 18030-2022 moved, both ways', async () => {
    for (const [from, to] of moved) {
      expect(await isMatch(`张${from}`, `张${to}`)).toBe(true);
      expect(await isMatch(`张${to}`, `张${from}`)).toBe(true);
    }
  });

  it('does not match without the dot, nor with another character', async () => {
    expect(await isMatch('买买提·吐尔逊', '买买提吐尔逊')).toBe(false);
    expect(await isMatch('买买提吐尔逊', '买买提·吐尔逊')).toBe(false);
    for (const other of ['买买提-吐尔逊', '买买提、吐尔逊', '买买提。吐尔逊', '买买提 吐尔逊']) {
      expect(await isMatch('买买提·吐尔逊', other)).toBe(false);
    }
    expect(await isMatch('张\ue81e', '张龵')).toBe(false);
    expect(await isMatch('张\ue000', '张龴')).toBe(false);
  });

  it('keeps the point of a number apart from a middle dot', async () => {
    expect(await isMatch('12.5', '１２．５')).toBe(true);
    expect(await isMatch('12.5', '12·5')).toBe(false);
  });
});
