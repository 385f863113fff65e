import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { buildSchema, printSchema } from 'graphql';

import { projectDir } from '../../src/start/projectDir.js';

import { copyExample, example, generate as generateIn } from './generate.js';

const clients = readFileSync(join(projectDir, 'docs', 'clients.md'), 'utf8');

let folder: string;
let remove: () => void;
beforeEach(() => {
  ({ folder, remove } = copyExample());
});
afterEach(() => {
  remove();
});

function change(file: string, from: string, to: string): void {
  const text = readFileSync(join(folder, file), 'utf8');
  expect(text).toContain(from);
  writeFileSync(join(folder, file), text.replace(from, to));
}

const generate = () => generateIn(folder);
const generated = (file: string) => readFileSync(join(folder, 'generated', file), 'utf8');

describe('graphql-codegen in the example', () => {
  it('generates what lies there', () => {
    expect(generate().status).toBe(0);
    for (const file of ['graphql.ts', 'gql.ts', 'index.ts']) {
      expect(generated(file)).toBe(readFileSync(join(example, 'generated', file), 'utf8'));
    }
  });

  it('refuses an operation on a field that is withheld', () => {
    change('applicant.ts', '      birthDate\n', '      birthDate\n      address\n');
    const { status, said } = generate();
    expect(status).toBe(1);
    expect(said).toContain('Cannot query field "address" on type "Resident".');
  });

  it('refuses a condition on a field that is masked', () => {
    change(
      'applicant.ts',
      'insurance(first: 5)',
      'insurance(first: 5, where: { startedOn: { eq: "2022-08-01" } })',
    );
    const { status, said } = generate();
    expect(status).toBe(1);
    expect(said).toContain('Field "startedOn" is not defined by type "InsuranceWhere".');
  });

  it('gives a text where the contract shows it in clear', () => {
    change('schema.graphql', 'name: Desensitized! @desensitized(rule: "NAME")', 'name: String!');
    expect(generate().status).toBe(0);
    expect(generated('graphql.ts')).toMatch(/ readonly name: string, readonly birthDate\?: import/);
  });

  it('generates the same from what introspection tells, which has no directives on fields', () => {
    const file = join(folder, 'schema.graphql');
    writeFileSync(file, printSchema(buildSchema(readFileSync(file, 'utf8'))));
    expect(readFileSync(file, 'utf8')).not.toContain(' @desensitized(rule: ');
    expect(generate().status).toBe(0);
    expect(generated('graphql.ts')).toBe(
      readFileSync(join(example, 'generated', 'graphql.ts'), 'utf8'),
    );
  });

  it('is stopped where nobody says what a masked value is to the compiler', () => {
    const config = readFileSync(join(folder, 'codegen.yml'), 'utf8');
    writeFileSync(join(folder, 'codegen.yml'), config.replace(/ +Desensitized:\n.*\n.*\n/, ''));
    const { status, said } = generate();
    expect(status).toBe(1);
    expect(said).toContain('Unknown scalar type Desensitized.');
  });

  it('generates no string from what docs/clients.md says, without the preset too', () => {
    const documented = /```yaml\n([^`]*)```/.exec(clients)?.[1] ?? '';
    writeFileSync(
      join(folder, 'codegen.yml'),
      `schema: schema.graphql
documents: ['*.ts']
generates:
  generated/graphql.ts:
    plugins: [typescript, typescript-operations]
    config:
      defaultScalarType: string
${documented.replace(/^(?=.)/gm, '      ')}`,
    );
    change('codegen.yml', 'scalars:\n', 'scalars:\n        Date: string\n');
    expect(generate()).toMatchObject({ status: 0 });
    expect(generated('graphql.ts')).toMatch(
      / name: import\('\.\.\/desensitized\.js'\)\.Desensitized<string>, birthDate\?: import/,
    );
  });
});
