import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import type { PolicySeedInput } from '../../src/control/policy/policySeed.js';
import { readCatalogs } from '../../src/start/readCatalogs.js';
import { codesOf } from '../support/alike.js';
import { expectRefused } from '../support/expectRefused.js';
import type { ResidentRow } from '../support/smallWorld.js';
import { testCatalogDir } from '../support/testCatalogs.js';
import { openTestGateway, type As, type TestGateway } from '../support/testGateway.js';
import { testPolicy, validUntil } from '../support/testPolicy.js';

type Rules = NonNullable<PolicySeedInput['rules']>;
type ResourceGrant = PolicySeedInput['grants'][number]['resources'][string];

const cubes = `
  @cube(name: "bySex", title: "性别", dimensions: ["divisionCode", "sex"])
  @cube(name: "byYear", title: "年龄", dimensions: ["birthDate_year"])
  @classify(level: L3`;

/** The tests' catalogs, with statistics of residents, minors told by their dates of birth. */
async function catalogs() {
  const texts = await readCatalogs(testCatalogDir);
  return texts.map(({ file, text }) => ({
    file,
    text: text
      .replace('\n  @classify(level: L3', cubes)
      .replace('subject: "idNo"', 'subject: "idNo"\n    minorsBy: "birthDate"'),
  }));
}

let row = 0;
function people(
  count: number,
  division: string,
  sex: string | null,
  birth = '1990-03-07',
): ResidentRow[] {
  return Array.from({ length: count }, () => {
    row += 1;
    return {
      row_id: row,
      id_no: `37020019900307${String(row).padStart(4, '0')}`,
      name: '张三',
      sex,
      birth_date: birth,
      address: null,
      faith: row % 2 === 0 ? '佛教' : null,
      division_code: division,
    };
  });
}

const residents = [
  ...people(52, '370202', '男'),
  ...people(45, '370202', '女', '1991-01-01'),
  ...people(60, '370203', '男'),
  ...people(4, '370203', '女'),
  ...people(41, '370211', '男'),
  ...people(33, '370211', '女'),
  // Fewer than are told of, in a division of their own.
  ...people(3, '999999', '女'),
  ...people(90, '370202', '男', '2020-06-01'),
];

/** What is told under the key of these tests; behind each number, what it is of. */
const expected = {
  '370202 女': 50, // 45
  '370202 男': 50, // 52
  '370202 all': 100, // 97
  '370203 女': 0, // 4
  '370203 男': 60, // 60
  '370203 all': 60, // 64
  '370211 女': 30, // 33
  '370211 男': 50, // 41
  '370211 all': 60, // 74
  'all 女': 80, // 85, three of whom are in a division that is not told
  'all 男': 140, // 153
  'all all': 240, // 238
};

const counted = { form: 'WITHHELD', uses: ['GROUP'] } as const;
const resident: ResourceGrant = {
  reach: ['STATISTICS'],
  fields: {
    divisionCode: { ...counted, uses: ['GROUP'] },
    sex: { ...counted, uses: ['GROUP'] },
    birthDate: { uses: ['GROUP'] },
  },
};

function policyOf(change: Partial<ResourceGrant> = {}, rules: Rules = []): string {
  const grant = (client: string, purpose: string, more: Partial<ResourceGrant>) => ({
    id: `G-${client}-${purpose}`,
    client,
    purpose,
    validUntil,
    resources: { Resident: { ...resident, ...more, ...change } },
  });
  const districts = { rows: { divisionCode: { in: '$requester.districts' } } };
  return testPolicy({
    grants: [
      grant('fund', 'planning', {}),
      grant('fund', 'planning-for-all', { minors: true }),
      grant('fund', 'withdrawal-and-planning', { reach: ['LIST', 'STATISTICS'] }),
      grant('school', 'planning', districts),
    ],
    rules,
  });
}

/** Another key would draw other offsets, and round otherwise. */
const masterKey = new Uint8Array(32).fill(3);

