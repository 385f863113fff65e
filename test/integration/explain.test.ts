import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { demo } from '../../demo/demo.js';
import { demoPolicy } from '../../demo/policy/demoPolicy.js';
import { callCli } from '../support/callCli.js';
import { openDemoGateway } from '../support/demoGateway.js';
import { dataDir, demoIdNo, runCli, type Environment } from '../support/spawnGateway.js';

const data = dataDir();
const enrolment = ['--as', 'enrolment-app', '--purpose', 'school-enrolment'];
const housingFund = ['--as', 'housing-fund-app', '--purpose', 'housing-fund-withdrawal'];

const explain = (
  args: readonly string[],
  settings: Environment = {},
  run: typeof callCli | typeof runCli = callCli,
) => run(['explain', ...args], { TONGDAO_DATA_DIR: data.dir, ...settings });

function fileOf(name: string, text: string): string {
  const file = join(data.dir, name);
  writeFileSync(file, text);
  return file;
}

const query = `query Person($idNo: ID!) {
  resident(idNo: $idNo) {
    idNo
    division { name province { name } }
    companies(first: 5) { nodes { name } }
  }
}`;
let operation: string;
let variables: string;
beforeAll(async () => {
  mkdirSync(data.dir, { recursive: true });
  operation = fileOf('person.graphql', query);
  variables = fileOf('person.json', JSON.stringify({ idNo: demoIdNo }));
  expect((await explain([...enrolment, 'Resident.name'])).status).toBe(0);
}, 60_000);
afterAll(() => {
  data.remove();
});

describe('`tongdao explain`', () => {
  it.each<[string, () => readonly string[]]>([
    ['what is granted', () => [...enrolment, 'Resident.name']],
    ['an operation that is refused', () => [...enrolment, operation, '--variables', variables]],
  ])('is a process that ends by itself: %s', async (_what, argsOf) => {
    const args = argsOf();
    expect(await explain(args, {}, runCli)).toEqual(await explain(args));
  });

  it('tells a client all that it has, and why not the rest', async () => {
    const { status, stdout, stderr } = await explain(enrolment);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(
      /^enrolment-app for school-enrolment: grant G-2026-0001 until 2099-12-31T15:59:59\.000Z, scenario school-enrolment\n/,
    );
    expect(stdout).toContain(`
Resident  户籍人口基本信息
  reach  LOOKUP
  rows   { divisionCode: { in: $requester.districts } }
  idNo          MASKED(REDACT)  uses: LOOKUP
  name          CLEAR           uses: FILTER SORT GROUP
`);
    expect(stdout).toContain(`
Company  市场主体登记信息: not in the contract
  permission  grant G-2026-0001 does not name it, and its share attribute is CONDITIONAL: nothing
`);
    // Not even the requester's own attributes.
    expect(stdout).not.toContain('370202');
  });

  it('tells of a key that is followed and never shown', async () => {
    expect((await explain([...housingFund, 'Company.legalRepIdNo'])).stdout).toMatch(
      /\n\nCompany\.legalRepIdNo {2}WITHHELD {2}uses: JOIN\n {2}permission {2}grant G-2026-0002: WITHHELD\n/,
    );
    expect((await explain([...housingFund, 'Resident.companies'])).stdout).toMatch(
      /\n\nResident\.companies {2}link by idNo to many by Company\.legalRepIdNo\n$/,
    );
    expect((await explain([...housingFund, 'Company.legalRep'])).stdout).toMatch(
      /\n\nCompany\.legalRep {2}no link by legalRepIdNo to Resident\.idNo: it is not granted\n$/,
    );
  });

  it('tells what the public has, and that it has no residents', async () => {
    expect(await explain(['--public', 'Resident.name'])).toEqual({
      status: 0,
      stderr: '',
      stdout: `the public

Resident  户籍人口基本信息: not in the contract
  permission  its open attribute is NONE: nothing
`,
    });
    expect((await explain(['--public', 'Airport.iata'])).stdout).toContain(
      'Airport.iata  CLEAR  uses: ',
    );
  });

  it('tells a program the same', async () => {
    const { stdout } = await explain(['--format', 'json', ...housingFund, 'Resident.name']);
    expect(JSON.parse(stdout)).toMatchObject({
      client: 'housing-fund-app',
      grant: 'G-2026-0002',
      resources: [
        { name: 'Resident', fields: [{ name: 'name', form: 'MASKED(NAME)', uses: [] }], links: [] },
      ],
    });
  });
});

