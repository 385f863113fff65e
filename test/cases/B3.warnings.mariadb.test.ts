import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openOwnGateway, resourceOf, shared, type OwnGateway } from '../support/ownGateway.js';

let gateway: OwnGateway;
beforeAll(async () => {
  gateway = await openOwnGateway({
    kind: 'mariadb',
    statements: {
      population: [
        `CREATE TABLE thing (row_id BIGINT PRIMARY KEY NOT NULL, id VARCHAR(20) NOT NULL UNIQUE,
           flag TINYINT(1) NOT NULL, kept TINYINT(1) NOT NULL CHECK (kept IN (0, 1)),
           held BOOLEAN CHECK (held BETWEEN 0 AND 1), loose TINYINT CHECK (loose <> 7),
           small INT NOT NULL, natural_no INT UNSIGNED, many BIGINT NOT NULL,
           bound BIGINT, big BIGINT, day DATE NOT NULL, may_day DATE, text_day VARCHAR(10),
           CONSTRAINT bounded CHECK (bound >= 0 AND bound <= 9))`,
      ],
    },
    types: {
      population: `
        type Thing ${resourceOf('thing', '0001')} ${shared} {
          id: ID! @key
          flag: Boolean!
          kept: Boolean!
          held: Boolean
          loose: Boolean
          small: Int!
          naturalNo: Int @column(name: "natural_no")
          many: Int!
          bound: Int
          big: ID
          day: Date!
          mayDay: Date @column(name: "may_day")
          textDay: Date @column(name: "text_day")
        }`,
    },
    resources: { Thing: { reach: ['LOOKUP'], fields: { id: { uses: ['LOOKUP'] } } } },
  });
});
afterAll(() => gateway.close());

describe('B3: `check` warns where a column can hold what its field’s type cannot', () => {
  const told = () => gateway.catalog.warnings.map(({ message }) => message);

  it('warns of each such column, and of no other', () => {
    const columns = told().map((message) => /^Column "(\w+)"/.exec(message)?.[1]);
    expect(columns).toEqual(['flag', 'loose', 'natural_no', 'many', 'day', 'may_day', 'text_day']);
  });

  it.each([
    [
      'flag',
      'can hold whole numbers from -128 to 127: more than a Boolean, of which 0 and 1 are all, and what does takes its row out of lists. Let the source refuse others: CHECK (… IN (0, 1)).',
    ],
    [
      'natural_no',
      'can hold whole numbers from 0 to 4294967295: more than an Int holds, and what does is told as null. Let the source refuse others, CHECK (… BETWEEN -2147483648 AND 2147483647), or make the field a BigInt.',
    ],
    [
      'day',
      'may hold what is no day of the calendar, as 0000-00-00 or 2012-00-00, and what does takes its row out of lists. Mend such days in the source, or let the field be null.',
    ],
    [
      'text_day',
      'holds texts, and so may hold what is no day YYYY-MM-DD, and what does is told as null. Offer a column of days, or a view’s.',
    ],
  ])('says of %s what happens, and what would be right', (column, sentence) => {
    expect(told()).toContain(`Column "${column}" ${sentence}`);
  });

  it('is located as faults are', () => {
    const [first] = gateway.catalog.warnings;
    expect(first).toMatchObject({ file: 'population.graphql', column: 17 });
    expect(first?.frame).toContain('flag: Boolean!');
  });
});
