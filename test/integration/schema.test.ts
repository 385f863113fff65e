import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import {
  buildClientSchema,
  buildSchema,
  getIntrospectionQuery,
  lexicographicSortSchema,
  printSchema,
  type GraphQLSchema,
  type IntrospectionQuery,
} from 'graphql';

import { demoClients } from '../../demo/policy/demoClients.js';
import { projectDir } from '../../src/start/projectDir.js';
import { callCli } from '../support/callCli.js';
import {
  dataDir,
  demoRequesters,
  runCli,
  spawnGateway,
  type Environment,
  type SpawnedGateway,
} from '../support/spawnGateway.js';

const data = dataDir();
const demo: Environment = { TONGDAO_DATA_DIR: data.dir };

/** Runs the command, by default in demo mode. */
const schema = (
  args: readonly string[],
  settings: Environment = demo,
  run: typeof callCli | typeof runCli = callCli,
) => run(['schema', ...args], settings);
const as = (client: string, purpose: string) => ['--as', client, '--purpose', purpose];

let gateway: SpawnedGateway;
beforeAll(async () => {
  gateway = await spawnGateway(data.dir);
  await gateway.ready(60_000);
}, 90_000);
afterAll(async () => {
  await gateway.kill();
  data.remove();
});

describe('`tongdao schema` of the demo', () => {
  it.each([
    ['a client’s', as('housing-fund-app', 'housing-fund-withdrawal')],
    ['a client’s that is the public', ['--public', ...as('enrolment-app', 'school-enrolment')]],
  ])('is a process that ends by itself: %s', async (_what, args) => {
    expect(await schema(args, demo, runCli)).toEqual(await schema(args));
  });

  it('prints what the example holds', async () => {
    const file = join(projectDir, 'examples', 'housing-fund-desk', 'schema.graphql');
    expect(await schema(as('housing-fund-app', 'housing-fund-withdrawal'))).toEqual({
      status: 0,
      stdout: readFileSync(file, 'utf8'),
      stderr: '',
    });
  });

  it('marks what this requester sees under a mask, and nothing else', async () => {
    const residentOf = async (args: readonly string[]) =>
      /^type Resident \{[^}]*/m.exec((await schema(args)).stdout)?.[0] ?? '';
    const lineOf = (type: string, field: string) =>
      new RegExp(`^  ${field}\\b.*$`, 'm').exec(type)?.[0];
    const housingFund = await residentOf(as('housing-fund-app', 'housing-fund-withdrawal'));
    const enrolment = await residentOf(as('enrolment-app', 'school-enrolment'));
    expect(lineOf(housingFund, 'name')).toBe('  name: Desensitized! @desensitized(rule: "NAME")');
    expect(lineOf(enrolment, 'name')).toBe('  name: String!');
    expect(lineOf(housingFund, 'birthDate')).toBe(
      '  birthDate: Desensitized @desensitized(rule: "YEAR")',
    );
    expect(lineOf(enrolment, 'birthDate')).toBe('  birthDate: Date');
    expect(lineOf(housingFund, 'companies')).toBeDefined();
    expect(lineOf(enrolment, 'companies')).toBeUndefined();
  });

  it('prints the public’s, which has no residents', async () => {
    const { stdout, ...rest } = await schema(['--public']);
    expect(rest).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('type Division {');
    expect(stdout).not.toContain('Resident');
    expect((await schema([])).stdout).toBe(stdout);
  });

  /** A schema as introspection tells it, which has no applied directives. */
  const introspected = (told: GraphQLSchema) => printSchema(lexicographicSortSchema(told));

  it.each([
    ...demoClients.map(({ id, purpose }) => [id, as(id, purpose)] as const),
    ['the public', []] as const,
  ])('prints the schema by which %s is answered', async (client, args) => {
    const index = demoClients.findIndex(({ id }) => id === client);
    const headers = (await demoRequesters(gateway.address))[index] ?? {};
    const response = await gateway.post(headers, {
      query: getIntrospectionQuery({ specifiedByUrl: true }),
    });
    const { data: told } = (await response.json()) as { data: IntrospectionQuery };
    const printed = buildSchema((await schema(args)).stdout);
    expect(introspected(printed)).toBe(introspected(buildClientSchema(told)));
  });
});

describe('a slip in demo mode is told with what would be right', () => {
  const clients = 'enrolment-app, housing-fund-app, district-office';

  it.each([
    [
      'a client that is none',
      as('no-app', 'any'),
      `--as names a client of the policy; "no-app" is none. The demo has ${clients}.\n`,
    ],
    [
      'a purpose of another’s',
      as('enrolment-app', 'district-service'),
      '--purpose names an application that was approved for enrolment-app; "district-service" is none. The demo has school-enrolment.\n',
    ],
    [
      'a client without a purpose',
      ['--as', 'enrolment-app'],
      '--purpose names an application that was approved for enrolment-app; none is named. The demo has school-enrolment.\n',
    ],
    [
      'a purpose without a client',
      ['--purpose', 'school-enrolment'],
      'Name a client by --as and --purpose, or ask --public.\n',
    ],
    [
      'a client that is the public',
      ['--public', ...as('enrolment-app', 'school-enrolment')],
      "error: option '--public' cannot be used with option '--as <client>'\n",
    ],
  ])('%s', async (_what, args, stderr) => {
    expect(await schema(args)).toEqual({ status: 1, stdout: '', stderr });
  });
});

