import type { Asking } from '../../src/source/asking.js';
import type { Connector } from '../../src/source/connector.js';
import type { FetchRequest } from '../../src/source/request/fetchRequest.js';
import type { Row } from '../../src/source/row.js';

/** A connector whose fetched rows are arrays. */
export interface ArrayConnector extends Connector {
  fetch(request: FetchRequest, asking?: Asking): Promise<readonly Row[]>;
}

/** Lets a connector give rows as arrays, each value read as whoever writes an answer reads it. */
export function inArrays(connector: Connector): ArrayConnector {
  const fetch = connector.fetch.bind(connector);
  return Object.assign(connector, {
    async fetch(request: FetchRequest, asking?: Asking): Promise<readonly Row[]> {
      const rows = await fetch(request, asking);
      return rows.map((row) => request.columns.map((_, at) => row.at(at) ?? null));
    },
  });
}
