import type { FetchRequest } from '../source/request/fetchRequest.js';
import type { Filter } from '../source/request/filter.js';

/** A request with the filters that its tests are of, as bound for the requester. */
export function withTests<Request extends Pick<FetchRequest, 'columns'>>(
  request: Request,
  tests: readonly Filter[],
): Request {
  if (tests.length === 0 || request.columns.every(({ test }) => test === undefined)) return request;
  return { ...request, tests };
}
