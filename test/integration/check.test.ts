import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';

import { demo } from '../../demo/demo.js';
import { callCli } from '../support/callCli.js';
import { dataDir, freePort, runCli, type Environment } from '../support/spawnGateway.js';

const { catalogDir } = demo;
const data = dataDir();
const own = join(data.dir, 'own');

/** Runs the check, by default in demo mode on the demo that the first run prepares. */
const check = (
  args: readonly string[],
  settings: Environment = {},
  run: typeof callCli | typeof runCli = callCli,
) => run(['check', ...args], { TONGDAO_DATA_DIR: data.dir, ...settings });

/** A catalog of the demo with some places changed, under its own name in a folder of its own. */
function changed(file: string, changes: readonly (readonly [string, string])[]): string {
  let text = readFileSync(join(catalogDir, file), 'utf8');
  for (const [from, to] of changes) {
    expect(text).toContain(from);
    text = text.replace(from, () => to);
  }
  writeFileSync(join(own, file), text);
  return join(own, file);
}

const permits = `extend schema @catalog(agency: "qd-permits", source: "permits")

"A permit to do business"
type Permit
  @resource(
    code: "370200-0090-000001"
    title: "经营许可"
    table: "permit"
    updateCycle: DAILY
    pageBy: "permit_no"
  )
  @share(attribute: UNCONDITIONAL)
  @classify(level: L1, category: GENERAL) {
  permitNo: ID! @key @column(name: "permit_no")
  holder: String!
}
`;

let permitsUrl: string;
beforeAll(() => {
  mkdirSync(own);
  const file = join(data.dir, 'permits.sqlite');
  permitsUrl = `sqlite:${file}`;
  new Database(file)
    .exec('CREATE TABLE permit (permit_no TEXT NOT NULL PRIMARY KEY, holder TEXT NOT NULL)')
    .close();
});
afterAll(() => {
  data.remove();
});

/** Two slips in one file, each as it is told. */
const slips = [
  ['table: "airport"', 'table: "airports"'],
  ['iata: String', 'iata: Strin'],
] as const;

describe('`tongdao check`', () => {
  it('finds no fault in the demo’s catalogs', async () => {
    expect(await check([])).toEqual({ status: 0, stdout: 'no faults in 7 catalogs\n', stderr: '' });
  }, 60_000);

  it.each<[string, () => readonly string[]]>([
    ['with faults', () => [changed('transport.graphql', slips)]],
    ['with a file that is not there', () => ['none.graphql']],
  ])('is a process that ends by itself: %s', async (_what, argsOf) => {
    const args = argsOf();
    expect(await check(args, {}, runCli)).toEqual(await check(args));
  });

  it('tells every fault with its place, its lines, and what would be right', async () => {
    const file = changed('transport.graphql', slips);
    expect(await check([file])).toEqual({
      status: 1,
      stderr: '',
      stdout: `${file}:5:3 Source "airports" has no table "airports"; it has airport. Did you mean "airport"?
4 | type Airport
5 |   @resource(
  |   ^
6 |     code: "370200-0014-000001"

${file}:18:9 Unknown type "Strin". Did you mean "String" or "Street"?
17 |   "Three letters of IATA"
18 |   iata: Strin
   |         ^
19 |   name: String!

2 faults in 7 catalogs
`,
    });
  });

  it('tells a program the same', async () => {
    const file = changed('transport.graphql', slips);
    const { status, stdout, stderr } = await check(['--format', 'json', file]);
    expect([status, stderr]).toEqual([1, '']);
    expect(JSON.parse(stdout)).toEqual({
      files: 7,
      warnings: [],
      faults: [
        {
          file,
          line: 5,
          column: 3,
          message:
            'Source "airports" has no table "airports"; it has airport. Did you mean "airport"?',
          frame: expect.stringContaining('5 |   @resource(\n  |   ^\n') as unknown,
          about: { type: 'Airport', field: null, held: null },
        },
        {
          file,
          line: 18,
          column: 9,
          message: 'Unknown type "Strin". Did you mean "String" or "Street"?',
          frame: expect.stringContaining('18 |   iata: Strin\n   |         ^\n') as unknown,
          about: { type: 'Airport', field: 'iata', held: null },
        },
      ],
    });
    expect(await check(['--format', 'json'])).toMatchObject({
      status: 0,
      stdout: '{"files":7,"faults":[],"warnings":[]}\n',
    });
  });

  it('counts one fault as one', async () => {
    const file = changed('transport.graphql', [['name: String!', 'name: Int!']]);
    const { status, stdout } = await check([file]);
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /:19:9 Column "name" is `TEXT`, which Int does not fit: it fits String or ID, and Date, LocalDateTime, DateTime, Time or JSON where it holds nothing else\.\n[^]*\n1 fault in 7 catalogs\n$/,
    );
  });
});

