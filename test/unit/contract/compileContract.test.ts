import { describe, expect, it } from '@jest/globals';
import { printSchema, printType, validateSchema } from 'graphql';

import { compileContract } from '../../../src/contract/compileContract.js';
import { register } from '../policy/register.js';
import { contractFor, decideForPublic, type Granted } from '../support/deciding.js';
import { testCatalog } from '../support/testCatalog.js';

/** A contract's root fields in SDL, without their descriptions. */
function rootsOf(granted: Granted, catalog = register): string {
  const { schema } = contractFor(catalog, granted);
  const fields = Object.values(schema.getQueryType()!.getFields()).map(({ name, args, type }) => {
    const given = args.map((argument) => `${argument.name}: ${argument.type.toString()}`);
    return `  ${name}${given.length > 0 ? `(${given.join(', ')})` : ''}: ${type.toString()}`;
  });
  return ['type Query {', ...fields, '}'].join('\n');
}

/** Unconditional resources, taken away so that a test sees its own only. */
const none: Granted = {
  Town: { reach: [], fields: {} },
  Region: { reach: [], fields: {} },
};

describe('the root fields of a contract', () => {
  it('are what its resources’ reach allows: a look-up by key, a list and what it comes to', () => {
    const fields = { id: { uses: ['LOOKUP'] }, plain1: {} } as const;
    expect(rootsOf({ ...none, Person: { reach: ['LOOKUP', 'LIST'], fields } })).toBe(
      `type Query {
  person(id: ID!): Person
  personsById(ids: [ID!]!): [Person]
  persons(where: PersonWhere, orderBy: [PersonOrderBy!], first: Int, after: String, last: Int, before: String): PersonConnection
  personAggregate(where: PersonWhere, groupBy: [PersonGroupBy!]): [PersonAggregate!]
}`,
    );
  });

  it('are a list without a look-up, or a look-up without a list', () => {
    const fields = { id: { uses: ['LOOKUP'] }, plain3: {}, starred3: {} } as const;
    expect(rootsOf({ ...none, Person: { reach: ['LIST'], fields } })).toBe(
      `type Query {
  persons(first: Int, after: String, last: Int, before: String): PersonConnection
  personAggregate: [PersonAggregate!]
}`,
    );
    expect(rootsOf({ ...none, Person: { reach: ['LOOKUP'], fields } })).toBe(
      `type Query {
  person(id: ID!): Person
  personsById(ids: [ID!]!): [Person]
}`,
    );
  });

  it('are aggregates, and no list, of a resource that has no order to be paged by', () => {
    const fields = { code: { uses: ['LOOKUP'] }, name: {} } as const;
    const granted: Granted = { ...none, Region: { reach: ['LOOKUP', 'LIST'], fields } };
    expect(rootsOf(granted)).toBe(
      `type Query {
  region(code: ID!): Region
  regionsByCode(codes: [ID!]!): [Region]
  regionAggregate(where: RegionWhere, groupBy: [RegionGroupBy!]): [RegionAggregate!]
}`,
    );
  });

  it('look up by a key that is not shown', () => {
    const fields = { id: { form: 'WITHHELD', uses: ['LOOKUP'] }, plain1: { uses: [] } } as const;
    const { schema } = contractFor(register, { ...none, Person: { reach: ['LOOKUP'], fields } });
    expect(printType(schema.getType('Person')!)).toBe(
      '"""人"""\ntype Person {\n  plain1: String\n}',
    );
    expect(Object.keys(schema.getQueryType()!.getFields())).toEqual(['person', 'personsById']);
  });
});

describe('a type of which nothing is visible', () => {
  const fields = { plain1: { uses: [] }, townCode: { uses: ['JOIN'] } } as const;
  const person = { reach: ['LIST'], fields, links: ['town'] } as const;
  const hidden = { code: { form: 'WITHHELD', uses: ['JOIN', 'LOOKUP'] } } as const;

  it('is not in the contract, nor is any way to it', () => {
    const town = { reach: ['LOOKUP', 'LIST', 'LINKED'], fields: hidden } as const;
    const { schema, roots, types } = contractFor(register, { ...none, Person: person, Town: town });
    expect(schema.getType('Town')).toBeUndefined();
    expect([...roots.keys()]).toEqual(['persons', 'personAggregate']);
    expect([...types.keys()]).toEqual(['Person']);
    expect(printSchema(schema)).not.toMatch(/town:/i);
  });

  it('is there, with the way to it, as soon as one of its fields is', () => {
    const town = { reach: ['LINKED'], fields: { ...hidden, name: { uses: [] } } } as const;
    const { schema, roots } = contractFor(register, { ...none, Person: person, Town: town });
    expect(printType(schema.getType('Town')!)).toBe('"""镇"""\ntype Town {\n  name: String\n}');
    expect([...roots.keys()]).toEqual(['persons', 'personAggregate']);
    expect(printType(schema.getType('Person')!)).toContain('town: Town');
  });
});

describe('a contract of nothing', () => {
  it('has one field, which says so', () => {
    const { schema, roots } = contractFor(register, none);
    expect(printSchema(schema)).toBe(
      `"""The values of this field are shown under a mask."""
directive @desensitized(
  """The mask rule."""
  rule: String!
) on FIELD_DEFINITION

type Query {
  """Nothing is shared with this requester. Always null."""
  _: Boolean
}`,
    );
    expect(roots.size).toBe(0);
  });

  it('is that of one whose types can be linked to only, from nowhere', () => {
    const { schema } = contractFor(register, {
      ...none,
      Town: { reach: ['LINKED'], fields: { name: {} } },
    });
    expect(Object.keys(schema.getQueryType()!.getFields())).toEqual(['_']);
  });
});

describe('the contracts of the demo', () => {
  it.each([
    ['a client without a grant of its own', contractFor(testCatalog, {})],
    ['the public', compileContract(decideForPublic(testCatalog), testCatalog)],
  ])('hold no resident for %s, and are sound schemas', (_who, { schema }) => {
    expect(validateSchema(schema)).toEqual([]);
    expect(schema.getType('Resident')).toBeUndefined();
    expect(printType(schema.getType('Division')!)).toContain('city: City');
  });
});
