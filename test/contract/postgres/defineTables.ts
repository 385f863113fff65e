import { describe, expect, it } from '@jest/globals';

import type { SourceName } from '../../../src/shared/brand.js';
import { allRows, isIn } from '../../../src/source/request/filter.js';
import type { ColumnShape } from '../../../src/source/sourceShape.js';
import { PostgresConnector } from '../../../src/sources/postgres/postgresConnector.js';

import { first, requestOf, useDatabase } from './useDatabase.js';

export function defineTables(): void {
  describe('tables of PostgreSQL', () => {
    const open = useDatabase(
      `CREATE TABLE people (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name TEXT NOT NULL,
         email TEXT, code TEXT, nick TEXT UNIQUE, twice INTEGER GENERATED ALWAYS AS (level * 2) STORED,
         level INTEGER CHECK (level BETWEEN 1 AND 7), kind SMALLINT CHECK (kind IN (0, 1)),
         loose INTEGER CHECK (loose > 1 OR loose < 0))`,
      'CREATE UNIQUE INDEX some_emails ON people (email) WHERE level > 3',
      'CREATE UNIQUE INDEX folded_codes ON people (lower(code))',
      'CREATE INDEX names ON people (name COLLATE "C")',
      `INSERT INTO people (name, level) SELECT 'n' || n, 1 + n % 7 FROM generate_series(1, 5000) AS n`,
      'CREATE VIEW plain AS SELECT id, name AS called, level + 1 AS next FROM people',
      `CREATE VIEW over AS SELECT p.called, (SELECT max(name) FROM people) AS most FROM plain AS p
         WHERE p.called <> '}{TARGETENTRY :resno 1 :resorigtbl 1 :resorigcol 1 :resjunk false}'`,
      'CREATE MATERIALIZED VIEW kept AS SELECT DISTINCT level FROM people',
      `CREATE VIEW "q}{uoted" AS SELECT name AS "a} {b", id AS ":resno 1" FROM people`,
      'CREATE VIEW both_ways AS SELECT name FROM people UNION ALL SELECT code FROM people',
      'CREATE TABLE parted (id INTEGER NOT NULL, at DATE NOT NULL, PRIMARY KEY (id, at)) PARTITION BY RANGE (at)',
      `CREATE TABLE parted_old PARTITION OF parted FOR VALUES FROM (MINVALUE) TO ('2020-01-01')`,
      `CREATE TABLE parted_new PARTITION OF parted FOR VALUES FROM ('2020-01-01') TO (MAXVALUE)`,
      `INSERT INTO parted SELECT n, DATE '2019-01-01' + n FROM generate_series(1, 1000) AS n`,
      'CREATE TABLE parent (id INTEGER PRIMARY KEY)',
      'CREATE TABLE child () INHERITS (parent)',
      'CREATE TABLE pg_class (secret TEXT)',
      'CREATE SCHEMA "an other"',
      'CREATE TABLE "an other".people (only_here TEXT)',
      'ANALYZE',
    );
    const told = async (table: string): Promise<Readonly<Record<string, ColumnShape>>> =>
      Object.fromEntries((await open().connector.shape()).get(table) ?? []);

    it('are those of the schema, of whatever kind, but for names of the server’s own', async () => {
      const shape = await open().connector.shape();
      expect([...shape.keys()].toSorted()).toEqual([
        ...['both_ways', 'child', 'kept', 'over', 'parent', 'parted', 'parted_new', 'parted_old'],
        ...['people', 'plain', 'q}{uoted'],
      ]);
    });

    it('are those of another schema where the URL names one', async () => {
      const url = `${open().database.url}?schema=an%20other`;
      const connector = new PostgresConnector({ url, timeout: 5_000 });
      const shape = await connector.shape();
      expect([...shape].map(([name, columns]) => [name, ...columns.keys()])).toEqual([
        ['people', 'only_here'],
      ]);
      const column = { name: 'only_here', storage: 'TEXT', nullable: true, exact: false } as const;
      expect(await connector.fetch(requestOf('people', { columns: [column] }))).toEqual([]);
      await connector.close();
    });

    it('have keys that tell all their rows apart, and no others', async () => {
      const people = await told('people');
      const uniques = Object.keys(people).filter((name) => people[name]?.unique);
      expect(uniques).toEqual(['id', 'nick']);
      expect((await told('parent'))['id']?.unique).toBe(false);
      expect((await told('child'))['id']?.unique).toBe(false);
    });

    it('tell what is computed, and what their checks let in', async () => {
      const people = await told('people');
      const derived = Object.keys(people).filter((name) => people[name]?.isDerived);
      expect(derived).toEqual(['twice']);
      expect(people['level']?.range).toEqual({ least: 1, greatest: 7 });
      expect(people['kind']?.range).toEqual({ least: 0, greatest: 1 });
      expect(people['loose']?.range).toEqual({ least: -(2 ** 31), greatest: 2 ** 31 - 1 });
    });

    it('tell which indexes keep texts by code point', async () => {
      const people = (await open().connector.sizes()).get('people');
      const kept = people?.indexes.map(({ columns, byCodePoint }) => [columns, byCodePoint]);
      expect(kept).toContainEqual([['name'], ['name']]);
      expect(kept).toContainEqual([['nick'], []]);
      expect(people?.byCodePoint?.columns).toEqual(['name', 'email', 'code', 'nick']);
    });

    it('tell of a view’s column which column of a table it holds as it is', async () => {
      const origins = async (table: string) =>
        Object.entries(await told(table)).map(([name, { isDerived, origin }]) => [
          name,
          isDerived,
          origin && `${origin.table}.${origin.column}`,
        ]);
      expect(await origins('plain')).toEqual([
        ['id', true, 'people.id'],
        ['called', true, 'people.name'],
        ['next', true, undefined],
      ]);
      expect(await origins('over')).toEqual([
        ['called', true, 'people.name'],
        ['most', true, undefined],
      ]);
      expect(await origins('kept')).toEqual([['level', true, 'people.level']]);
      expect(await origins('q}{uoted')).toEqual([
        ['a} {b', true, 'people.name'],
        [':resno 1', true, 'people.id'],
      ]);
      expect(await origins('both_ways')).toEqual([['name', true, undefined]]);
    });

    it('tell their sizes, in all of their parts', async () => {
      const sizes = await open().connector.sizes();
      expect(sizes.get('people')?.rows).toBe(5_000);
      expect(sizes.get('parted')?.rows).toBe(1_000);
      expect(sizes.has('plain')).toBe(false);
      expect(sizes.get('people')?.indexes.map(({ columns }) => columns)).toEqual([
        [''],
        ['name'],
        ['nick'],
        ['id'],
      ]);
    });

    it('are led to by their indexes, links and keys alike', async () => {
      const { connector, database, statements } = open();
      await database.query(`CREATE TABLE notes (person BIGINT, name TEXT);
        INSERT INTO notes VALUES (7, 'n7'); CREATE INDEX ON people (nick);
        UPDATE people SET nick = name; ANALYZE`);
      await connector.shape();
      const id = await open().column('people', 'id');
      const nick = await open().column('people', 'nick');
      const plan = async () => {
        const { sql, parameters } = statements.at(-1)!;
        const rows = await database.query(`EXPLAIN ${sql}`, parameters);
        return rows.map((row) => row['QUERY PLAN']).join('\n');
      };
      const find = async (column: typeof id, ...values: readonly (string | number)[]) =>
        first(
          await connector.fetch(
            requestOf('people', { columns: [id], filter: isIn(column, values) }),
          ),
        );
      expect(await find(id, 7, 9)).toEqual([7, 9]);
      expect(await plan()).toMatch(/Index (Only )?Scan/);
      expect(await find(nick, 'n7', 'none')).toEqual([7]);
      expect(await plan()).toMatch(/Index/);
      expect(await plan()).not.toMatch(/Seq Scan/);
      const [person, name] = [
        await open().column('notes', 'person'),
        await open().column('notes', 'name'),
      ];
      const link = { kind: 'related', source: 's' as SourceName, scope: allRows } as const;
      for (const [from, to] of [
        [person, id],
        [name, nick],
      ] as const) {
        const condition = isIn(await open().column('people', 'level'), [1]);
        const filter = { ...link, table: 'people', from: [from], to: [to], condition };
        const request = requestOf('notes', { columns: [person], filter });
        expect(await connector.fetch(request)).toEqual([[7]]);
        expect(await plan()).not.toMatch(/Seq Scan on people/);
      }
    });

    it('may change under a statement that is prepared', async () => {
      const { connector, database } = open();
      await database.query(`CREATE TABLE changing (a INTEGER); INSERT INTO changing VALUES (1)`);
      const a = await open().column('changing', 'a');
      const request = requestOf('changing', { columns: [a] });
      expect(await connector.fetch(request)).toEqual([[1]]);
      await database.query('ALTER TABLE changing ALTER a TYPE BIGINT');
      expect(await connector.fetch(request)).toEqual([[1]]);
      await database.query('ALTER TABLE changing ALTER a TYPE TEXT');
      expect(await connector.fetch(request)).toEqual([['1']]);
    });
  });
}
