import type { LinkEntry, ManyLinkEntry, RowEntry, RowShape } from '../../plan/rows/rowShape.js';
import { idOfRow } from '../../source/request/key.js';
import type { Json } from '../../value/scalarType.js';
import type { Page } from '../rowTree.js';

import { connectionWriter } from './connectionWriter.js';
import { at } from './path.js';
import { valueWriter } from './valueWriter.js';
import { errorAt, notUniqueAt, nullable, type WriteRow } from './writing.js';

type WriteEntry = WriteRow;

const emptyPage: Page = { rows: [], hasMore: false, total: 0, hasTwins: false };

function linkWriter(link: LinkEntry | ManyLinkEntry): WriteEntry {
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
        return null;
      case 'rows': {
        const target = branch.byKey.get(to);
        if (branch.several.has(to)) writing.errors.push(notUniqueAt(path, resource.name));
        if (!target || !writeRow) return null;
        return nullable(() => writeRow(target, branch.branches, writing, path));
      }
      case 'pages': {
        if (!writeList) return null;
        const { list, shapes } = branch;
        const page = branch.byKey.get(to) ?? emptyPage;
        return nullable(() => writeList(list, { page, shapes }, writing, path));
      }
    }
  };
}

function entryWriter(entry: RowEntry): WriteEntry {
  switch (entry.kind) {
    case 'value': {
      const write = valueWriter(entry);
      return (row, _branches, writing, path) => write(row, writing, path);
    }
    case 'typename':
      return () => entry.name;
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
  const entries = shape.entries.map((entry) => ({ key: entry.key, write: entryWriter(entry) }));
  const writer: WriteRow = (row, branches, writing, path) => {
    const object: Record<string, Json> = {};
    for (const { key, write } of entries) object[key] = write(row, branches, writing, path);
    return object;
  };
  writers.set(shape, writer);
  return writer;
}
