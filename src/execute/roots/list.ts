import type { BoundListRoot } from '../../plan/roots/list.js';
import { fetchPageTree } from '../fetch/fetchPageTree.js';
import type { RootExecutor } from '../rootExecutor.js';
import type { PageTree } from '../rowTree.js';
import { connectionWriter } from '../write/connectionWriter.js';
import { at } from '../write/path.js';
import { rowWriter } from '../write/rowWriter.js';
import { nullable } from '../write/writing.js';

/** Lists a page of rows. */
export const list: RootExecutor<BoundListRoot, PageTree> = {
  toRequest: ({ list: bound }) => ({ kind: 'pages', name: 'list', list: bound }),

  fetch: ({ list: bound }, fetching) => fetchPageTree(bound, fetching),

  write({ step, list: bound }, fetched, writing) {
    const write = connectionWriter(bound.plan, rowWriter);
    nullable(writing, () => {
      write(bound, fetched, writing, at(null, step.key));
    });
  },
};
