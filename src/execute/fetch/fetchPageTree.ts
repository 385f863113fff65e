import type { BoundList } from '../../plan/page/boundList.js';
import type { PageTree } from '../rowTree.js';

import { fetchShapes } from './fetchLinks.js';
import { fetchPage } from './fetchPages.js';
import type { Fetching } from './fetching.js';
import { resolveElsewhere } from './resolveElsewhere.js';

/** Fetches the page of a root's list, with everything behind the links of its rows. */
export async function fetchPageTree(bound: BoundList, fetching: Fetching): Promise<PageTree> {
  const { fetcher } = fetching;
  const { plan, where } = bound;
  const filter = await resolveElsewhere(bound.filter, where, plan.fetch.source, fetcher);
  const list = filter === bound.filter ? bound : { ...bound, filter };
  const page = await fetchPage(list, fetcher);
  return { page, shapes: await fetchShapes(plan, page.rows, fetching) };
}
