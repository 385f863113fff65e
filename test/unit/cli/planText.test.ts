import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { tellOperation } from '../../../src/cli/explain/tellOperation.js';
import type { Condition } from '../../../src/policy/model/condition.js';
import { mysqlDialect } from '../../../src/sources/mysql/mysqlDialect.js';
import type { Dialect } from '../../../src/sources/sql/dialect.js';
import { sqliteDialect } from '../../../src/sources/sqlite/sqliteDialect.js';
import { projectDir } from '../../../src/start/projectDir.js';
import type { Granted } from '../support/deciding.js';
import { demoCatalog } from '../support/demoCatalog.js';

import { explainedBy, schoolUnder, silentConnectors } from './explaining.js';

const plans = join(projectDir, 'test/unit/cli/plans');
const planOf = (name: string) => readFileSync(join(plans, `${name}.test.graphql`), 'utf8');
const textOf = (name: string) => readFileSync(join(plans, `${name}.txt`), 'utf8');

const followed = { form: 'WITHHELD', uses: ['JOIN'] } as const;
const inScope: Condition = {
  kind: 'and',
  of: [
    { kind: 'in', field: 'status', operand: { kind: 'literals', values: ['secret-scope'] } },
    {
      kind: 'in',
      field: 'divisionCode',
      operand: { kind: 'requester', attribute: 'districts' },
    },
  ],
};
const granted: Granted = {
  Resident: {
    reach: ['LOOKUP'],
    fields: {
      idNo: { ...followed, uses: ['LOOKUP', 'JOIN'] },
      name: {},
      divisionCode: { uses: ['JOIN'] },
    },
    links: ['division', 'companies'],
    minors: false,
  },
  Company: {
    reach: ['LIST', 'LINKED', 'STATISTICS', 'EXPORT'],
    fields: {
      name: {},
      status: {},
      legalRepIdNo: followed,
      divisionCode: { uses: ['JOIN', 'GROUP'] },
      registeredCapital: { form: 'WITHHELD', uses: ['GROUP'] },
    },
    links: ['division'],
    rows: inScope,
  },
  Insurance: {
    reach: ['LOOKUP', 'VERIFY'],
    fields: {
      insuranceNo: { form: 'WITHHELD', uses: ['LOOKUP'] },
      idNo: { form: 'WITHHELD', uses: ['VERIFY'] },
      status: {},
    },
  },
};

const variables = { idNo: 'secret-id', first: 3 };

async function tell(
  query: string,
  dialect: Dialect = sqliteDialect,
  districts = ['secret-district'],
) {
  const attributes = new Map([['districts', districts]]);
  const connectors = silentConnectors(demoCatalog, dialect);
  const explained = explainedBy(demoCatalog, granted, [], attributes, connectors);
  const asked = { query, variables, operationName: null };
  return tellOperation(asked, explained, await schoolUnder(explained));
}

describe('a plan', () => {
  it.each([
    ['lookup', sqliteDialect],
    ['list', mysqlDialect(() => new Map())],
    ['verification', sqliteDialect],
    ['through', sqliteDialect],
    ['fromTheEnd', sqliteDialect],
    ['statistic', sqliteDialect],
    ['export', sqliteDialect],
  ])('is told as a tree with its statements: %s', async (name, dialect) => {
    const { lines, code, data } = await tell(planOf(name), dialect);
    expect(`${lines.slice(1).join('\n')}\n`).toBe(textOf(name));
    expect(code).toBe(0);
    expect(JSON.stringify(data)).toContain('"statement":"SELECT ');
  });

  it.each(['lookup', 'list', 'verification', 'through', 'fromTheEnd', 'statistic', 'export'])(
    'holds no value: %s',
    async (name) => {
      const { lines, data } = await tell(planOf(name));
      expect(lines.join('\n') + JSON.stringify(data)).not.toMatch(/secret/);
    },
  );

  it('has no statement where its scope lacks an attribute', async () => {
    const { lines } = await tell(planOf('list'), sqliteDialect, []);
    expect(lines).toContain('  statement  none: no row can be met, or is asked for');
  });
});

describe('an operation that is refused', () => {
  it.each([
    [
      '{ resident(idNo: 1',
      'GRAPHQL_PARSE_FAILED  1:19  A request carries a GraphQL document; this one has its end where a name is expected, at line 1, column 19.',
    ],
    [
      '{ villagers { name } }',
      'GRAPHQL_VALIDATION_FAILED  1:3  Cannot query field "villagers" on type "Query".',
    ],
    [
      '{ companies(first: 501) { nodes { name } } }',
      'LIMIT_EXCEEDED  `first` is a whole number from 0 to 500.',
    ],
    [
      '{ companies(after: "made-up") { nodes { name } } }',
      'BAD_USER_INPUT  `after` takes a cursor that the same list gave to the same requester, purpose, conditions and order; this one is none.',
    ],
    [
      '',
      'BAD_USER_INPUT  A request is a POST of JSON: `{"query": "…", "variables": {…}, "operationName": "…"}`; `query` of this one is no text.',
    ],
  ])('%j is told as the API would', async (query, line) => {
    const { lines, code, data } = await tell(query);
    expect(lines).toEqual([line]);
    expect(code).toBe(1);
    expect(data).toEqual({
      errors: [expect.objectContaining({ extensions: expect.anything() as unknown })],
    });
  });
});
