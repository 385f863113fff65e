import { expect, it } from '@jest/globals';

import { Fetcher } from '../../../src/execute/fetch/fetcher.js';
import { Gatherer } from '../../../src/execute/fetch/gatherer.js';
import { keysRequest } from '../../../src/execute/keysRequest.js';
import type { KeyedFetch } from '../../../src/plan/rows/fetch.js';
import type { SourceName } from '../../../src/shared/brand.js';
import type { Lane } from '../../../src/source/asking.js';
import { fullCapabilities } from '../../../src/source/capabilities.js';
import type { Column } from '../../../src/source/column/column.js';
import type { Connector } from '../../../src/source/connector.js';
import { allRows } from '../../../src/source/request/filter.js';
import type { Key } from '../../../src/source/request/key.js';

const source = 's' as SourceName;
const column: Column = { name: 'id', storage: 'TEXT', nullable: false, exact: true };
const fetch = { source, table: 't', columns: [column] };
const place = { fetch, to: [column], toIndexes: [0], isVouched: false } as unknown as KeyedFetch;

/** How many statements two requests of one client and moment become. */
async function statementsOf(isUnique: boolean, lane: Lane, isRemote = true): Promise<number> {
  let sent = 0;
  const connector = {
    capabilities: { ...fullCapabilities, isRemote },
    laneOf: () => lane,
    fetch: () => {
      sent += 1;
      return Promise.resolve([]);
    },
  } as unknown as Connector;
  const gatherer = new Gatherer();
  const asked = ['x', 'y'].map((key) => {
    const bound = { scopes: [], tests: [], asker: 'a' };
    const requestFor = (keys: readonly Key[]) => keysRequest(place, allRows, keys);
    return new Fetcher(new Map([[source, connector]]), bound, gatherer).fetchKeyed({
      ...{ source, place, isUnique, bound: allRows, keys: [[key]], requestFor },
    });
  });
  await Promise.all(asked);
  return sent;
}

it('puts together what is asked of a server by unique keys, and nothing else', async () => {
  expect(await statementsOf(true, 'light')).toBe(1);
  expect(await statementsOf(false, 'light')).toBe(2);
  expect(await statementsOf(true, 'heavy')).toBe(2);
  expect(await statementsOf(true, 'light', false)).toBe(2);
});