describe('a file that is given', () => {
  it('takes the place of the one of its name in the folder', async () => {
    const folder = join(own, 'folder');
    cpSync(catalogDir, folder, { recursive: true });
    writeFileSync(join(folder, 'transport.graphql'), 'no GraphQL');
    const settings = { TONGDAO_CATALOG_DIR: folder };
    const without = await check([], settings);
    expect(without.status).toBe(1);
    expect(without.stdout).toMatch(/^folder\/transport\.graphql:1:1 Syntax Error/);
    const right = join(catalogDir, 'transport.graphql');
    expect(await check([right], settings)).toMatchObject({
      status: 0,
      stdout: 'no faults in 7 catalogs\n',
    });
  });

  it('has its neighbours beside it: what they take from it is found wrong there', async () => {
    // Without `pageBy`, no link leads to many; that of the residents does.
    const file = changed('market-regulation.graphql', [['    pageBy: "row_id"\n', '']]);
    const { status, stdout } = await check([file]);
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /^catalogs\/public-security\.graphql:\d+:3 A link to many rows needs their order: Company has no `pageBy`\.\n/,
    );
    expect(stdout).toMatch(/\n1 fault in 7 catalogs\n$/);
  });

  it('of another name stands beside them', async () => {
    const file = join(own, 'airfields.graphql');
    writeFileSync(file, readFileSync(join(catalogDir, 'transport.graphql')));
    const { status, stdout } = await check([file]);
    expect(status).toBe(1);
    expect(stdout).toContain('Type name Airport is claimed by qd-transport already');
    expect(stdout).toMatch(/in 8 catalogs\n$/);
  });
});

describe('one’s own sources', () => {
  it('are checked with one’s own catalogs only', async () => {
    const file = join(own, 'permits.graphql');
    writeFileSync(file, permits);
    const settings = {
      TONGDAO_DATA_DIR: join(data.dir, 'elsewhere'),
      TONGDAO_SOURCES: JSON.stringify({ permits: permitsUrl }),
    };
    expect(await check([file], settings)).toEqual({
      status: 0,
      stdout: 'no faults in 1 catalog\n',
      stderr: '',
    });
    // Nothing of the demo is prepared for them.
    expect(existsSync(settings.TONGDAO_DATA_DIR)).toBe(false);
    const folder = join(own, 'mine');
    mkdirSync(folder);
    writeFileSync(join(folder, 'permits.graphql'), permits.replace('holder: String!', 'by: ID!'));
    const { status, stdout } = await check([], { ...settings, TONGDAO_CATALOG_DIR: folder });
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /^mine\/permits\.graphql:15:3 The table has no column "by"; it has permit_no, holder\.\n/,
    );
  });
});

