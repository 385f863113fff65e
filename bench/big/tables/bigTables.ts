import type { Spelling } from './spelling.js';

/** A table whose rows are computed by the source, each from its number `n`. */
export interface BigTable {
  readonly name: string;
  readonly rows: number;
  /** The name of each column, its type, and the expression of its value. */
  readonly columns: readonly (readonly [name: string, type: string, value: string])[];
  readonly primaryKey: readonly string[];
  /** Made once the rows are there, which is much faster. */
  readonly indexes: readonly (readonly string[])[];
}

/** Changes with the tables, so that those of before are not taken for them. */
export const version = 2;

/** How many parents have a great part of the children between them. */
export const largeParents = 20;
/** How many tags there are, of which each child of a fifth of them has one. */
const tags = 1_000;
const days = 12_000;

/** A number below `bound` that looks drawn: Lehmer's generator, at the row's number, from one seed for each use. */
const draw = (seed: number, bound: number) => `((n * ${seed}) % 2147483647) % ${bound}`;

const some = (bound: number, seed: number) => `1 + ${draw(seed, bound)}`;
const text = (prefix: string, seed: number) =>
  `CONCAT(${prefix}, 10000000 + ${draw(seed, 10_000_000)})`;

function children(rows: number, parents: number, { day, exact, folding }: Spelling): BigTable {
  return {
    name: 'item',
    rows,
    columns: [
      ['id', 'INTEGER NOT NULL', 'n'],
      [
        'parent_id',
        'INTEGER NOT NULL',
        `CASE WHEN n % 10 = 0 THEN ${some(largeParents, 48_271)} ELSE ${some(parents, 69_621)} END`,
      ],
      ['made', 'DATE NOT NULL', day(draw(39_373, days))],
      [
        'seen',
        'DATE',
        `CASE WHEN ${draw(30_269, 10)} < 3 THEN NULL ELSE ${day(draw(30_307, days))} END`,
      ],
      [
        'score',
        'INTEGER',
        `CASE WHEN ${draw(30_269, 10)} < 3 THEN NULL ELSE ${draw(33_797, 100_000)} END`,
      ],
      ['amount', 'INTEGER NOT NULL', draw(30_323, 1_000_000)],
      ['region', 'INTEGER NOT NULL', draw(40_014, 100)],
      ['status', `${exact} NOT NULL`, `CONCAT('s', ${draw(40_692, 4)})`],
      ['code', `${exact} NOT NULL`, text(`'C'`, 45_991)],
      [
        'title',
        `${folding} NOT NULL`,
        text(`CASE WHEN n % 2 = 0 THEN 'Item ' ELSE 'item ' END`, 47_303),
      ],
    ],
    primaryKey: ['id'],
    indexes: [
      ['parent_id', 'id'],
      ['parent_id', 'made', 'id'],
      ['made', 'id'],
      ['seen', 'id'],
      ['score', 'id'],
      ['region', 'made', 'id'],
      ['amount'],
      ['code'],
      ['title'],
    ],
  };
}

function named(name: string, rows: number, { exact }: Spelling): BigTable {
  return {
    name,
    rows,
    columns: [
      ['id', 'INTEGER NOT NULL', 'n'],
      ['name', `${exact} NOT NULL`, `CONCAT('${name} ', n)`],
    ],
    primaryKey: ['id'],
    indexes: [['name']],
  };
}

function junction(rows: number): BigTable {
  return {
    name: 'item_tag',
    rows: Math.floor(rows / 5),
    columns: [
      ['item_id', 'INTEGER NOT NULL', 'n * 5'],
      ['tag_id', 'INTEGER NOT NULL', some(tags, 16_807)],
    ],
    primaryKey: ['item_id', 'tag_id'],
    indexes: [['tag_id', 'item_id']],
  };
}

/** Parents, their children, and tags by way of a junction. */
export function bigTables(rows: number, spelling: Spelling): readonly BigTable[] {
  const parents = Math.ceil(rows / 100);
  return [
    named('parent', parents, spelling),
    named('tag', tags, spelling),
    children(rows, parents, spelling),
    junction(rows),
  ];
}
