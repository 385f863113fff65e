import type { LinkEntry, ManyLinkEntry, RowEntry, RowShape } from '../../plan/rows/rowShape.js';
import { idOfRow } from '../../source/request/key.js';
import type { Page } from '../rowTree.js';

import { connectionWriter } from './connectionWriter.js';
import { jsonBytes } from './jsonOut.js';
import { objectWriter } from './objectWriter.js';
import { at } from './path.js';
import { valueWriter } from './valueWriter.js';
import type { WriteRow } from './writeRow.js';
import { errorAt, notUniqueAt, nullable } from './writing.js';

const emptyPage: Page = { rows: [], hasMore: false, total: 0, hasTwins: false };

function linkWriter(link: LinkEntry | ManyLinkEntry): WriteRow {
  const { key, fromIndexes } = link;
  const { resource } = link.kind === 'link' ? link.fetch : link.list.fetch;
  const writeRow = link.kind === 'link' ? rowWriter(link.row) : null;
  const writeList = link.kind === 'manyLink' ? connectionWriter(link.list, rowWriter) : null;
  return (row, branches, writing, parent) => {
    const path = at(parent, key);
    const branch = branches.get(link);
    if (!branch) throw new TypeError('a link of the plan was not followed');
    const to = idOfRow(link.to, fromIndexes, row);
    switch (branch.kind) {
      case 'failed':
        writing.errors.push(errorAt(path, branch.error));
        writing.out.null();
        return;
      case 'rows': {
        const target = branch.byKey.get(to);
        if (branch.several.has(to)) writing.errors.push(notUniqueAt(path, resource.name));
        if (!target || !writeRow) writing.out.null();
        else
          nullable(writing, () => {
            writeRow(target, branch.branches, writing, path);
          });
        return;
      }
      case 'pages': {
        if (!writeList) throw new TypeError('a link to one row led to pages');
        const { list, shapes } = branch;
        const page = branch.byKey.get(to) ?? emptyPage;
        nullable(writing, () => {
          writeList(list, { page, shapes }, writing, path);
        });
      }
    }
  };
}

function entryWriter(entry: RowEntry): WriteRow {
  switch (entry.kind) {
    case 'value': {
      const write = valueWriter(entry);
      return (row, _branches, writing, path) => {
        write(row, writing, path);
      };
    }
    case 'typename': {
      const name = jsonBytes(JSON.stringify(entry.name));
      return (_row, _branches, { out }) => {
        out.bytes(name);
      };
    }
    case 'link':
    case 'manyLink':
      return linkWriter(entry);
  }
}

/**
 * The writer of each shape. A shape belongs to one plan: its writer is made for the plan's first
 * answer and goes with the plan.
 */
const writers = new WeakMap<RowShape, WriteRow>();

/** Makes, or finds, the writer of a shape of rows. */
export function rowWriter(shape: RowShape): WriteRow {
  const known = writers.get(shape);
  if (known) return known;
  const writer = objectWriter(
    shape.entries.map((entry) => ({ key: entry.key, write: entryWriter(entry) })),
  );
  writers.set(shape, writer);
  return writer;
}
