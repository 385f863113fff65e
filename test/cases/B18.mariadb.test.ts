import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openOwnGateway, resourceOf, shared, type OwnGateway } from '../support/ownGateway.js';

let gateway: OwnGateway;
beforeAll(async () => {
  gateway = await openOwnGateway({
    kind: 'mariadb',
    statements: {
      population: [
        `CREATE TABLE house (row_id BIGINT PRIMARY KEY NOT NULL,
           code VARCHAR(20) COLLATE utf8mb4_general_ci NOT NULL UNIQUE,
           exact VARCHAR(20) COLLATE utf8mb4_nopad_bin NOT NULL UNIQUE,
           padded CHAR(20) COLLATE utf8mb4_bin NOT NULL UNIQUE)`,
        `INSERT INTO house VALUES (1, 'abc', 'abc', 'abc')`,
        `CREATE TABLE thing (row_id BIGINT PRIMARY KEY NOT NULL, id VARCHAR(20) NOT NULL UNIQUE,
           house VARCHAR(20) COLLATE utf8mb4_general_ci NOT NULL,
           exact VARCHAR(20) COLLATE utf8mb4_nopad_bin NOT NULL,
           FOREIGN KEY (house) REFERENCES house (code))`,
        `INSERT INTO thing VALUES (1, '1', 'ABC', 'abc')`,
      ],
    },
    types: {
      population: `
        type Thing ${resourceOf('thing', '0001')} ${shared} {
          id: ID! @key
          house: ID!
          home: House @link(from: "house", to: "code")
          exact: ID!
          same: Padded @link(from: "exact", to: "padded")
        }
        type House ${resourceOf('house', '0002')} ${shared} {
          code: ID! @key
          exact: ID!
          things: [Thing!] @link(from: "exact", to: "exact")
        }
        type Padded ${resourceOf('house', '0003')} ${shared} { padded: ID! @key }`,
    },
    resources: {
      Thing: {
        reach: ['LOOKUP', 'LINKED'],
        fields: { id: { uses: ['LOOKUP'] }, house: { uses: ['JOIN'] }, exact: { uses: ['JOIN'] } },
        links: ['home'],
      },
      House: { reach: ['LOOKUP', 'LINKED'], fields: { code: { uses: ['LOOKUP', 'JOIN'] } } },
    },
  });
});
afterAll(() => gateway.close());

describe('B18: a foreign key that joins ABC to abc in the source', () => {
  it('is not followed here, which compares by code point', async () => {
    expect(await gateway.ask('{ thing(id: "1") { house home { code } } }')).toMatchObject({
      data: { thing: { house: 'ABC', home: null } },
    });
  });

  it('is warned of, with each thing that its source takes for equal; the exact link is not', () => {
    const told = gateway.catalog.warnings.map(
      ({ message }) => /the source takes (.*?):/.exec(message)?.[1],
    );
    expect(told).toEqual([
      'a text for the same with blanks at its end, and capital letters for small ones',
      'a text for the same with blanks at its end',
    ]);
    expect(gateway.catalog.warnings.map(({ message }) => message)).toEqual([
      expect.stringContaining('where Thing.house or House.code is held'),
      expect.stringContaining('where Thing.exact or Padded.padded is held'),
    ]);
  });
});
