import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildClientSchema, getIntrospectionQuery, printSchema } from 'graphql';

import { openOwnGateway, resourceOf, shared } from '../support/ownGateway.js';

import { compile } from './compile.js';
import { copyExample, generate } from './generate.js';

const columns = {
  mariadb: { tags: "SET('a', 'b')", sizes: null },
  postgres: { tags: 'VARCHAR(9)[]', sizes: 'INTEGER[]' },
} as const;

const operation = `import { graphql } from './generated/index.js';

export const housesQuery = graphql(\`
  query Houses($where: HouseWhere) {
    houses(where: $where) {
      nodes {
        tags
        marks
        SIZES
      }
    }
  }
\`);
`;

const head = `
import type { HousesQuery, HousesQueryVariables } from './generated/graphql.js';
declare const house: NonNullable<HousesQuery['houses']>['nodes'][number];
declare function ask(variables: HousesQueryVariables): void;
export { house, ask };
`;

const snippets = {
  list: 'export const tags: readonly string[] | null | undefined = house.tags;',
  element: 'for (const tag of house.tags ?? []) tag.slice(0, 1);',
  asText: "export const text: string = house.tags ?? '';",
  masked: 'export const marks: readonly string[] | null | undefined = house.marks;',
  has: "ask({ where: { tags: { has: 'a' } } });",
  hasNumber: 'ask({ where: { tags: { has: 1 } } });',
  hasList: "ask({ where: { tags: { has: ['a'] } } });",
  compared: "ask({ where: { tags: { eq: 'a' } } });",
  maskedHas: "ask({ where: { marks: { has: 'a' } } });",
} as const;

const inNumbers = {
  sizes: 'export const sizes: readonly number[] | null | undefined = house.sizes;',
  hasSize: 'ask({ where: { sizes: { has: 1 } } });',
  hasText: "ask({ where: { sizes: { has: 'a' } } });",
} as const;

describe.each(['mariadb', 'postgres'] as const)('lists in typed clients (%s)', (kind) => {
  const { tags, sizes } = columns[kind];
  const { folder, remove } = copyExample();
  beforeAll(async () => {
    const gateway = await openOwnGateway({
      kind,
      statements: {
        population: [
          `CREATE TABLE house (row_id INT PRIMARY KEY NOT NULL, tags ${tags}, marks ${tags}${sizes ? `, sizes ${sizes}` : ''})`,
        ],
      },
      types: {
        population: `
          type House ${resourceOf('house', '0001')} ${shared} {
            row: Int! @key @column(name: "row_id")
            tags: [String!]
            marks: [String!] @desensitize(rule: HASH)
            ${sizes ? 'sizes: [Int!]' : ''}
          }`,
      },
      resources: {
        House: {
          reach: ['LIST'],
          fields: { row: {}, tags: {}, marks: {}, ...(sizes && { sizes: {} }) },
        },
      },
    });
    const { data } = await gateway.ask(getIntrospectionQuery());
    await gateway.close();
    writeFileSync(join(folder, 'schema.graphql'), printSchema(buildClientSchema(data as never)));
    for (const file of ['applicant.ts', 'ask.ts', 'main.ts']) rmSync(join(folder, file));
    writeFileSync(join(folder, 'houses.ts'), operation.replace('SIZES', sizes ? 'sizes' : ''));
  });
  afterAll(remove);

  it('are arrays, and are asked for what they have', () => {
    expect(generate(folder)).toMatchObject({ status: 0 });
    const generated = readFileSync(join(folder, 'generated', 'graphql.ts'), 'utf8');
    expect(generated).toMatch(/readonly tags\?: ReadonlyArray<string> \| null/);
    const texts = Object.entries({ ...snippets, ...(sizes && inNumbers) });
    const said = compile(
      folder,
      Object.fromEntries(texts.map(([name, text]) => [name, head + text])),
    );
    const codes = [...said].map(([name, of]) => [name, of.map((one) => one.slice(0, 6))]);
    expect(Object.fromEntries(codes)).toEqual({
      ...{ list: [], element: [], has: [] },
      ...{ asText: ['TS2322'], masked: ['TS2322'] },
      ...{ hasNumber: ['TS2322'], hasList: ['TS2322'], compared: ['TS2353'] },
      maskedHas: ['TS2353'],
      ...(sizes && { sizes: [], hasSize: [], hasText: ['TS2322'] }),
    });
  });
});
