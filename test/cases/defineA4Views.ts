import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { compileCatalog } from '../../src/catalog/compile/compileCatalog.js';
import { CatalogError } from '../../src/catalog/fault/catalogError.js';
import { catalogNow } from '../../src/catalog/live/catalogNow.js';
import { rulesFor } from '../../src/policy/decide/rulesFor.js';
import type { Rule } from '../../src/policy/model/rule.js';
import type { SourceName } from '../../src/shared/brand.js';
import type { Connector } from '../../src/source/connector.js';
import type { SourceShape } from '../../src/source/sourceShape.js';
import { openSource } from '../../src/sources/openSource.js';
import { readVocabulary } from '../../src/start/readCatalogs.js';
import { inArrays } from '../support/inArrays.js';
import { openMariadbWorld } from '../support/mariadbWorld.js';
import { openSqliteWorld } from '../support/sqliteWorld.js';
import type { TestWorld } from '../support/testWorld.js';

import { general, typeOf } from './caseCatalog.js';

const source = 'population' as SourceName;
const personal = general.replace('L1, category: GENERAL', 'L3, category: PERSONAL');
const level1 = '@classify(level: L1, category: GENERAL)';
const masked = 'phone: String @desensitize(rule: PHONE)';
const overView = (fields: string, table = 'v') =>
  typeOf(fields, general, { name: 'Other', code: '2', table }).replace(', pageBy: "row"', '');

const views = [
  'CREATE VIEW v AS SELECT no, phone AS tel, CAST(UPPER(phone) AS CHAR(20)) AS loud, born AS day FROM t',
  'CREATE VIEW w AS SELECT no, tel AS again FROM v',
  'CREATE VIEW joined AS SELECT a.no AS no, b.phone AS other FROM t a JOIN t b ON a.no = b.no',
  'CREATE VIEW one_of AS SELECT no, phone AS other FROM t UNION SELECT no, no FROM t',
  'CREATE VIEW through AS SELECT no, other FROM one_of',
  `CREATE VIEW both_of AS SELECT no, other FROM (SELECT no, phone AS other FROM t UNION SELECT no, no FROM t) x`,
];

