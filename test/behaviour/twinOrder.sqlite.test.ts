import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openOwnGateway, resourceOf, shared, type OwnGateway } from '../support/ownGateway.js';

describe('an order by two fields over one column', () => {
  let gateway: OwnGateway;
  beforeAll(async () => {
    gateway = await openOwnGateway({
      kind: 'sqlite',
      statements: {
        population: [
          'CREATE TABLE thing (row_id BIGINT PRIMARY KEY NOT NULL, id TEXT NOT NULL UNIQUE, day TEXT)',
          `INSERT INTO thing VALUES (1, 'a', '2020-01-02'), (2, 'b', 'none'), (3, 'c', '2020-01-01'),
             (4, 'd', '2020-01-02'), (5, 'e', 'a'), (6, 'f', NULL)`,
        ],
      },
      types: {
        population: `type Thing ${resourceOf('thing', '0001')} ${shared} {
          id: ID! @key
          day: Date
          text: String @column(name: "day")
          same: String @column(name: "day")
        }`,
      },
      resources: {
        Thing: {
          reach: ['LIST'],
          fields: {
            id: {},
            day: { uses: ['SORT'] },
            text: { uses: ['SORT'] },
            same: { uses: ['SORT'] },
          },
        },
      },
    });
  });
  afterAll(() => gateway.close());

  const idsBy = async (orderBy: string) => {
    const { data, errors } = await gateway.ask(`{ things(orderBy: ${orderBy}) { nodes { id } } }`);
    expect(errors).toBeUndefined();
    return (data as { things: { nodes: { id: string }[] } }).things.nodes
      .map(({ id }) => id)
      .join('');
  };

  it('is that of the first, where both are read alike', async () => {
    expect(await idsBy('[{ text: ASC }, { same: DESC }]')).toBe('cadebf');
    expect(await idsBy('[{ same: DESC }, { text: ASC }]')).toBe('bedacf');
  });

  it('is of both, where one reads days and the other texts', async () => {
    expect(await idsBy('[{ day: ASC }, { text: DESC }]')).toBe('cdabef');
    expect(await idsBy('[{ day: ASC }, { text: ASC }]')).toBe('cadebf');
  });

  it('is refused where a field stands twice', async () => {
    const { errors } = await gateway.ask(
      '{ things(orderBy: [{ day: ASC }, { day: DESC }]) { nodes { id } } }',
    );
    expect(errors?.map(({ message }) => message)).toEqual([
      expect.stringContaining('"day" stands twice'),
    ]);
  });
});
