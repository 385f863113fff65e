import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { projectDir } from '../../../src/start/projectDir.js';
import { scalarNames, scalarTypes } from '../../../src/value/scalarTypes.js';

import { askerOf, offered, typeOver, type Ask } from './offerTypes.js';
import type { OpenOwned, OwnedDatabase } from './openTypes.js';
import { tryCase, type Found, type Tried } from './tryCase.js';
import { statedType, type TypeCase, type TypesOfSource } from './typeCase.js';
import { typesSection } from './typesSection.js';

const file = join(projectDir, 'docs', 'types.md');

/** The section of a source in docs/types.md; written anew where TONGDAO_WRITE_DOCS says so. */
function checkWritten(section: string, heading: string): void {
  const parts = readFileSync(file, 'utf8').split(/^(?=## )/m);
  const at = parts.findIndex((part) => part.startsWith(`## ${heading}\n`));
  if (process.env['TONGDAO_WRITE_DOCS'] === 'true') {
    parts[at] = `${section}\n${at === parts.length - 1 ? '' : '\n'}`;
    writeFileSync(file, parts.join(''));
  }
  expect(parts[at]?.trim()).toBe(section);
}

/**
 * Tries every type of a source's columns in every cell of docs/types.md, on a real server, and holds the
 * file to what was found.
 */
export function defineTypes(types: TypesOfSource, open: OpenOwned): void {
  describe(`docs/types.md on ${types.heading}`, () => {
    let database: OwnedDatabase;
    let ask: Ask;
    const tried: Tried[] = [];
    const found: (readonly [TypeCase, Found])[] = [];

    /** Makes the tables of a case; whether one of them has it for a key, its source decides. */
    async function make({ declared, held }: TypeCase, at: number): Promise<void> {
      const column = (name: string) => `${name} ${declared}`;
      await database.run(
        `CREATE TABLE t${at} (n INTEGER PRIMARY KEY NOT NULL, ${['v', 'hashed', 'redacted'].map(column).join(', ')})`,
      );
      const values = [...held.map(({ sql }) => sql), 'NULL'];
      for (const [n, sql] of values.entries()) {
        await database.run(`INSERT INTO t${at} VALUES (${[n, sql, sql, sql].join(', ')})`);
      }
      try {
        await database.run(
          `CREATE TABLE k${at} (${column('v').replace(/ NULL$/, '')} NOT NULL PRIMARY KEY)`,
        );
        for (const { sql } of held) await database.run(`INSERT INTO k${at} VALUES (${sql})`);
      } catch {
        await database.run(`DROP TABLE IF EXISTS k${at}`);
      }
    }

    beforeAll(async () => {
      database = await open();
      for (const sql of types.prepare) await database.run(sql);
      for (const [at, one] of types.cases.entries()) await make(one, at);
      for (const [at, declared] of types.leftOut.entries()) {
        await database.run(`CREATE TABLE o${at} (n INTEGER PRIMARY KEY NOT NULL, v ${declared})`);
      }
      const shape = await database.connector.shape();
      const texts = types.cases.flatMap((one, at) => {
        const as = statedType(one);
        const read = one.format === undefined ? '' : ` @column(format: "${one.format}")`;
        const keyType = typeOver(`K${at}`, `k${at}`, [`v: ${as}! @key${read}`]);
        const isKeyed = one.elements === undefined && !Array.isArray(offered(shape, [keyType]));
        const masked = one.as === 'Boolean' ? 'WITHHOLD' : undefined;
        tried.push({
          ...one,
          name: `t${at}`,
          keyed: isKeyed ? `k${at}` : null,
          storage: shape.get(`t${at}`)!.get('v')!.storage,
        });
        const hashed = one.as === 'Float' ? 'REDACT' : 'HASH';
        return [
          typeOver(
            `T${at}`,
            `t${at}`,
            [
              `n: Int! @key`,
              `v: ${as}${read}`,
              `hashed: ${as}${read} @desensitize(rule: ${masked ?? hashed})`,
              `redacted: ${as}${read} @desensitize(rule: ${masked ?? 'REDACT'})`,
              ...(isKeyed ? [`linked: K${at} @link(from: "v", to: "v")`] : []),
            ],
            ', pageBy: "n"',
          ),
          ...(isKeyed ? [keyType] : []),
        ];
      });
      const catalog = offered(shape, texts);
      if (!('resources' in catalog)) throw new Error(catalog.join('\n'));
      ask = askerOf(catalog, database.connector);
    }, 120_000);
    afterAll(() => database.close());

    it.each(types.cases.map((one, at) => [one.declared, one.as, at] as const))(
      '%s is offered as %s',
      async (_declared, _as, at) => {
        found.push([types.cases[at]!, await tryCase(ask, tried[at]!)]);
      },
    );

    it('lists every type of fields that a column can have', async () => {
      const shape = await database.connector.shape();
      const storages = new Set(tried.map(({ storage }) => storage));
      const possible = [...storages].flatMap((storage) =>
        scalarNames.filter((as) => scalarTypes[as].storages.includes(storage)),
      );
      const listed = new Set(tried.map(({ as }) => as).filter((as) => as !== 'List'));
      expect([...listed].sort()).toEqual([...new Set(possible)].sort());
      expect(shape.size).toBeGreaterThan(tried.length);
    });

    it.each(types.leftOut.map((declared, at) => [declared, at] as const))(
      '%s is held by no field, which the checker says with what to do',
      async (_declared, at) => {
        const shape = await database.connector.shape();
        const { type: word, instead } = shape.get(`o${at}`)!.get('v')!;
        const is = word === undefined ? 'of no declared type' : `\`${word}\``;
        for (const as of scalarNames) {
          const type = typeOver(`O${at}`, `o${at}`, ['n: Int! @key', `v: ${as}`]);
          expect([as, offered(shape, [type])]).toEqual([
            as,
            [`Column "v" is ${is}, which no field can hold: leave it out, or ${instead}.`],
          ]);
        }
      },
    );

    it('is what the file says', async () => {
      expect(found.length).toBe(types.cases.length);
      const shape = await database.connector.shape();
      const insteads = types.leftOut.map((declared, at) => {
        const instead = shape.get(`o${at}`)!.get('v')!.instead!;
        return [declared, instead] as const;
      });
      checkWritten(typesSection(types, found, insteads), types.heading);
    });
  });
}