/** A view is as good as its source tells: each kind of source tells of plain columns, through views. */
export function defineA4Views(kind: 'sqlite' | 'mariadb'): void {
  describe(`A4: a view that republishes a masked column (${kind})`, () => {
    let world: TestWorld;
    let connector: Connector;
    let shape: SourceShape;
    let vocabulary: string;

    beforeAll(async () => {
      const none = ['CREATE TABLE unused (no VARCHAR(20) PRIMARY KEY NOT NULL)'];
      const table = `CREATE TABLE t (row BIGINT NOT NULL UNIQUE, no VARCHAR(20) NOT NULL UNIQUE,
        phone VARCHAR(20), born ${kind === 'mariadb' ? 'DATE' : 'TEXT'}, born_too VARCHAR(20))`;
      const open = kind === 'mariadb' ? openMariadbWorld : openSqliteWorld;
      world = await open({ divisions: none, population: [quoted(table), ...views] }, []);
      connector = inArrays(openSource(world.sources.get(source) ?? '', {}));
      shape = await connector.shape();
      vocabulary = await readVocabulary();
    });
    afterAll(async () => {
      await connector.close();
      await world.remove();
    });

    /** `row` is a word of MariaDB's. */
    const quoted = (sql: string) =>
      sql.replace('(row ', kind === 'mariadb' ? '(`row` ' : '("row" ');

    const compile = (types: string, of = shape) => {
      // A view has no unique index; the catalog vouches for its key, as an operator would by a table.
      const vouched = new Map(
        [...of].map(([name, columns]) => [
          name,
          new Map(
            [...columns].map(([column, one]) => [
              column,
              column === 'no' ? { ...one, unique: true, nullable: false } : one,
            ]),
          ),
        ]),
      );
      const text = `extend schema @catalog(agency: "a", source: "population")\n${types}`;
      return compileCatalog({
        vocabulary,
        texts: [{ file: 'case.graphql', text }],
        shapes: new Map([[source, vouched]]),
      });
    };
    const faultsOf = (types: string): readonly string[] => {
      try {
        compile(types);
        return [];
      } catch (error) {
        if (!(error instanceof CatalogError)) throw error;
        return error.faults.map(({ message }) => message);
      }
    };
    const beside = (other: string) => `${typeOf(masked, personal)}\n${other}`;
    const same = expect.stringContaining(
      'is the column "phone" of t, as Thing.phone is',
    ) as unknown;

    it.each([
      ['v', 'tel'],
      ['w', 'again'],
      ['joined', 'other'],
    ])('is refused in clear, whatever level it states: %s.%s', (table, column) => {
      expect(faultsOf(beside(overView(`${column}: String ${level1}`, table)))).toEqual([same]);
    });

    it('passes where it is governed as its table is', () => {
      const alike = '@classify(level: L3, category: PERSONAL) @desensitize(rule: PHONE)';
      expect(faultsOf(beside(overView(`tel: String ${alike}`)))).toEqual([]);
    });

    it('is ruled as its table is', () => {
      const alike = '@classify(level: L3, category: PERSONAL) @desensitize(rule: PHONE)';
      const catalog = compile(beside(overView(`tel: String ${alike}`)));
      const other = catalog.resources.get('Other');
      const rule: Rule = { id: 'R', kind: 'WITHHOLD', resource: 'Thing', field: 'phone' };
      expect(other && rulesFor(other, [rule], catalog)).toEqual([
        { ...rule, resource: 'Other', field: 'tel' },
      ]);
      expect(other && rulesFor(other, [{ ...rule, field: 'no' }], catalog)).toEqual([
        { ...rule, resource: 'Other', field: 'no' },
      ]);
    });

    it('is left clear by no rule’s exception, since a row of it may be of several rows', () => {
      const alike = '@classify(level: L3, category: PERSONAL) @desensitize(rule: PHONE)';
      const catalog = compile(beside(overView(`tel: String ${alike}`)));
      const rule: Rule = {
        ...{ id: 'R', kind: 'MASK', resource: 'Thing', field: 'phone', mask: { rule: 'PHONE' } },
        clearWhere: { kind: 'isNull', field: 'no' },
      };
      const of = (name: string) => rulesFor(catalog.resources.get(name)!, [rule], catalog);
      expect(of('Thing')).toEqual([rule]);
      expect(of('Other')).toEqual([
        { ...rule, resource: 'Other', field: 'tel', clearWhere: undefined },
      ]);
    });

    it.each([
      ['v', 'loud'],
      ['one_of', 'other'],
      ['through', 'other'],
      ['both_of', 'other'],
    ])('states its level where its source does not tell what it holds: %s.%s', (table, column) => {
      const demanded = expect.stringContaining(`"${column}" is of a view or a generated column`);
      expect(faultsOf(beside(overView(`${column}: String`, table)))).toEqual([demanded]);
      expect(faultsOf(beside(overView(`${column}: String ${level1}`, table)))).toEqual([]);
    });

    it('leaves out no minors whom its table tells', () => {
      const born = 'born: Date @desensitize(rule: YEAR)';
      const minors = (types: string) =>
        types.replace('pageBy: "row"', 'pageBy: "row", minorsBy: "born"');
      const first = minors(typeOf(born, personal));
      expect(faultsOf(`${first}\n${overView(`loud: String ${level1}`)}`)).toEqual([
        'Thing and Other are over one table: both state `minorsBy` by one column, or neither does.',
      ]);
    });

    it('has drifted where it takes its column from elsewhere than it did', () => {
      const compiled = compile(
        typeOf(`tel: String ${level1}`, general, { table: 'v' }).replace(', pageBy: "row"', ''),
      );
      const other = new Map(shape).set(
        'v',
        new Map(
          [...(shape.get('v') ?? [])].map(([name, one]) => [
            name,
            {
              ...one,
              ...(name === 'no' && { unique: true, nullable: false }),
              ...(name === 'tel' && { origin: { table: 't', column: 'born_too' } }),
            },
          ]),
        ),
      );
      expect(catalogNow(compiled, new Map([[source, other]])).drift).toMatchObject([
        { field: 'tel', why: 'its source takes it from another column now' },
      ]);
    });
  });
}