describe('`tongdao check --data`', () => {
  it('counts at the source what a catalog vouches for, and tells no value', async () => {
    const file = join(data.dir, 'copies.sqlite');
    new Database(file)
      .exec('CREATE TABLE copy (permit_no TEXT, holder TEXT)')
      .exec(
        `INSERT INTO copy VALUES ('p1', 'a'), ('p1', 'b'), ('p2', 'a'), (NULL, 'a'), ('P1', 'a')`,
      )
      .exec('CREATE VIEW permit AS SELECT permit_no, holder FROM copy')
      .close();
    const catalog = join(own, 'copies.graphql');
    writeFileSync(
      catalog,
      permits
        .replace('    pageBy: "permit_no"', '    pageBy: "permit_no"\n    unique: [["permit_no"]]')
        .replace('permitNo: ID!', 'permitNo: ID')
        .replace('holder: String!', 'holder: String'),
    );
    const settings = { TONGDAO_SOURCES: JSON.stringify({ permits: `sqlite:${file}` }) };
    expect((await check([catalog], settings)).status).toBe(0);
    const { status, stdout } = await check(['--data', catalog], settings);
    expect(status).toBe(1);
    expect(stdout.split('\n').filter((line) => line.startsWith(catalog))).toEqual([
      `${catalog}:5:3 \`unique\` vouches that no two rows of permit hold the same in permit_no; of what they hold there, 1 is in several rows. Who asks for such a row gets NOT_UNIQUE.`,
      `${catalog}:5:3 \`unique\` vouches that no row of permit has a null in permit_no, by which its pages are ordered; 1 has. A page that comes to one is NOT_UNIQUE.`,
    ]);
    expect(stdout).not.toMatch(/p1/i);
    new Database(file).exec(`DELETE FROM copy WHERE permit_no IS NULL OR holder = 'b'`).close();
    expect(await check(['--data', catalog], settings)).toMatchObject({ status: 0 });
  });
});

describe('what cannot be checked', () => {
  const secret = 'SECRETsecret';

  it.each<[string, readonly string[], () => Environment | Promise<Environment>, string]>([
    [
      'a file that is not there',
      ['none.graphql'],
      () => ({}),
      'none.graphql cannot be read: a catalog is a file of SDL\n',
    ],
    [
      'a folder for a file',
      [catalogDir],
      () => ({}),
      `${catalogDir} cannot be read: a catalog is a file of SDL\n`,
    ],
    [
      'a format that is none',
      ['--format', 'xml'],
      () => ({}),
      "error: option '--format <format>' argument 'xml' is invalid. Allowed choices are text, json.\n",
    ],
    ['an option that is none', ['--all'], () => ({}), "error: unknown option '--all'\n"],
    [
      'SQLite where no file is',
      [],
      () => ({
        TONGDAO_SOURCES: `{"permits":"sqlite:/${secret}.sqlite"}`,
        TONGDAO_CATALOG_DIR: own,
      }),
      'source "permits" cannot be read: check its setting and its rights\n',
    ],
    [
      'MySQL where nothing listens',
      [],
      async () => ({
        TONGDAO_SOURCES: `{"permits":"mysql://${secret}:${secret}@127.0.0.1:${await freePort()}/${secret}"}`,
        TONGDAO_CATALOG_DIR: own,
      }),
      'source "permits" cannot be read: nothing answers at its host and port\n',
    ],
    [
      'a demo’s server where nothing listens',
      [],
      async () => ({ TONGDAO_DEMO: `mysql://${secret}:${secret}@127.0.0.1:${await freePort()}` }),
      'TONGDAO_DEMO: the server does not answer or refuses the login\n',
    ],
    [
      'sources that are no JSON',
      [],
      () => ({ TONGDAO_SOURCES: secret }),
      'The settings cannot be used:\n  TONGDAO_SOURCES: is JSON: {"<name>": "sqlite:<path>", …}\n',
    ],
    [
      'a source of no known kind',
      [],
      () => ({ TONGDAO_SOURCES: `{"permits":"oracle://u:${secret}@h/d"}` }),
      'The settings cannot be used:\n  TONGDAO_SOURCES.permits: is sqlite:<path>, or mysql:// or postgres://<user>:<password>@<host>:<port>/<database>\n',
    ],
    [
      'catalogs of a folder that is none',
      [],
      () => ({ TONGDAO_CATALOG_DIR: `/${secret}` }),
      'TONGDAO_CATALOG_DIR: it is a folder that holds catalogs (*.graphql)\n',
    ],
    [
      'no catalog at all, which must not pass for one without fault',
      [],
      () => ({ TONGDAO_SOURCES: JSON.stringify({ permits: permitsUrl }) }),
      'there is nothing to check: name catalogs, or a folder by TONGDAO_CATALOG_DIR\n',
    ],
  ])('%s is told apart from a fault, and says no more', async (_what, args, settings, sentence) => {
    const checked = await check(args, await settings());
    expect(checked).toEqual({ status: 2, stdout: '', stderr: sentence });
    expect(checked.stderr).not.toMatch(/SECRET|127\.0\.0\.1/);
  });
});