const catalog = `extend schema @catalog(agency: "qd-permits", source: "permits")

"A permit to do business"
type Permit
  @resource(
    code: "370200-0090-000001"
    title: "经营许可"
    table: "permit"
    updateCycle: DAILY
    pageBy: "permit_no"
  )
  @share(attribute: CONDITIONAL, condition: "for inspections", basis: "行政许可法 第六十一条")
  @classify(level: L3, category: PERSONAL) {
  permitNo: ID! @key @column(name: "permit_no") @classify(level: L1, category: GENERAL)
  holder: String! @desensitize(rule: NAME)
}
`;

/** Two clients; of the one's two applications one has ended. */
const policy = {
  clients: ['inspector-app', 'other-app'].map((id) => ({ id, agency: 'qd-permits', keys: [] })),
  grants: [
    ['G-1', 'inspector-app', 'inspection', '2099-12-31T23:59:59+08:00'],
    ['G-2', 'inspector-app', 'ended', '2020-12-31T23:59:59+08:00'],
    ['G-3', 'other-app', 'other', '2099-12-31T23:59:59+08:00'],
  ].map(([id, client, purpose, validUntil]) => ({
    ...{ id, client, purpose, validUntil },
    resources: { Permit: { reach: ['LIST'], fields: { permitNo: {}, holder: {} } } },
  })),
};

describe('in production', () => {
  const folder = dataDir();
  const settings: Environment = {
    TONGDAO_MODE: 'production',
    TONGDAO_DATA_DIR: join(folder.dir, 'data'),
    TONGDAO_CATALOG_DIR: folder.dir,
    TONGDAO_SOURCES: JSON.stringify({ permits: `sqlite:${join(folder.dir, 'permits.sqlite')}` }),
    TONGDAO_POLICY_FILE: join(folder.dir, 'policy.json'),
    TONGDAO_MASTER_KEY: '0'.repeat(64),
  };
  beforeAll(() => {
    writeFileSync(join(folder.dir, 'permits.graphql'), catalog);
    writeFileSync(join(folder.dir, 'policy.json'), JSON.stringify(policy));
    new Database(join(folder.dir, 'permits.sqlite'))
      .exec('CREATE TABLE permit (permit_no TEXT NOT NULL PRIMARY KEY, holder TEXT NOT NULL)')
      .exec("INSERT INTO permit VALUES ('P-1', 'SECRETsecret')")
      .close();
  });
  afterAll(() => {
    folder.remove();
  });

  it('prints the contract of the configured policy, and nothing of the rows', async () => {
    const { status, stdout, stderr } = await schema(as('inspector-app', 'inspection'), settings);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('  holder: Desensitized! @desensitized(rule: "NAME")\n');
    expect(stdout).not.toContain('SECRET');
  });

  const noClient = (id: string) => `--as names a client of the policy; "${id}" is none.\n`;
  const noPurpose = (code: string) =>
    `--purpose names an application that was approved for inspector-app; "${code}" is none.\n`;

  it.each<[string, readonly string[], string | RegExp]>([
    ['a client that is none', as('no-app', 'inspection'), noClient('no-app')],
    ['a client of the demo', as('enrolment-app', 'school-enrolment'), noClient('enrolment-app')],
    ['a purpose that is none', as('inspector-app', 'none'), noPurpose('none')],
    ['a purpose of another’s', as('inspector-app', 'other'), noPurpose('other')],
    [
      'a purpose that has ended',
      as('inspector-app', 'ended'),
      /^Grant \S+ ended at \S+: no request/,
    ],
    ['a name that objects have', as('constructor', '__proto__'), noClient('constructor')],
  ])('%s is told by a sentence that names no other client', async (_what, args, sentence) => {
    const { status, stdout, stderr } = await schema(args, settings);
    expect([status, stdout]).toEqual([1, '']);
    if (typeof sentence === 'string') expect(stderr).toBe(sentence);
    else expect(stderr).toMatch(sentence);
  });

  it('wrong settings are told as at a start', async () => {
    const { status, stderr } = await schema([], { ...settings, TONGDAO_POLICY_FILE: '' });
    expect(status).toBe(1);
    expect(stderr).toBe(
      'The settings cannot be used:\n  TONGDAO_POLICY_FILE: is required: the file of clients, grants and rules\n',
    );
  });
});
