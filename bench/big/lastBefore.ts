import type { BigGateway } from './gateway/bigGateway.js';
import { scalarsOf } from './scalarsOf.js';

/** How many rows stand before a deep page, where there are as many. */
const depth = 300_000;
const pageSize = 500;

interface Page {
  readonly nodes: readonly object[];
  readonly pageInfo: { readonly endCursor: string | null };
}

/**
 * Goes through the pages of a list, by its cursors as any client would.
 *
 * @param query gives pages of 500
 * @returns the cursor behind the last of them, and the values of its last row
 */
export async function lastBefore(
  gateway: BigGateway,
  query: string,
  rows: number,
): Promise<{ readonly cursor: string; readonly last: readonly string[] }> {
  let after: string | null = null;
  let last: object = {};
  for (let seen = 0; seen < Math.min(depth, rows / 2); seen += pageSize) {
    const { data, errors } = await gateway.ask({ purpose: 'all', query, variables: { after } });
    if (errors[0]) throw errors[0];
    const { items } = data as { readonly items: Page };
    last = items.nodes.at(-1) ?? {};
    after = items.pageInfo.endCursor;
  }
  if (after === null) throw new Error('a list has no page that is deep in it');
  return { cursor: after, last: scalarsOf(last) };
}
