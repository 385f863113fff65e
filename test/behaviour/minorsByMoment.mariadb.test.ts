import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openOwnGateway, resourceOf, shared, type OwnGateway } from '../support/ownGateway.js';

/** Who was born so long ago is an adult whatever the day of the test, and who was not is none. */
const births = {
  adult: '1970-03-07 09:30:00',
  child: '2125-03-07 09:30:00',
  zero: '0000-00-00 00:00:00',
  partial: '1970-00-00 00:00:00',
  none: null,
};

describe.each(['sqlite', 'mariadb'] as const)(
  'minors who are told by a moment of birth (%s)',
  (kind) => {
    let gateway: OwnGateway;
    beforeAll(async () => {
      const column = kind === 'sqlite' ? 'TEXT' : 'DATETIME';
      gateway = await openOwnGateway({
        kind,
        statements: {
          population: [
            ...(kind === 'mariadb' ? ["SET SESSION sql_mode = 'ALLOW_INVALID_DATES'"] : []),
            `CREATE TABLE person (row_id BIGINT PRIMARY KEY NOT NULL, no VARCHAR(9) NOT NULL UNIQUE, born ${column})`,
            ...Object.entries(births).map(
              ([no, born], at) =>
                `INSERT INTO person VALUES (${at}, '${no}', ${born === null ? 'NULL' : `'${born}'`})`,
            ),
          ],
        },
        types: {
          population: `type Person ${resourceOf('person', '0001', 'pageBy: "row_id", minorsBy: "born"')} ${shared} {
          no: ID! @key
          born: LocalDateTime
        }`,
        },
        resources: {
          Person: {
            reach: ['LIST', 'LOOKUP'],
            fields: { no: { uses: ['LOOKUP', 'GROUP'] }, born: {} },
          },
        },
      });
    });
    afterAll(() => gateway.close());

    it('are in no list, count or lookup, nor is anybody whose birth is not known', async () => {
      const lookups = Object.keys(births).map((no) => `${no}: person(no: "${no}") { no }`);
      const { data, errors } = await gateway.ask(
        `{ persons { nodes { no } totalCount } personAggregate { count } ${lookups.join(' ')} }`,
      );
      expect(errors).toBeUndefined();
      expect(data).toEqual({
        persons: { nodes: [{ no: 'adult' }], totalCount: 1 },
        personAggregate: [{ count: 1 }],
        adult: { no: 'adult' },
        child: null,
        zero: null,
        partial: null,
        none: null,
      });
    });
  },
);
