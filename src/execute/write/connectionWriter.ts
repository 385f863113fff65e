import { ValueMismatch } from '../../errors/valueMismatch.js';
import type { BoundList } from '../../plan/page/boundList.js';
import { positionOf } from '../../plan/page/position.js';
import type {
  ConnectionEntry,
  EdgeEntry,
  ListPlan,
  PageInfoEntry,
  RowShape,
} from '../../plan/rows/rowShape.js';
import { isTooLarge } from '../../source/column/tooLarge.js';
import type { FetchedRow } from '../../source/row.js';
import type { PageTree } from '../rowTree.js';

import { objectWriter, type WritePart } from './objectWriter.js';
import { at, type Path } from './path.js';
import type { WriteRow } from './writeRow.js';
import { writeRows } from './writeRows.js';
import { mismatchAt, noCursorAt, notUniqueAt, NullInNonNull, type Writing } from './writing.js';

/** What one connection is written from. */
interface Connection extends PageTree {
  readonly list: BoundList;
}

type WriteOfPage = WritePart<Connection, null>;
type WriteOfRow = WritePart<Connection, FetchedRow>;

/** Writes the cursor of a row: its sealed position in the list. */
function writeCursor(
  { list }: Connection,
  row: FetchedRow | undefined,
  { out, errors }: Writing,
  path: Path,
): void {
  if (!row) {
    out.null();
    return;
  }
  const { order, orderIndexes, cursors } = list;
  const position = positionOf(row, order, orderIndexes);
  if (position) {
    out.text(cursors.seal(position));
    return;
  }
  const { name } = list.plan.decision.resource;
  const large = order.find(({ column }, place) =>
    isTooLarge(column, row.at(orderIndexes[place] ?? -1) ?? null),
  );
  errors.push(
    large
      ? noCursorAt(path, name, large.column.bound)
      : mismatchAt(path, new ValueMismatch(`the order of ${name}`)),
  );
  throw new NullInNonNull();
}

const writeTypename =
  (name: string): WritePart<unknown, unknown> =>
  (_from, _with, { out }) => {
    out.text(name);
  };

function pageInfoMember({
  key,
  field,
}: Extract<PageInfoEntry, { kind: 'pageInfoField' }>): WriteOfPage {
  return (connection, _none, writing, path) => {
    const { rows, hasMore } = connection.page;
    const { isBackward, beyond } = connection.list.page;
    // A page has another one on the side of its cursor. Relay allows this cheap answer.
    const isInside = beyond !== null;
    switch (field) {
      case 'hasNextPage':
        writing.out.json(isBackward ? isInside : hasMore);
        return;
      case 'hasPreviousPage':
        writing.out.json(isBackward ? hasMore : isInside);
        return;
      case 'startCursor':
        writeCursor(connection, rows[0], writing, at(path, key));
        return;
      case 'endCursor':
        writeCursor(connection, rows.at(-1), writing, at(path, key));
    }
  };
}

function pageInfoWriter(key: string, entries: readonly PageInfoEntry[]): WriteOfPage {
  const write = objectWriter<Connection, null>(
    entries.map((part) => ({
      key: part.key,
      write: part.kind === 'typename' ? writeTypename(part.name) : pageInfoMember(part),
    })),
  );
  return (connection, none, writing, path) => {
    write(connection, none, writing, at(path, key));
  };
}

function pageWriter(key: string, write: WriteOfRow): WriteOfPage {
  return (connection, _none, writing, path) => {
    writeRows(connection.page.rows, writing, at(path, key), (row, place) => {
      write(connection, row, writing, place);
    });
  };
}

/** Makes the writers of a connection's parts, keys in the order asked. */
class ConnectionCompiler {
  readonly #rowWriter: (shape: RowShape) => WriteRow;

  constructor(rowWriter: (shape: RowShape) => WriteRow) {
    this.#rowWriter = rowWriter;
  }

  entry(entry: ConnectionEntry): WriteOfPage {
    switch (entry.kind) {
      case 'typename':
        return writeTypename(entry.name);
      case 'nodes':
        return pageWriter(entry.key, this.#node(entry.row));
      case 'edges':
        return pageWriter(entry.key, this.#edge(entry.entries));
      case 'pageInfo':
        return pageInfoWriter(entry.key, entry.entries);
      case 'totalCount':
        return ({ page }, _none, { out }) => {
          out.json(page.total);
        };
    }
  }

  #node(shape: RowShape): WriteOfRow {
    const write = this.#rowWriter(shape);
    return ({ shapes }, row, writing, path) => {
      const branches = shapes.get(shape);
      if (!branches) throw new TypeError('the links of a shape were not followed');
      write(row, branches, writing, path);
    };
  }

  #edge(entries: readonly EdgeEntry[]): WriteOfRow {
    return objectWriter(entries.map((part) => ({ key: part.key, write: this.#part(part) })));
  }

  #part(part: EdgeEntry): WriteOfRow {
    switch (part.kind) {
      case 'typename':
        return writeTypename(part.name);
      case 'cursor':
        return (connection, row, writing, path) => {
          writeCursor(connection, row, writing, at(path, part.key));
        };
      case 'node': {
        const write = this.#node(part.row);
        return (connection, row, writing, path) => {
          write(connection, row, writing, at(path, part.key));
        };
      }
    }
  }
}

/**
 * Writes a page as a Relay connection.
 *
 * @throws {NullInNonNull} where a row has no position, or lacks a value that the schema requires
 */
export type WriteConnection = WritePart<BoundList, PageTree>;

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
  const write = objectWriter<Connection, null>(
    list.entries.map((entry) => ({ key: entry.key, write: compiler.entry(entry) })),
  );
  const writer: WriteConnection = (bound, { page, shapes }, writing, path) => {
    if (page.hasTwins) {
      writing.errors.push(notUniqueAt(path, list.decision.resource.name));
      writing.out.null();
      return;
    }
    write({ page, shapes, list: bound }, null, writing, path);
  };
  writers.set(list, writer);
  return writer;
}
