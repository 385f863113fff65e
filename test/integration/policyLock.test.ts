import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { callCli } from '../support/callCli.js';
import { openSqliteWorld } from '../support/sqliteWorld.js';
import { keyOf } from '../support/testClients.js';
import type { TestWorld } from '../support/testWorld.js';

const person = (
  name: string,
  more = '',
) => `extend schema @catalog(agency: "a", source: "population")

type Person
  @resource(code: "370200-0007-000001", title: "人", table: "person", updateCycle: DAILY, pageBy: "row_id")
  @share(attribute: CONDITIONAL, condition: "x", basis: "公共图书馆法 第四十三条")
  @open(attribute: NONE)
  @classify(level: L3, category: PERSONAL) {
  no: ID! @key @classify(level: L1, category: GENERAL)
  name: String ${name}
  town: String @classify(level: L2, category: GENERAL)
  ${more}
}
`;
const before = person('@desensitize(rule: NAME)');
/** A column more, and a level lower. */
const after = person(
  '@classify(level: L1, category: GENERAL)',
  'street: String @classify(level: L1, category: GENERAL)',
);

const policy = {
  clients: [{ id: 'desk', agency: 'b', keys: [keyOf('desk').registered] }],
  grants: [
    {
      id: 'G-1',
      client: 'desk',
      purpose: 'desk',
      validUntil: '2099-12-31T00:00:00Z',
      resources: {
        Person: { reach: ['LIST', 'LOOKUP'], fields: { '*': {}, no: { uses: ['LOOKUP'] } } },
      },
    },
  ],
};

let world: TestWorld;
let settings: Record<string, string>;
const write = (file: string, text: string) => {
  writeFileSync(join(world.dir, file), text);
};
beforeAll(async () => {
  world = await openSqliteWorld(
    {
      population: [
        'CREATE TABLE person (row_id INTEGER PRIMARY KEY NOT NULL, no TEXT NOT NULL UNIQUE, name TEXT, town TEXT, street TEXT)',
      ],
      divisions: [],
    },
    [],
  );
  settings = {
    TONGDAO_MODE: 'production',
    TONGDAO_CATALOG_DIR: world.dir,
    TONGDAO_SOURCES: JSON.stringify({ population: world.sources.get('population' as never) }),
    TONGDAO_POLICY_FILE: join(world.dir, 'policy.json'),
    TONGDAO_DATA_DIR: join(world.dir, 'data'),
  };
  write('policy.json', JSON.stringify(policy));
  write('person.graphql', before);
});
afterAll(() => world.remove());

const lock = (...args: string[]) => callCli(['policy', 'lock', ...args], settings);
const schema = () =>
  callCli(['schema', '--as', 'desk', '--purpose', 'desk'], {
    ...settings,
    TONGDAO_MASTER_KEY: '00'.repeat(32),
  });

describe('`tongdao policy lock`', () => {
  it('is what a start asks for, where a policy file states "*"', async () => {
    const { status, stdout, stderr } = await schema();
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(
      /^The policy cannot be used:\n {2}grant G-1, Person: "\*" .*`tongdao policy lock`/,
    );
  });

  it('writes and tells what each "*" stands for', async () => {
    const told = await lock();
    expect(told).toEqual({
      status: 0,
      stderr: '',
      stdout: `grant G-1, Person: locked anew
  no    CLEAR
  name  mask NAME
  town  CLEAR
${join(world.dir, 'policy.lock.json')} is written; keep it with the policy file, as a start reads both
`,
    });
  });

  it('keeps a contract as it is, whatever is added to the catalog or asks less', async () => {
    const locked = await schema();
    expect(locked).toMatchObject({ status: 0, stderr: '' });
    expect(locked.stdout).toMatch(/ {2}name: Desensitized @desensitized\(rule: "NAME"\)/);
    write('person.graphql', after);
    expect(await schema()).toEqual(locked);
    // Locked again, it is kept as well.
    const file = readFileSync(join(world.dir, 'policy.lock.json'), 'utf8');
    expect((await lock()).stdout).toMatch(/^grant G-1, Person: as it was locked\n/);
    expect(readFileSync(join(world.dir, 'policy.lock.json'), 'utf8')).toBe(file);
    expect(await schema()).toEqual(locked);
  });

  it('looks at the catalog again for a grant that is named', async () => {
    expect((await lock('--anew', 'G-1')).stdout).toMatch(/^grant G-1, Person: locked anew\n/);
    const { stdout } = await schema();
    expect(stdout).toMatch(/ {2}name: String\n/);
    expect(stdout).toMatch(/ {2}street: String\n/);
  });

  it('leaves the lock alone where the policy could not be used', async () => {
    const file = readFileSync(join(world.dir, 'policy.lock.json'), 'utf8');
    const [grant] = policy.grants;
    const wrong = { Person: { ...grant!.resources.Person, links: ['none'] } };
    write('policy.json', JSON.stringify({ ...policy, grants: [{ ...grant, resources: wrong }] }));
    const { status, stdout, stderr } = await lock();
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toBe(
      'The policy cannot be used:\n  grant G-1, Person: Person has no link "none"\n',
    );
    expect(readFileSync(join(world.dir, 'policy.lock.json'), 'utf8')).toBe(file);
  });

  it('says which settings it needs', async () => {
    const { status, stderr } = await callCli(['policy', 'lock'], {});
    expect(status).toBe(1);
    expect(stderr).toMatch(/TONGDAO_POLICY_FILE: is required/);
  });
});
