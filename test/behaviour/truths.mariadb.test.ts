import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openOwnGateway, resourceOf, shared, type OwnGateway } from '../support/ownGateway.js';

describe.each(['sqlite', 'mariadb'] as const)('truths that are held by codes (%s)', (kind) => {
  let gateway: OwnGateway;
  beforeAll(async () => {
    gateway = await openOwnGateway({
      kind,
      statements: {
        population: [
          'CREATE TABLE shop (row_id INT PRIMARY KEY NOT NULL, id VARCHAR(9) NOT NULL UNIQUE, sfyx VARCHAR(4), lx INT NOT NULL)',
          `INSERT INTO shop VALUES (1, 'a', 'Y', 1), (2, 'b', 'N', 2), (3, 'c', 'y', 1), (4, 'd', NULL, 2),
             (5, 'e', '', 3)`,
        ],
      },
      types: {
        population: `
          type Shop ${resourceOf('shop', '0001')} ${shared} {
            id: ID! @key
            isOpen: Boolean @column(name: "sfyx", true: "Y", false: "N")
            isLeased: Boolean! @column(name: "lx", true: "1", false: "2")
          }`,
      },
      resources: { Shop: { reach: ['LIST'], fields: { id: {}, isOpen: {}, isLeased: {} } } },
    });
  });
  afterAll(() => gateway.close());

  it('are told as truths; what is neither is null, or takes its row out of the list', async () => {
    const { data, errors } = await gateway.ask('{ shops { nodes { id isOpen isLeased } } }');
    expect(data).toEqual({
      shops: {
        nodes: [
          { id: 'a', isOpen: true, isLeased: true },
          { id: 'b', isOpen: false, isLeased: false },
          { id: 'c', isOpen: null, isLeased: true },
          { id: 'd', isOpen: null, isLeased: false },
        ],
      },
    });
    expect(errors).toMatchObject([
      { path: ['shops', 'nodes', 2, 'isOpen'], extensions: { code: 'VALUE_MISMATCH' } },
      { path: ['shops', 'nodes'], extensions: { code: 'VALUE_MISMATCH' } },
    ]);
  });

  it('are compared, sorted and grouped as truths, false before true', async () => {
    const { data, errors } = await gateway.ask(`{
      open: shops(where: { isOpen: { eq: true } }) { totalCount }
      not: shops(where: { not: { isOpen: { eq: true } } }) { totalCount }
      none: shops(where: { isOpen: { isNull: true } }) { totalCount }
      leased: shops(orderBy: [{ isLeased: DESC }], first: 2) { nodes { id } }
      shopAggregate(groupBy: [isLeased]) { group { isLeased } count }
    }`);
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      open: { totalCount: 1 },
      not: { totalCount: 4 },
      none: { totalCount: 3 },
      leased: { nodes: [{ id: 'c' }, { id: 'a' }] },
      shopAggregate: [
        { group: { isLeased: false }, count: 2 },
        { group: { isLeased: true }, count: 2 },
        { group: { isLeased: null }, count: 1 },
      ],
    });
  });
});
