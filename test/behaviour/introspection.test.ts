import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  buildClientSchema,
  getIntrospectionQuery,
  type GraphQLObjectType,
  type IntrospectionQuery,
} from 'graphql';

import {
  asFund,
  asSchool,
  openTestGateway,
  type As,
  type TestGateway,
} from '../support/testGateway.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openTestGateway();
});
afterAll(() => gateway.close());
beforeEach(() => {
  gateway.statements.length = 0;
});

/** Every option, as GraphiQL asks. */
const fullQuery = getIntrospectionQuery({
  descriptions: true,
  specifiedByUrl: true,
  directiveIsRepeatable: true,
  schemaDescription: true,
  inputValueDeprecation: true,
  oneOf: true,
});

async function introspect(as: As) {
  const { status, body, text } = await gateway.ask(as, fullQuery);
  expect([status, body.errors]).toEqual([200, undefined]);
  const data = body.data as unknown as IntrospectionQuery;
  const names: Record<string, readonly string[] | string> = {};
  for (const type of data.__schema.types) {
    if (type.name.startsWith('__')) continue;
    if (type.kind === 'OBJECT') names[type.name] = type.fields.map(({ name }) => name);
    else if (type.kind === 'INPUT_OBJECT')
      names[type.name] = type.inputFields.map(({ name }) => name);
    else names[type.name] = type.kind;
  }
  return { names, text, data };
}

const connection = ['edges', 'nodes', 'pageInfo', 'totalCount'];
const edge = ['cursor', 'node'];
const ordered = ['eq', 'in', 'lt', 'lte', 'gt', 'gte'];
/** The conditions on these fields, and what joins them. */
const where = (...fields: readonly string[]) => [...fields, 'and', 'or', 'not'];

/** What an aggregate tells of texts: how many there are, and how many different ones. */
const aggregated = (name: string, fields: readonly string[]) => ({
  [`${name}Aggregate`]: ['group', 'count', 'distinct'],
  [`${name}GroupBy`]: 'ENUM',
  [`${name}AggregateGroup`]: fields,
  [`${name}AggregateDistinct`]: fields,
});

/** The links through which rows are conditioned; each leads to one. */
const linksOf: Readonly<Record<string, readonly string[]>> = {
  City: ['province'],
  Division: ['city', 'province'],
  Street: ['division', 'city', 'province'],
  Village: ['street', 'division', 'city', 'province'],
};
const through = ['some', 'none'];

/** What everyone has, the public too. */
const divisions = {
  Province: ['code', 'name'],
  City: ['code', 'name', 'provinceCode', 'province'],
  Division: ['code', 'name', 'cityCode', 'provinceCode', 'city', 'province'],
  Street: [
    'code',
    'name',
    'divisionCode',
    'cityCode',
    'provinceCode',
    'division',
    'city',
    'province',
  ],
  Village: [
    ...['code', 'name', 'streetCode', 'divisionCode', 'cityCode', 'provinceCode'],
    ...['street', 'division', 'city', 'province'],
  ],
  ...Object.fromEntries(
    ['Province', 'City', 'Division', 'Street', 'Village'].flatMap((name) => [
      [`${name}Connection`, connection],
      [`${name}Edge`, edge],
    ]),
  ),
  ...Object.fromEntries(
    Object.entries({
      Province: ['code', 'name'],
      City: ['code', 'name', 'provinceCode'],
      Division: ['code', 'name', 'cityCode', 'provinceCode'],
      Street: ['code', 'name', 'divisionCode', 'cityCode', 'provinceCode'],
      Village: ['code', 'name', 'streetCode', 'divisionCode', 'cityCode', 'provinceCode'],
    }).flatMap(([name, fields]) => [
      [`${name}Where`, where(...fields, ...(linksOf[name] ?? []))],
      [`${name}OrderBy`, fields],
      ...Object.entries(aggregated(name, fields)),
    ]),
  ),
  ...Object.fromEntries(
    ['Province', 'City', 'Division', 'Street'].map((name) => [`${name}OneCondition`, through]),
  ),
  SortDirection: 'ENUM',
  PageInfo: ['hasNextPage', 'hasPreviousPage', 'startCursor', 'endCursor'],
  IDCondition: ['eq', 'in', 'startsWith', 'isNull'],
  StringCondition: [...ordered, 'startsWith', 'isNull'],
  ID: 'SCALAR',
  String: 'SCALAR',
  Boolean: 'SCALAR',
  Int: 'SCALAR',
};
const roots = ['province', 'city', 'division', 'street', 'village'];
const lists = ['provinces', 'cities', 'divisions', 'streets', 'villages'];
const inTurn = roots.flatMap((name, index) => [
  name,
  `${lists[index]!}ByCode`,
  lists[index]!,
  `${name}Aggregate`,
]);
const residentTypes = { ResidentConnection: connection, ResidentEdge: edge };

