import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { printSchema, validateSchema } from 'graphql';

import type { FieldGrant } from '../../../src/policy/model/grant.js';
import { uses } from '../../../src/policy/model/use.js';
import { register } from '../policy/register.js';
import { contractFor, type Granted } from '../support/deciding.js';

const person = {
  reach: ['LIST', 'LINKED'],
  fields: { plain1: {}, townCode: { uses: ['JOIN', 'FILTER'] } },
  links: ['town'],
} as const;
const town = {
  reach: ['LIST', 'LINKED'],
  fields: { code: { uses: ['JOIN', 'FILTER'] }, name: { uses: ['FILTER'] } },
} as const;

const rows = (name: string) => ({ kind: 'in', field: 'plain1', operand: literal(name) }) as const;
const literal = (value: string) => ({ kind: 'literals', values: [value] }) as const;

const typeOf = (granted: Granted, name: string) =>
  contractFor(register, granted).schema.getType(name);

describe('contracts of one catalog', () => {
  it('have one schema where they differ in their row scopes alone', () => {
    const [one, other] = ['a', 'b'].map((name) =>
      contractFor(register, { Person: { ...person, rows: rows(name) }, Town: town }),
    );
    expect(one!.schema).toBe(other!.schema);
    expect(one!.fingerprint).not.toBe(other!.fingerprint);
    expect(one!.types.get('Person')!.scope).toEqual(rows('a'));
    expect(other!.types.get('Person')!.scope).toEqual(rows('b'));
    expect(one!.roots.get('persons')!.decision.scope).toEqual(rows('a'));
    expect(other!.types.get('Town')).toBe(one!.types.get('Town'));
  });

  it('share the types that lead to nothing that differs', () => {
    const granted = { Person: person, Town: town };
    const fewer = { ...granted, Person: { ...person, fields: { townCode: { uses: ['JOIN'] } } } };
    expect(typeOf(fewer as Granted, 'Town')).toBe(typeOf(granted, 'Town'));
    expect(typeOf(fewer as Granted, 'TownWhere')).toBe(typeOf(granted, 'TownWhere'));
    expect(typeOf(fewer as Granted, 'Person')).not.toBe(typeOf(granted, 'Person'));
  });

  it('have types of their own where these lead to what differs', () => {
    const granted = { Person: person, Town: town };
    const fewer: Granted = { ...granted, Town: { ...town, fields: { code: town.fields.code } } };
    expect(typeOf(fewer, 'Person')).not.toBe(typeOf(granted, 'Person'));
    expect(typeOf(fewer, 'PersonWhere')).not.toBe(typeOf(granted, 'PersonWhere'));
  });

  it('are what they would be alone, in whatever order they are compiled', () => {
    const someUses = fc.subarray([...uses]);
    const fieldsOf = (names: readonly string[]) =>
      fc
        .array(fc.tuple(fc.constantFrom(...names), someUses), { maxLength: 6 })
        .map((all): Readonly<Record<string, FieldGrant>> =>
          Object.fromEntries(all.map(([name, of]) => [name, { uses: of }])),
        );
    const reach = fc.subarray(['LOOKUP', 'LIST', 'LINKED'] as const, { minLength: 1 });
    const granted = fc.record({
      Person: fc.record({
        reach,
        fields: fieldsOf(['id', 'plain1', 'plain2', 'starred3', 'townCode']),
        links: fc.subarray(['town']),
      }),
      Town: fc.record({
        reach,
        fields: fieldsOf(['code', 'name', 'debt', 'regionCode']),
        links: fc.subarray(['region']),
      }),
      Region: fc.record({ reach, fields: fieldsOf(['code', 'name']) }),
    });
    fc.assert(
      fc.property(granted, (stated) => {
        const shared = contractFor(register, stated);
        const alone = contractFor({ ...register }, stated);
        expect(printSchema(shared.schema)).toBe(printSchema(alone.schema));
        expect(shared.fingerprint).toBe(alone.fingerprint);
        expect([...shared.types.keys()]).toEqual([...alone.types.keys()]);
        expect([...shared.roots.keys()]).toEqual([...alone.roots.keys()]);
        expect(validateSchema(shared.schema)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