describe('an operation', () => {
  it('is told by the statements that it then sends, while none is sent to tell them', async () => {
    const told = await explain([
      ...housingFund,
      operation,
      '--variables',
      variables,
      '--format',
      'json',
    ]);
    expect([told.status, told.stderr]).toEqual([0, '']);
    const statements = [...told.stdout.matchAll(/"statement":("(?:[^"\\]|\\.)*")/g)].map(
      ([, sql]) => JSON.parse(sql!) as string,
    );
    expect(statements).toHaveLength(4);
    expect(told.stdout).not.toContain(demoIdNo);

    const sent: string[] = [];
    const observe = ({ sql }: { readonly sql: string }) => sent.push(sql);
    const gateway = await openDemoGateway({ observe }, { dir: data.dir, remove: () => undefined });
    expect(sent).toEqual([]);
    const as = { client: 'housing-fund-app', purpose: 'housing-fund-withdrawal' };
    await gateway.ask(as, query, { idNo: demoIdNo });
    await gateway.close();
    expect(sent.sort()).toEqual([...statements].sort());
  });

  it('of the public goes past Apollo when it comes again, and not past Fastify', async () => {
    const open = fileOf('open.graphql', '{ divisions(first: 1) { nodes { name } } }');
    expect((await explain(['--public', open])).stdout).toContain(
      '\nagain past Apollo, once it was answered; not past Fastify, as it shows no credential\n',
    );
  });

  it('that is refused is told with the errors of the API', async () => {
    expect(await explain([...enrolment, operation, '--variables', variables])).toEqual({
      status: 1,
      stderr: '',
      stdout:
        'GRAPHQL_VALIDATION_FAILED  5:5  Cannot query field "companies" on type "Resident".\n',
    });
    const { status, stdout } = await explain([...housingFund, operation, '--format', 'json']);
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      errors: [
        {
          message: 'Variable "$idNo" of type ID! must have a value; it has none.',
          extensions: { code: 'BAD_USER_INPUT' },
        },
      ],
    });
    expect((await explain([...housingFund, operation, '--operation', 'Other'])).stdout).toMatch(
      /^OPERATION_RESOLUTION_FAILURE {2}/,
    );
  });
});

describe('what cannot be explained is said, and nothing else', () => {
  it.each<[readonly string[], string]>([
    [[], 'Name a client by --as and --purpose, or ask --public.\n'],
    [
      ['--as', 'other', '--purpose', 'p'],
      '--as names a client of the policy; "other" is none. The demo has enrolment-app, housing-fund-app, district-office.\n',
    ],
    [
      ['--as', 'enrolment-app', '--purpose', 'pension'],
      '--purpose names an application that was approved for enrolment-app; "pension" is none. The demo has school-enrolment.\n',
    ],
    [
      [...enrolment, 'Residence'],
      'What is explained is a type of the catalog, Type.field, or a file *.graphql; "Residence" is none. The types are Province, City, Division, Street, Village, School, Company, House, Ownership, Resident, Insurance, Airport.\n',
    ],
    [[...enrolment, 'Province.mayor'], 'Province has no field "mayor"; it has code, name.\n'],
    [
      [...enrolment, 'none.graphql'],
      'none.graphql cannot be read: it is a file that holds an operation\n',
    ],
    [
      ['--public', ...enrolment],
      'The public is no client and states no purpose: --public stands alone.\n',
    ],
    [
      [...enrolment, 'Resident', '--operation', 'Q'],
      '--variables and --operation go with a file *.graphql that holds an operation.\n',
    ],
  ])('%j', async (args, sentence) => {
    expect(await explain(args)).toEqual({ status: 1, stdout: '', stderr: sentence });
  });

  it('in production without the clients that there are', async () => {
    const { sources } = await demo.prepare(data.dir, () => undefined);
    const policy = demoPolicy(new Map());
    const [first, ...grants] = policy.grants;
    const ended = { ...first!, validUntil: '2020-01-01T00:00:00+08:00' };
    const production = {
      TONGDAO_MODE: 'production',
      TONGDAO_CATALOG_DIR: demo.catalogDir,
      TONGDAO_SOURCES: JSON.stringify(Object.fromEntries(sources)),
      TONGDAO_POLICY_FILE: fileOf(
        'policy.json',
        JSON.stringify({ ...policy, grants: [ended, ...grants] }),
      ),
      TONGDAO_MASTER_KEY: '0'.repeat(64),
    };
    expect((await explain([...housingFund, 'Resident.name'], production)).status).toBe(0);
    expect(await explain(['--as', 'other', '--purpose', 'p'], production)).toEqual({
      status: 1,
      stdout: '',
      stderr: '--as names a client of the policy; "other" is none.\n',
    });
    expect((await explain(['--as', 'housing-fund-app'], production)).stderr).toBe(
      '--purpose names an application that was approved for housing-fund-app; none is named.\n',
    );
    expect((await explain(enrolment, production)).stderr).toBe(
      'Grant G-2026-0001 ended at 2019-12-31T16:00:00.000Z: no request under it is let in.\n',
    );
  });
});
