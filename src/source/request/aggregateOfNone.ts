import type { Row, SqlValue } from '../row.js';

import type { AggregateRequest, Measure } from './aggregateRequest.js';

function ofNone({ kind }: Measure): SqlValue {
  switch (kind) {
    case 'count':
    case 'values':
    case 'distinct':
      return 0;
    case 'sum':
    case 'sumWithin':
    case 'min':
    case 'max':
      return null;
    default:
      return kind satisfies never;
  }
}

/** What an aggregate gives where no row can match. It saves asking the source. */
export function aggregateOfNone({ groupBy, measures }: AggregateRequest): readonly Row[] {
  return groupBy.length > 0 ? [] : [measures.map(ofNone)];
}
