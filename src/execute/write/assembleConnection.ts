import type { BoundList } from '../../plan/boundPlan.js';
import { positionOf } from '../../plan/page/position.js';
import type { ConnectionEntry, EdgeEntry, PageInfoField, RowShape } from '../../plan/queryPlan.js';
import type { Row } from '../../source/row.js';
import type { Page } from '../fetch/fetchPages.js';

import { at, errorAt, NullInNonNull, type Assembly, type Json, type Path } from './assembly.js';

/** Makes the object of a node, in one of the shapes in which nodes are asked for. */
export type AssembleNode = (shape: RowShape, row: Row, path: Path) => Json;

/** Makes one connection of an answer. */
class ConnectionAssembler {
  readonly #list: BoundList;
  readonly #page: Page;
  readonly #node: AssembleNode;
  readonly #assembly: Assembly;

  constructor(list: BoundList, page: Page, node: AssembleNode, assembly: Assembly) {
    this.#list = list;
    this.#page = page;
    this.#node = node;
    this.#assembly = assembly;
  }

  entry(entry: ConnectionEntry, path: Path): Json {
    const { rows } = this.#page;
    switch (entry.kind) {
      case 'typename':
        return entry.name;
      case 'nodes':
        return rows.map((row, index) => this.#node(entry.row, row, at(path, index)));
      case 'edges':
        return rows.map((row, index) => this.#edge(entry.entries, row, at(path, index)));
      case 'pageInfo': {
        const info: Record<string, Json> = {};
        for (const part of entry.entries) {
          info[part.key] =
            part.kind === 'typename' ? part.name : this.#pageInfo(part.field, at(path, part.key));
        }
        return info;
      }
      case 'totalCount':
        return this.#page.total;
    }
  }

  #edge(entries: readonly EdgeEntry[], row: Row, path: Path): Json {
    const edge: Record<string, Json> = {};
    for (const part of entries) {
      const partPath = at(path, part.key);
      if (part.kind === 'typename') edge[part.key] = part.name;
      else if (part.kind === 'cursor') edge[part.key] = this.#cursor(row, partPath);
      else edge[part.key] = this.#node(part.row, row, partPath);
    }
    return edge;
  }

  #pageInfo(field: PageInfoField, path: Path): Json {
    const { rows, hasMore } = this.#page;
    const { isBackward, beyond } = this.#list.page;
    // Relay allows what is cheap to tell: on the side of its cursor, a page has another.
    const isInside = beyond !== null;
    switch (field) {
      case 'hasNextPage':
        return isBackward ? isInside : hasMore;
      case 'hasPreviousPage':
        return isBackward ? hasMore : isInside;
      case 'startCursor':
        return this.#cursor(rows[0], path);
      case 'endCursor':
        return this.#cursor(rows.at(-1), path);
    }
  }

  /** The cursor of a row: where it lies in the list's order, sealed. */
  #cursor(row: Row | undefined, path: Path): string | null {
    if (!row) return null;
    const { order, orderIndexes, cursors } = this.#list;
    const position = positionOf(row, order, orderIndexes);
    if (position) return cursors.seal(position);
    const cause = new TypeError('a row has no place in the order of its list');
    this.#assembly.errors.push(errorAt(path, cause));
    throw new NullInNonNull();
  }
}

/**
 * Makes a Relay connection of a page, keys in the order asked.
 *
 * @throws {NullInNonNull} where a row is at fault
 */
export function assembleConnection(
  list: BoundList,
  page: Page,
  node: AssembleNode,
  assembly: Assembly,
  path: Path,
): Json {
  const assembler = new ConnectionAssembler(list, page, node, assembly);
  const connection: Record<string, Json> = {};
  for (const entry of list.step.entries) {
    connection[entry.key] = assembler.entry(entry, at(path, entry.key));
  }
  return connection;
}