describe('introspection', () => {
  it('shows the public what is open, and nothing else', async () => {
    const { names, text } = await introspect(null);
    expect(names).toEqual({ Query: inTurn, ...divisions });
    expect(text.match(/"Resident\w*"|"residents?"|户籍/g)).toBeNull();
  });

  it('shows the school what was granted to it', async () => {
    const { names } = await introspect(asSchool);
    expect(names).toEqual({
      Query: [...inTurn, 'resident', 'residentsByIdNo', 'residents', 'residentAggregate'],
      ...divisions,
      Resident: ['idNo', 'name', 'birthDate', 'divisionCode', 'division'],
      ...residentTypes,
      Desensitized: 'SCALAR',
      ResidentWhere: where('name', 'birthDate', 'divisionCode', 'division'),
      ResidentOrderBy: ['name', 'birthDate'],
      ...aggregated('Resident', ['name', 'birthDate', 'birthDate_year', 'birthDate_month']),
      ResidentAggregate: ['group', 'count', 'distinct', 'min', 'max'],
      ResidentAggregateDistinct: ['name', 'birthDate'],
      ResidentAggregateMinimum: ['birthDate'],
      ResidentAggregateMaximum: ['birthDate'],
      Date: 'SCALAR',
      DateCondition: [...ordered, 'isNull'],
    });
  });

  it('shows the fund what was granted to it, masked fields as what no tool takes for a name', async () => {
    const { names, data } = await introspect(asFund);
    expect(names).toEqual({
      Query: [...inTurn, 'resident', 'residentsByIdNo', 'residents', 'residentAggregate'],
      ...divisions,
      Resident: ['idNo', 'name', 'birthDate', 'address', 'divisionCode', 'division'],
      ...residentTypes,
      Desensitized: 'SCALAR',
      ResidentWhere: where('divisionCode', 'division'),
      // Of what it sees, nothing may be grouped by; its rows are counted as they could be in a list.
      ResidentAggregate: ['count'],
    });
    const fields = (buildClientSchema(data).getType('Resident') as GraphQLObjectType).getFields();
    const shown = ['idNo', 'name', 'birthDate', 'address', 'divisionCode'].map((name) => [
      name,
      fields[name]?.type.toString(),
      /^Desensitized: \w+/.exec(fields[name]?.description ?? '')?.[0],
    ]);
    expect(shown).toEqual([
      ['idNo', 'Desensitized!', 'Desensitized: ID_NUMBER'],
      ['name', 'Desensitized!', 'Desensitized: NAME'],
      ['birthDate', 'Desensitized', 'Desensitized: YEAR'],
      ['address', 'Desensitized', 'Desensitized: REDACT'],
      ['divisionCode', 'ID!', undefined],
    ]);
  });

  it('shows the fund nothing of residents for a purpose that has nothing of them', async () => {
    const { names, text } = await introspect({ client: 'fund', purpose: 'divisions' });
    expect(names).toEqual({ Query: inTurn, ...divisions });
    expect(text.match(/"Resident\w*"|"residents?"|户籍/g)).toBeNull();
  });

  it.each([
    ['the public', null],
    ['the school', asSchool],
    ['the fund', asFund],
  ])('never has a word of what no one may see: %s', async (_who, as) => {
    const { text } = await introspect(as);
    expect(text.match(/faith|religion|NOT_SHARED|个人信息保护法|"sex"/gi)).toBeNull();
    // Nor of what lies behind: tables, columns, sources, levels, grants.
    expect(
      text.match(/row_id|id_no|birth_date|areaCode|sqlite|population|L[34]\b|G-\d/g),
    ).toBeNull();
    expect(gateway.statements).toEqual([]);
  });

  it('makes a schema that clients can build', async () => {
    for (const as of [null, asSchool, asFund]) {
      const { data } = await introspect(as);
      expect(buildClientSchema(data).getQueryType()?.name).toBe('Query');
    }
  });
});
