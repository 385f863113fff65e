import type { AggregateRequest } from '../../../source/request/aggregateRequest.js';
import type { FetchRequest } from '../../../source/request/fetchRequest.js';
import type { Dialect } from '../dialect.js';
import type { Statement } from '../statement.js';

import { compileAggregate } from './compileAggregate.js';
import { compileFetch } from './compileFetch.js';

/** Compiles a request to a statement; null where the source need not be asked. */
export function compileRequest(
  request: FetchRequest | AggregateRequest,
  dialect: Dialect,
): Statement | null {
  return 'measures' in request
    ? compileAggregate(request, dialect)
    : compileFetch(request, dialect);
}