const asPlanner: As = { client: 'fund', purpose: 'planning' };
const asSchoolPlanner: As = { client: 'school', purpose: 'planning' };
const bySex =
  '{ residentStatistics(cube: bySex) { over group { divisionCode sex } count __typename } }';

interface Cell {
  readonly over: readonly string[];
  readonly group: Readonly<Record<string, string | null>>;
  readonly count: number;
}

async function cellsFor(gateway: TestGateway, as: As, query = bySex) {
  const { body } = await gateway.ask(as, query);
  expect(body.errors).toBeUndefined();
  const cells = body.data?.['residentStatistics'] as readonly Cell[];
  return Object.fromEntries(
    cells.map(({ over, group, count }) => {
      const members = Object.entries(group).map(([name, member]) =>
        over.includes(name) ? 'all' : String(member),
      );
      return [members.join(' '), count];
    }),
  );
}

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openTestGateway(
    { catalogs: await catalogs(), policy: policyOf(), masterKey },
    residents,
  );
});
afterAll(() => gateway.close());
beforeEach(() => {
  gateway.statements.length = 0;
});

describe('a statistic', () => {
  it('tells of all in scope by what nobody is shown, rounded by a draw', async () => {
    expect(await cellsFor(gateway, asPlanner)).toEqual(expected);
    expect(gateway.statements).toHaveLength(1);
    expect(gateway.statements[0]?.sql).toMatch(/^SELECT .*COUNT\(\*\).* GROUP BY /);
  });

  it('has rows about minors only where the grant includes them, with draws of their own', async () => {
    const as = { client: 'fund', purpose: 'planning-for-all' };
    expect(await cellsFor(gateway, as)).toEqual({
      '370202 女': 50,
      '370202 男': 140, // 142
      '370202 all': 200, // 187
      '370203 女': 0,
      '370203 男': 60,
      '370203 all': 60,
      '370211 女': 30,
      '370211 男': 40,
      '370211 all': 80,
      'all 女': 80,
      'all 男': 240, // 243
      'all all': 340, // 328
    });
  });

  it('keeps to the row scope, with draws of its own', async () => {
    expect(await cellsFor(gateway, asSchoolPlanner)).toEqual({
      '370202 女': 50,
      '370202 男': 50,
      '370202 all': 100,
      '370203 女': 10,
      '370203 男': 60,
      '370203 all': 60,
      'all 女': 60, // 49
      'all 男': 100, // 112
      'all all': 160, // 161
    });
  });

  it('is by the years of days', async () => {
    const query = '{ residentStatistics(cube: byYear) { over group { birthDate_year } count } }';
    // 193 and 45.
    expect(await cellsFor(gateway, asPlanner, query)).toEqual({ 1990: 190, 1991: 50, all: 240 });
  });

  it('stands on record with the fields that it is over, and how many cells were told', async () => {
    await cellsFor(gateway, asPlanner);
    expect(gateway.entries().at(-1)).toMatchObject({
      outcome: 'OK',
      statements: 1,
      reads: [
        {
          resource: 'Resident',
          fields: { divisionCode: 'STATISTICS', sex: 'STATISTICS' },
          rows: 12,
        },
      ],
    });
  });

  it('stands on record beside the form of a field that is shown by the same request', async () => {
    const as = { client: 'fund', purpose: 'withdrawal-and-planning' };
    const query =
      '{ residents(first: 1) { nodes { birthDate } } residentStatistics(cube: byYear) { count } }';
    const { body } = await gateway.ask(as, query);
    expect(body.errors).toBeUndefined();
    expect(gateway.entries().at(-1)?.reads[0]?.fields).toEqual({
      birthDate: 'MASKED(YEAR) STATISTICS',
    });
  });

  it('is asked for by a variable too', async () => {
    const query =
      'query ($cube: ResidentCube!) { residentStatistics(cube: $cube) { over group { divisionCode sex } count } }';
    const { body } = await gateway.ask(asPlanner, query, { cube: 'bySex' });
    expect(body.data?.['residentStatistics']).toHaveLength(12);
    const { body: other } = await gateway.ask(asPlanner, query, { cube: 'byYear' });
    expect(codesOf(other)).toEqual(['BAD_USER_INPUT']);
    expect(other.errors?.[0]?.message).toBe(
      '`group` of the cube byYear has birthDate_year; "divisionCode" is of another cube.',
    );
  });

  it('is the same from another replica, on another day, and without those who are out of scope', async () => {
    const other = await openTestGateway(
      {
        catalogs: await catalogs(),
        policy: policyOf(),
        masterKey,
        now: () => Date.now() + 86_400_000,
      },
      residents.filter(({ birth_date }) => birth_date !== '2020-06-01'),
    );
    try {
      expect(await cellsFor(other, asPlanner)).toEqual(expected);
    } finally {
      await other.close();
    }
  });

  it('is another under another master key', async () => {
    const other = await openTestGateway(
      { catalogs: await catalogs(), policy: policyOf(), masterKey: new Uint8Array(32).fill(4) },
      residents,
    );
    try {
      expect(await cellsFor(other, asPlanner)).not.toEqual(expected);
    } finally {
      await other.close();
    }
  });
});

