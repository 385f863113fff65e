import type { Column } from '../../src/source/column/column.js';
import type { SqlValue } from '../../src/source/row.js';

import type { DeclaredColumn, SourceKind } from './source.js';

/** The one column that there is. */
export function only(columns: readonly Column[]): Column {
  const [column] = columns;
  if (!column || columns.length > 1) throw new TypeError('there is one column');
  return column;
}

/** Texts that one collation or another takes for each other. */
const texts = ['a', 'A', 'a ', 'é', 'e', 'ａ', '中', '😀', '?', '', null];
const integers = [-1, 0, 1, '9007199254740992', '9007199254740993', null];
const reals = [-1.5, 0, 0.1, 0.30000000000000004, null];
const days = ['1970-01-01', '2020-02-29', null];
const decimals = ['0', '0.1', '0.10000000000000000001', '9007199254740993', null];

/** The columns of texts, by names of their own. */
export const byCollation = (kind: SourceKind) =>
  Object.fromEntries([...kind.texts].map(([name, column]) => [`t_${name}`, column]));

/** Columns of one table, each with what it holds. */
export function columnsOf(kind: SourceKind): Readonly<Record<string, DeclaredColumn>> {
  const { key, integer, real, date } = kind.columns;
  const decimal = kind.decimal && { x: kind.decimal };
  return { id: key, n: integer, r: real, d: date, ...decimal, ...byCollation(kind) };
}

const poolOf = (name: string): readonly SqlValue[] =>
  ({ n: integers, r: reals, d: days, x: decimals })[name] ?? texts;

/** Rows that hold each value of each column once, and some of them twice. */
export function rowsOf(names: readonly string[], shift: number): readonly (readonly SqlValue[])[] {
  return Array.from({ length: 14 }, (_, id) =>
    names.map((name) => {
      const pool = poolOf(name);
      return name === 'id' ? id : (pool[(id + shift) % pool.length] ?? null);
    }),
  );
}
