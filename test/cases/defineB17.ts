import { setTimeout as wait } from 'node:timers/promises';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { openOwnGateway, resourceOf, shared, type OwnGateway } from '../support/ownGateway.js';

const lookup = '{ thing(id: "1") { id n } }';

/** Waits until something holds, as an observer does who does not know when it will. */
async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries += 1) {
    if (tries > 400) throw new Error('it never came to hold');
    await wait(25);
  }
}

export function defineB17(kind: 'sqlite' | 'mariadb'): void {
  describe(`B17: a column that its source drops (${kind})`, () => {
    let gateway: OwnGateway;
    const alter = (sql: string) => gateway.world.alter('population', sql);
    const drop = (table: string, column: string) =>
      alter(`ALTER TABLE ${table} DROP COLUMN ${column}`);
    const add = (table: string, column: string, type = 'VARCHAR(20)') =>
      alter(`ALTER TABLE ${table} ADD COLUMN ${column} ${type}`);

    beforeAll(async () => {
      gateway = await openOwnGateway({
        kind,
        statements: {
          population: [
            `CREATE TABLE thing (row_id BIGINT PRIMARY KEY NOT NULL, id VARCHAR(20) NOT NULL UNIQUE,
               n VARCHAR(20), house VARCHAR(20), district VARCHAR(20))`,
            `INSERT INTO thing VALUES (1, '1', 'one', 'h', 'd')`,
            `CREATE TABLE house (row_id BIGINT PRIMARY KEY NOT NULL, code VARCHAR(20) NOT NULL UNIQUE)`,
            `INSERT INTO house VALUES (1, 'h')`,
          ],
        },
        types: {
          population: `
            type Thing ${resourceOf('thing', '0001')} ${shared} {
              id: ID! @key
              n: String
              house: ID
              home: House @link(from: "house", to: "code")
              district: ID
            }
            type House ${resourceOf('house', '0002')} ${shared} { code: ID! @key }`,
        },
        resources: {
          Thing: {
            reach: ['LOOKUP', 'LIST'],
            fields: { id: { uses: ['LOOKUP'] }, n: {}, house: { uses: ['JOIN'] } },
            links: ['home'],
            rows: { district: { eq: 'd' } },
          },
          House: { reach: ['LOOKUP', 'LINKED'], fields: { code: { uses: ['LOOKUP', 'JOIN'] } } },
        },
        change: { drift: { interval: 1_000_000_000, pause: 10 } },
      });
    });
    afterAll(() => gateway.close());
    beforeEach(async () => {
      await gateway.live.look();
      expect(gateway.live.drift).toEqual([]);
      expect(await gateway.ask('{ thing(id: "1") { id home { code } } }')).toEqual(
        expect.objectContaining({ data: { thing: { id: '1', home: { code: 'h' } } } }),
      );
    });

    const codeOf = async (query: string) =>
      (await gateway.ask(query)).errors?.[0]?.extensions.code ?? 'OK';

    it('is found by the statement that fails, leaves the contract, and comes back', async () => {
      await drop('thing', 'n');
      expect(await codeOf(lookup)).toBe('SOURCE_UNAVAILABLE');
      await until(() => gateway.live.drift.length > 0);
      expect(gateway.live.drift).toMatchObject([
        {
          resource: 'Thing',
          field: 'n',
          column: 'n',
          role: 'VALUE',
          why: 'its column is gone from its source',
        },
      ]);
      expect(await codeOf(lookup)).toBe('GRAPHQL_VALIDATION_FAILED');
      expect(await gateway.ask('{ thing(id: "1") { id } }')).toMatchObject({
        data: { thing: { id: '1' } },
      });
      await add('thing', 'n');
      await gateway.live.look();
      expect(await codeOf(lookup)).toBe('OK');
    });

    it('is found on a look, before any statement fails', async () => {
      await drop('thing', 'n');
      const before = gateway.statements.length;
      await gateway.live.look();
      expect(await codeOf(lookup)).toBe('GRAPHQL_VALIDATION_FAILED');
      expect(gateway.statements.length).toBe(before);
      await add('thing', 'n');
    });

    it('leaves the contract where its type is one that the field cannot have', async () => {
      await drop('thing', 'n');
      await add('thing', 'n', 'INTEGER');
      await gateway.live.look();
      expect(gateway.live.drift.map(({ why }) => why)).toEqual([
        'its source stores it as INTEGER now, which String does not fit',
      ]);
      expect(await codeOf(lookup)).toBe('GRAPHQL_VALIDATION_FAILED');
      await drop('thing', 'n');
      await add('thing', 'n');
    });

    it('is read as it is now where the field can be of its new type', async () => {
      await drop('thing', 'house');
      await add('thing', 'house', 'INTEGER');
      await alter('UPDATE thing SET house = 7');
      await gateway.live.look();
      expect(gateway.live.drift).toEqual([]);
      expect(await gateway.ask('{ thing(id: "1") { house } }')).toMatchObject({
        data: { thing: { house: '7' } },
      });
      await drop('thing', 'house');
      await add('thing', 'house');
      await alter(`UPDATE thing SET house = 'h'`);
    });

    it.each([
      ['a link', 'thing', 'house', 'LINK'],
      ['the row scope', 'thing', 'district', 'VALUE'],
    ])('closes its resource where it is of %s', async (_what, table, column, role) => {
      await drop(table, column);
      await gateway.live.look();
      expect(gateway.live.drift).toMatchObject([{ resource: 'Thing', field: column, role }]);
      expect(await codeOf('{ thing(id: "1") { id } }')).toBe('GRAPHQL_VALIDATION_FAILED');
      expect(await gateway.ask('{ house(code: "h") { code } }')).toMatchObject({
        data: { house: { code: 'h' } },
      });
      await add(table, column);
      await alter(`UPDATE thing SET ${column} = '${column === 'house' ? 'h' : 'd'}'`);
    });

    it('closes its resource where the whole table is gone, and each link that leads there', async () => {
      await alter('ALTER TABLE house RENAME TO elsewhere');
      expect(await codeOf('{ house(code: "h") { code } }')).toBe('SOURCE_UNAVAILABLE');
      await until(() => gateway.live.drift.length > 0);
      expect(gateway.live.drift).toMatchObject([{ resource: 'House', role: 'TABLE', field: null }]);
      expect(await codeOf('{ house(code: "h") { code } }')).toBe('GRAPHQL_VALIDATION_FAILED');
      expect(await codeOf('{ thing(id: "1") { home { code } } }')).toBe(
        'GRAPHQL_VALIDATION_FAILED',
      );
      expect(await codeOf(lookup)).toBe('OK');
      await alter('ALTER TABLE elsewhere RENAME TO house');
    });

    it('closes its resource where keys are unique no more', async () => {
      await alter('ALTER TABLE house RENAME TO elsewhere');
      await alter(
        'CREATE TABLE house (row_id BIGINT PRIMARY KEY NOT NULL, code VARCHAR(20) NOT NULL)',
      );
      await gateway.live.look();
      expect(gateway.live.drift).toMatchObject([{ resource: 'House', role: 'KEY', field: 'code' }]);
      expect(await codeOf('{ house(code: "h") { code } }')).toBe('GRAPHQL_VALIDATION_FAILED');
      await alter('DROP TABLE house');
      await alter('ALTER TABLE elsewhere RENAME TO house');
    });
  });
}
