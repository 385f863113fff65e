import type { Comparison, FetchRequest, Parameter } from '../../plan/connector.js';

/** A statement with its parameters, in the order of its place holders. */
export interface Statement {
  readonly sql: string;
  readonly parameters: readonly Parameter[];
}

function quote(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}

/** Lists of keys are padded to powers of two, so that few statements serve all lengths. */
function padded(values: readonly Parameter[]): readonly Parameter[] {
  const last = values.at(-1);
  const length = 2 ** Math.ceil(Math.log2(values.length));
  if (last === undefined || length === values.length) return values;
  return [...values, ...Array.from({ length: length - values.length }, () => last)];
}

function compileComparison({ column, operator, values }: Comparison): Statement {
  // Texts compare by code point, whatever collation the table was made with.
  const left = quote(column.name) + (column.storage === 'TEXT' ? ' COLLATE BINARY' : '');
  if (operator === 'gt') return { sql: `${left} > ?`, parameters: values };
  if (values.length === 1) return { sql: `${left} = ?`, parameters: values };
  const parameters = padded(values);
  return { sql: `${left} IN (${parameters.map(() => '?').join(', ')})`, parameters };
}

/** Writes the statement of a fetch, which must not be one for no rows. */
export function compileStatement(request: FetchRequest): Statement {
  const { table, columns, filter, orderBy, limit } = request;
  if (filter.kind === 'nothing') throw new TypeError('no statement asks for nothing');
  const comparisons = filter.of.map(compileComparison);
  const parameters: Parameter[] = comparisons.flatMap((comparison) => comparison.parameters);
  // A row of which nothing is read still counts as a row.
  let sql = `SELECT ${columns.map(({ name }) => quote(name)).join(', ') || '1'} FROM ${quote(table)}`;
  if (comparisons.length > 0) sql += ` WHERE ${comparisons.map((part) => part.sql).join(' AND ')}`;
  if (orderBy) {
    sql += ` ORDER BY ${quote(orderBy.name)}${orderBy.storage === 'TEXT' ? ' COLLATE BINARY' : ''}`;
  }
  if (limit !== null) {
    sql += ' LIMIT ?';
    parameters.push(limit);
  }
  return { sql, parameters };
}
