import { expect, it } from '@jest/globals';

import { openOwnGateway } from '../../support/ownGateway.js';

import { granted, statements, types } from './cinema.js';

const { FilmActor, Actor, Screening } = granted;
const withheld: NonNullable<typeof FilmActor>['fields'][string] = {
  form: 'WITHHELD',
  uses: ['JOIN'],
};

it.each([
  ['a junction that links may not reach', { FilmActor: { ...FilmActor, reach: [] } }],
  ['a junction of which nothing is granted', { FilmActor: undefined }],
  [
    'a junction whose near end has no JOIN',
    { FilmActor: { ...FilmActor, fields: { ...FilmActor?.fields, filmId: {} } } },
  ],
  [
    'a junction whose far end has no JOIN',
    { FilmActor: { ...FilmActor, fields: { ...FilmActor?.fields, actorId: {} } } },
  ],
  [
    'a junction whose withheld key its target would show',
    { FilmActor: { ...FilmActor, fields: { ...FilmActor?.fields, actorId: withheld } } },
  ],
  [
    'a target whose key has no JOIN',
    { Actor: { ...Actor, fields: { ...Actor?.fields, actorId: {} } } },
  ],
])('no link leads through %s', async (_, changed) => {
  const resources = { ...granted, ...changed };
  const gateway = await openOwnGateway({
    kind: 'sqlite',
    statements,
    types,
    resources: JSON.parse(JSON.stringify(resources)) as typeof granted,
  });
  try {
    for (const query of [
      '{ films(first: 1) { nodes { cast(first: 1) { totalCount } } } }',
      '{ films(first: 1, where: { cast: { some: {} } }) { nodes { title } } }',
    ]) {
      const { data, errors } = await gateway.ask(query);
      expect(data).toBeUndefined();
      expect(errors?.[0]?.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED');
    }
    const { errors } = await gateway.ask(
      '{ films(first: 1) { nodes { liked(first: 1) { totalCount } } } }',
    );
    expect(errors === undefined).toBe(!('Actor' in changed));
  } finally {
    await gateway.close();
  }
});

it('no link leads by fields of which one would show what it hides', async () => {
  const gateway = await openOwnGateway({
    kind: 'sqlite',
    statements,
    types,
    resources: {
      ...granted,
      Screening: { ...Screening!, fields: { ...Screening!.fields, day: withheld } },
    },
  });
  try {
    const { errors } = await gateway.ask(
      '{ screenings(first: 1) { nodes { tickets(first: 1) { totalCount } } } }',
    );
    expect(errors?.[0]?.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED');
  } finally {
    await gateway.close();
  }
});
