import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { codesOf } from '../support/alike.js';
import { asFund, asSchool, openTestGateway, type TestGateway } from '../support/testGateway.js';

let gateway: TestGateway;
let before: readonly unknown[];
beforeAll(async () => {
  gateway = await openTestGateway();
  before = await tables();
});
afterAll(() => gateway.close());
beforeEach(() => {
  gateway.statements.length = 0;
});

function tables(): Promise<readonly unknown[]> {
  return Promise.all([
    gateway.world.read('population', 'resident'),
    gateway.world.tables('population'),
    gateway.world.tables('divisions'),
    gateway.world.read('divisions', 'area'),
  ]);
}

const attacks = [
  `' OR '1'='1`,
  `' OR 1=1 --`,
  `" OR ""="`,
  `370202' UNION SELECT faith FROM resident --`,
  `370202'; DROP TABLE resident; --`,
  `'; UPDATE resident SET division_code = '370202'; --`,
  `\\'; DELETE FROM resident; --`,
  `370202\u0000`,
  `%`,
  `_%`,
  `370*`,
  `?`,
  `:a`,
  `@a`,
  `$1`,
  `CAST(x AS TEXT)`,
  `(SELECT code FROM area)`,
  `x' COLLATE NOCASE --`,
  `﹡＇ OR １＝１`,
];

describe('a value that would be a statement', () => {
  it.each(attacks)('is a value, and finds no one: %j', async (attack) => {
    const lookup = 'query ($idNo: ID!) { resident(idNo: $idNo) { name } }';
    const list =
      'query ($v: ID!) { residents(where: { divisionCode: { eq: $v } }) { nodes { name } } }';
    const among =
      'query ($v: [ID!]) { residents(where: { divisionCode: { in: $v } }) { nodes { name } } }';
    const named =
      'query ($v: String!) { residents(where: { name: { eq: $v } }) { nodes { name } } }';
    const asked = [
      await gateway.ask(asFund, lookup, { idNo: attack }),
      await gateway.ask(asFund, list, { v: attack }),
      await gateway.ask(asFund, among, { v: [attack, `${attack} `] }),
      await gateway.ask(asSchool, named, { v: attack }),
      await gateway.ask(null, `{ province(code: ${JSON.stringify(attack)}) { name } }`),
    ];
    expect(asked.map(({ body }) => [codesOf(body), body.data])).toEqual([
      [[], { resident: null }],
      [[], { residents: { nodes: [] } }],
      [[], { residents: { nodes: [] } }],
      [[], { residents: { nodes: [] } }],
      [[], { province: null }],
    ]);
    // It went to the source five times, each time as a parameter, in one case of letters or both, and never as a part of the text.
    const isAttack = (parameter: unknown) =>
      typeof parameter === 'string' && parameter.toUpperCase() === attack.toUpperCase();
    expect(gateway.statements.filter(({ parameters }) => parameters.some(isAttack)).length).toBe(5);
    expect(
      gateway.statements.map(({ sql }) => sql.replaceAll(/"\w+"/g, '').match(/'|--|;|UNION|DROP/g)),
    ).toEqual(Array(5).fill(null));
    expect(await tables()).toEqual(before);
  });

  it.each(attacks)('opens no list as a cursor: %j', async (after) => {
    const query = 'query ($after: String) { residents(after: $after) { nodes { name } } }';
    const { body } = await gateway.ask(asFund, query, { after });
    expect([codesOf(body), body.data]).toEqual([['BAD_USER_INPUT'], undefined]);
    expect(gateway.statements).toEqual([]);
    expect(await tables()).toEqual(before);
  });

  it('in the place of a name is refused before any source is asked', async () => {
    for (const name of [
      'name"',
      'name; DROP TABLE resident',
      'name FROM resident --',
      'rowid',
      '_rowid_',
      '*',
    ]) {
      const { status, body } = await gateway.ask(asFund, `{ residents { nodes { ${name} } } }`);
      expect([status, body.data]).toEqual([400, undefined]);
    }
    expect(gateway.statements).toEqual([]);
    expect(await tables()).toEqual(before);
  });

  it('finds whom it names, where someone is called that', async () => {
    const [odd] = attacks;
    const world = await openTestGateway({}, [
      {
        row_id: 1,
        id_no: odd!,
        name: odd!,
        sex: null,
        birth_date: null,
        address: null,
        faith: null,
        division_code: '370202',
      },
    ]);
    try {
      const lookup = 'query ($idNo: ID!) { resident(idNo: $idNo) { name } }';
      const { body } = await world.ask(asSchool, lookup, { idNo: odd });
      expect(body.data).toEqual({ resident: { name: odd } });
    } finally {
      await world.close();
    }
  });
});
