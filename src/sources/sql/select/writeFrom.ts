import type { FetchRequest } from '../../../source/request/fetchRequest.js';
import type { Junction } from '../../../source/request/junction.js';
import type { Dialect } from '../dialect.js';
import { compileKey, compileWhere } from '../filter/compileFilter.js';
import type { Placeholders } from '../placeholders.js';

import { groupTerms } from './groupTerms.js';

/** Writes the pairs of a junction, each once, as a derived table. */
function writePairs(
  { table, filter, keys, on, areDistinct }: Junction,
  dialect: Dialect,
  placeholders: Placeholders,
): string {
  const columns = [
    ...keys.map(({ column, as }) => ({ column, as: as.name })),
    ...on.map(({ column, as }) => ({ column, as })),
  ];
  const terms = columns.map(({ column }) => groupTerms({ kind: 'column', column }, dialect));
  const read = columns.map(({ column, as }, at) => {
    const term = terms[at];
    const value =
      areDistinct || !term
        ? dialect.quote(column.name)
        : dialect.valueOfGroup(term.value, term.key);
    return `${value} AS ${dialect.quote(as)}`;
  });
  const where = compileWhere(filter, table, dialect, placeholders);
  const groups = areDistinct ? '' : ` GROUP BY ${terms.map(({ by }) => by).join(', ')}`;
  return `(SELECT ${read.join(', ')} FROM ${dialect.quote(table)} WHERE ${where}${groups})`;
}

/** Writes that rows are reached by the pairs of a junction. */
function writeJunction(
  table: string,
  junction: Junction,
  dialect: Dialect,
  placeholders: Placeholders,
): string {
  // Databases ignore the case of a name.
  const alias = table.toLowerCase() === 'pairs' ? 'pairs_' : 'pairs';
  const pairs = writePairs(junction, dialect, placeholders);
  const equal = junction.on.map(({ column, as, to }) =>
    compileKey(
      { column: to, of: { table, alias: table } },
      { column: { ...column, name: as }, of: { table: alias, alias } },
      dialect,
    ),
  );
  return ` JOIN ${pairs} AS ${dialect.quote(alias)} ON ${equal.join(' AND ')}`;
}

/** Writes where the rows of a request are read, and which. */
export function writeFrom(
  { table, filter, junction }: Pick<FetchRequest, 'table' | 'filter' | 'junction'>,
  dialect: Dialect,
  placeholders: Placeholders,
): string {
  const joined = junction ? writeJunction(table, junction, dialect, placeholders) : '';
  const where =
    filter.kind === 'everything'
      ? ''
      : ` WHERE ${compileWhere(filter, table, dialect, placeholders)}`;
  return ` FROM ${dialect.quote(table)}${joined}${where}`;
}
