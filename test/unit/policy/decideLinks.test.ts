import { describe, expect, it } from '@jest/globals';

import type { Rule } from '../../../src/policy/model/rule.js';
import { decideFor, decideForPublic, type Granted } from '../support/deciding.js';

import { register } from './register.js';

/** All that the link from a person to the town asks for. */
const person = {
  reach: ['LIST'],
  fields: { plain1: {}, townCode: { uses: ['JOIN'] } },
  links: ['town'],
} as const;
const town = { reach: ['LINKED'], fields: { code: { uses: ['JOIN'] }, name: {} } } as const;

function linksOf(granted: Granted, rules: readonly Rule[] = []): readonly string[] {
  return [...(decideFor(register, granted, rules).resources.get('Person')?.links.keys() ?? [])];
}

describe('a link exists', () => {
  it('where it is granted, both ends have JOIN, and the target may be reached by links', () => {
    expect(linksOf({ Person: person, Town: town })).toEqual(['town']);
  });

  it('where the target’s part is held by its standing permission', () => {
    expect(linksOf({ Person: person })).toEqual(['town']);
  });

  it('where the key that carries it is withheld at both ends', () => {
    const hidden = { form: 'WITHHELD', uses: ['JOIN'] } as const;
    const near = { ...person, fields: { plain1: {}, townCode: hidden } };
    const far = { ...town, fields: { code: hidden, name: {} } };
    expect(linksOf({ Person: near, Town: far })).toEqual(['town']);
  });
});

describe('a link does not exist', () => {
  it.each<[string, Granted]>([
    ['it is not granted', { Person: { ...person, links: [] }, Town: town }],
    ['its own end is not granted', { Person: { ...person, fields: { plain1: {} } }, Town: town }],
    [
      'its own end has no JOIN',
      { Person: { ...person, fields: { plain1: {}, townCode: {} } }, Town: town },
    ],
    [
      'the target’s key has no JOIN',
      { Person: person, Town: { ...town, fields: { code: {}, name: {} } } },
    ],
    [
      'the target’s key is not granted',
      { Person: person, Town: { ...town, fields: { name: {} } } },
    ],
    [
      'its own end is withheld, and the target would show the same value',
      {
        Person: {
          ...person,
          fields: { plain1: {}, townCode: { form: 'WITHHELD', uses: ['JOIN'] } },
        },
        Town: town,
      },
    ],
    ['the target is not LINKED', { Person: person, Town: { ...town, reach: ['LIST'] } }],
    ['the target has no reach at all', { Person: person, Town: { ...town, reach: [] } }],
  ])('where %s', (_missing, granted) => {
    expect(linksOf(granted)).toEqual([]);
  });

  it.each<[string, Rule]>([
    [
      'its own end is withheld by a rule',
      { id: 'R-1', kind: 'WITHHOLD', resource: 'Person', field: 'townCode' },
    ],
    [
      'its own end is masked by a rule, and the target would show the same value',
      { id: 'R-1', kind: 'MASK', resource: 'Person', field: 'townCode', mask: { rule: 'REDACT' } },
    ],
    [
      'the target’s key is withheld by a rule',
      { id: 'R-1', kind: 'WITHHOLD', resource: 'Town', field: 'code' },
    ],
    ['the target is suspended', { id: 'R-1', kind: 'SUSPEND', resource: 'Town' }],
  ])('where %s', (_missing, rule) => {
    expect(linksOf({ Person: person, Town: town }, [rule])).toEqual([]);
  });

  it('where its key is not shared, whatever is granted and approved', () => {
    const secret = {
      form: 'CLEAR',
      uses: ['JOIN'],
      approvedBy: ['PROVIDER', 'AUTHORITY'],
    } as const;
    const fields = { plain1: {}, secret };
    expect(linksOf({ Person: { ...person, fields, links: ['secretTown'] }, Town: town })).toEqual(
      [],
    );
  });
});

it('a link that does not exist leaves the reason, one that exists leaves none', () => {
  const whyNot = (granted: Granted) =>
    decideFor(register, granted).resources.get('Person')?.refusedLinks.get('town');
  expect(whyNot({ Person: { ...person, links: [] }, Town: town })).toEqual({
    step: 'permission',
    by: 'it is not granted',
    result: 'no link',
  });
  expect(whyNot({ Person: person, Town: { ...town, reach: ['LIST'] } })?.by).toBe(
    'Town may not be reached by links',
  );
  expect(whyNot({ Person: person, Town: town })).toBeUndefined();
});

describe('links of unconditional resources', () => {
  const ofTown = (decisions: ReturnType<typeof decideFor>) => [
    ...(decisions.resources.get('Town')?.links.keys() ?? []),
  ];

  it('stand for every client, and for the public where both ends are open', () => {
    expect(ofTown(decideFor(register, {}))).toEqual(['region']);
    expect(ofTown(decideForPublic(register))).toEqual([]);
  });
});
