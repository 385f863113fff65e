import type { BoundListRoot } from '../../plan/roots/list.js';
import { fetchShapes } from '../fetch/fetchLinks.js';
import { fetchPage } from '../fetch/fetchPages.js';
import { resolveElsewhere } from '../fetch/resolveElsewhere.js';
import type { RootExecutor } from '../rootExecutor.js';
import type { PageTree } from '../rowTree.js';
import { connectionWriter } from '../write/connectionWriter.js';
import { at } from '../write/path.js';
import { rowWriter } from '../write/rowWriter.js';
import { nullable } from '../write/writing.js';

/** Lists a page of rows. */
export const list: RootExecutor<BoundListRoot, PageTree> = {
  toRequest: ({ list: bound }) => ({ kind: 'pages', name: 'list', list: bound }),

  async fetch({ list: bound }, fetching) {
    const { fetcher } = fetching;
    const { plan, where } = bound;
    const filter = await resolveElsewhere(bound.filter, where, plan.fetch.source, fetcher);
    const page = await fetchPage({ ...bound, filter }, fetcher);
    return { page, shapes: await fetchShapes(plan, page.rows, fetching) };
  },

  write({ step, list: bound }, fetched, writing) {
    const write = connectionWriter(bound.plan, rowWriter);
    nullable(writing, () => {
      write(bound, fetched, writing, at(null, step.key));
    });
  },
};
