import { ValueMismatch } from '../../errors/valueMismatch.js';
import type { BoundList } from '../../plan/page/boundList.js';
import { positionOf } from '../../plan/page/position.js';
import type {
  ConnectionEntry,
  EdgeEntry,
  ListPlan,
  PageInfoEntry,
  PageInfoField,
  RowShape,
} from '../../plan/rows/rowShape.js';
import { isTooLarge } from '../../source/column/tooLarge.js';
import type { FetchedRow } from '../../source/row.js';
import type { Json } from '../../value/scalarType.js';
import type { PageTree } from '../rowTree.js';

import { at, type Path } from './path.js';
import { writeRows } from './writeRows.js';
import {
  mismatchAt,
  noCursorAt,
  notUniqueAt,
  NullInNonNull,
  type WriteRow,
  type Writing,
} from './writing.js';

/** What one connection is written from. */
interface Connection extends PageTree {
  readonly list: BoundList;
  readonly writing: Writing;
}

type WriteEntry = (connection: Connection, path: Path) => Json;
type WritePart = (connection: Connection, row: FetchedRow, path: Path) => Json;

/** Writes the cursor of a row: its sealed position in the list. */
function writeCursor({ list, writing }: Connection, row: FetchedRow | undefined, path: Path): Json {
  if (!row) return null;
  const { order, orderIndexes, cursors } = list;
  const position = positionOf(row, order, orderIndexes);
  if (position) return cursors.seal(position);
  const { name } = list.plan.decision.resource;
  const large = order.find(({ column }, place) =>
    isTooLarge(column, row.at(orderIndexes[place] ?? -1) ?? null),
  );
  writing.errors.push(
    large
      ? noCursorAt(path, name, large.column.bound)
      : mismatchAt(path, new ValueMismatch(`the order of ${name}`)),
  );
  throw new NullInNonNull();
}

function writePageInfo(field: PageInfoField, connection: Connection, path: Path): Json {
  const { rows, hasMore } = connection.page;
  const { isBackward, beyond } = connection.list.page;
  // A page has another one on the side of its cursor. Relay allows this cheap answer.
  const isInside = beyond !== null;
  switch (field) {
    case 'hasNextPage':
      return isBackward ? isInside : hasMore;
    case 'hasPreviousPage':
      return isBackward ? hasMore : isInside;
    case 'startCursor':
      return writeCursor(connection, rows[0], path);
    case 'endCursor':
      return writeCursor(connection, rows.at(-1), path);
  }
}

function pageInfoWriter(entries: readonly PageInfoEntry[]): WriteEntry {
  return (connection, path) => {
    const info: Record<string, Json> = {};
    for (const part of entries) {
      info[part.key] =
        part.kind === 'typename'
          ? part.name
          : writePageInfo(part.field, connection, at(path, part.key));
    }
    return info;
  };
}

function writePage(connection: Connection, list: Path, write: WritePart): Json {
  const { page, writing } = connection;
  return writeRows(page.rows, writing, list, (row, path) => write(connection, row, path));
}

/** Makes the writers of a connection's parts, keys in the order asked. */
class ConnectionCompiler {
  readonly #rowWriter: (shape: RowShape) => WriteRow;

  constructor(rowWriter: (shape: RowShape) => WriteRow) {
    this.#rowWriter = rowWriter;
  }

  entry(entry: ConnectionEntry): WriteEntry {
    switch (entry.kind) {
      case 'typename':
        return () => entry.name;
      case 'nodes': {
        const write = this.#node(entry.row);
        return (connection, path) => writePage(connection, path, write);
      }
      case 'edges': {
        const write = this.#edge(entry.entries);
        return (connection, path) => writePage(connection, path, write);
      }
      case 'pageInfo':
        return pageInfoWriter(entry.entries);
      case 'totalCount':
        return ({ page }) => page.total;
    }
  }

  #node(shape: RowShape): WritePart {
    const write = this.#rowWriter(shape);
    return ({ shapes, writing }, row, path) => {
      const branches = shapes.get(shape);
      if (!branches) throw new TypeError('the links of a shape were not followed');
      return write(row, branches, writing, path);
    };
  }

  #edge(entries: readonly EdgeEntry[]): WritePart {
    const parts = entries.map((part) => ({ key: part.key, write: this.#part(part) }));
    return (connection, row, path) => {
      const edge: Record<string, Json> = {};
      for (const { key, write } of parts) edge[key] = write(connection, row, at(path, key));
      return edge;
    };
  }

  #part(part: EdgeEntry): WritePart {
    switch (part.kind) {
      case 'typename':
        return () => part.name;
      case 'cursor':
        return writeCursor;
      case 'node':
        return this.#node(part.row);
    }
  }
}

/**
 * Writes a page as a Relay connection.
 *
 * @throws {NullInNonNull} where a row has no position, or lacks a value that the schema requires
 */
export type WriteConnection = (
  list: BoundList,
  fetched: PageTree,
  writing: Writing,
  path: Path,
) => Json;

/**
 * The writer of each list. A list belongs to one plan: its writer is made for the plan's first
 * answer and goes with the plan.
 */
const writers = new WeakMap<ListPlan, WriteConnection>();

/**
 * Makes, or finds, the writer of a list.
 *
 * @param rowWriter makes the writers of its rows
 */
export function connectionWriter(
  list: ListPlan,
  rowWriter: (shape: RowShape) => WriteRow,
): WriteConnection {
  const known = writers.get(list);
  if (known) return known;
  const compiler = new ConnectionCompiler(rowWriter);
  const entries = list.entries.map((entry) => ({ key: entry.key, write: compiler.entry(entry) }));
  const writer: WriteConnection = (bound, fetched, writing, path) => {
    const { page, shapes } = fetched;
    if (page.hasTwins) {
      writing.errors.push(notUniqueAt(path, list.decision.resource.name));
      return null;
    }
    const connection: Connection = { page, shapes, list: bound, writing };
    const object: Record<string, Json> = {};
    for (const { key, write } of entries) object[key] = write(connection, at(path, key));
    return object;
  };
  writers.set(list, writer);
  return writer;
}