describe('who may ask for statistics only', () => {
  it.each([
    '{ residents { totalCount } }',
    '{ residents { nodes { sex } } }',
    '{ residentAggregate { count } }',
    '{ resident(idNo: "x") { sex } }',
    '{ residentStatistics(cube: bySex, where: { sex: { eq: "女" } }) { count } }',
    '{ residentStatistics(cube: byFaith) { count } }',
    '{ residentStatistics(cube: bySex) { group { faith } } }',
    '{ division(code: "370202") { residents { totalCount } } }',
  ])('can ask for nothing else: %s', async (query) => {
    await expectRefused(gateway, asPlanner, query);
  });
});

describe('a cube', () => {
  const withholding: Rules = [{ id: 'R-1', kind: 'WITHHOLD', resource: 'Resident', field: 'sex' }];
  const masking: Rules = [
    { id: 'R-1', kind: 'MASK', resource: 'Resident', field: 'birthDate', mask: 'REDACT' },
  ];
  const fields = resident.fields;

  async function answers(change: Partial<ResourceGrant>, rules: Rules = []) {
    const other = await openTestGateway(
      { catalogs: await catalogs(), policy: policyOf(change, rules) },
      residents,
    );
    try {
      const asked = await Promise.all(
        ['bySex', 'byYear'].map((cube) =>
          other.ask(asPlanner, `{ residentStatistics(cube: ${cube}) { count } }`),
        ),
      );
      return asked.map(({ body }) => (body.data ? 'told' : codesOf(body)[0]));
    } finally {
      await other.close();
    }
  }
  const no = 'GRAPHQL_VALIDATION_FAILED';

  it.each<[string, readonly (string | undefined)[], Partial<ResourceGrant>, Rules]>([
    ['all of whose fields may be counted', ['told', 'told'], {}, []],
    ['one of whose fields a rule withholds', [no, 'told'], {}, withholding],
    ['one of whose fields a rule masks', ['told', 'told'], {}, masking],
    [
      'one of whose fields was given for no grouping',
      ['told', no],
      { fields: { ...fields, birthDate: {} } },
      [],
    ],
    [
      'one of whose fields was not given',
      [no, 'told'],
      { fields: { sex: fields['sex']!, birthDate: fields['birthDate']! } },
      [],
    ],
    ['without the reach', [no, no], { reach: ['LIST'] }, []],
    ['of what is suspended', [no, no], {}, [{ id: 'R-1', kind: 'SUSPEND', resource: 'Resident' }]],
  ])('%s: %j', async (_what, told, change, rules) => {
    expect(await answers(change, rules)).toEqual(told);
  });
});
