import type { FetchRequest } from '../../../source/request/fetchRequest.js';
import type { Dialect } from '../dialect.js';
import { Placeholders } from '../placeholders.js';
import type { Statement } from '../statement.js';

import { columnList } from './columnList.js';
import { compileEach } from './compileEach.js';
import { compileParts } from './compileParts.js';
import { orderClause } from './orderClause.js';
import { splitNulls } from './splitNulls.js';
import { writeFrom } from './writeFrom.js';
import { writeTests } from './writeTests.js';

/** Compiles a fetch, which must not be one of no rows. */
export function compileStatement(request: FetchRequest, dialect: Dialect): Statement {
  const { columns, filter, orderBy, limit } = request;
  if (filter.kind === 'nothing') throw new TypeError('no statement asks for nothing');
  const placeholders = new Placeholders((number) => dialect.placeholder(number));
  const { parameters } = placeholders;
  if (limit?.kind === 'each') {
    return { sql: compileEach(request, limit, dialect, placeholders), parameters };
  }
  if (limit && !request.junction && splitNulls(request, dialect)) {
    const sql = compileParts(request, [filter], limit.rows, dialect, placeholders);
    return { sql: `${sql} LIMIT ${placeholders.add(dialect.rows(limit.rows))}`, parameters };
  }
  const tests = writeTests(request, dialect, placeholders);
  const from = writeFrom(request, dialect, placeholders);
  const order = orderClause(orderBy, dialect);
  const bound = limit ? ` LIMIT ${placeholders.add(dialect.rows(limit.rows))}` : '';
  return {
    sql: `SELECT ${columnList(columns, dialect, tests)}${from}${order}${bound}`,
    parameters,
  };
}

/** Compiles any fetch; null for one of no rows, which asks no source. */
export function compileFetch(request: FetchRequest, dialect: Dialect): Statement | null {
  return request.filter.kind === 'nothing' ? null : compileStatement(request, dialect);
}
