import type { LinkEntry, ManyLinkEntry, RowShape, ValueEntry } from '../../plan/queryPlan.js';
import type { Row } from '../../source/row.js';
import type { Page } from '../fetch/fetchPages.js';
import type { Level } from '../fetch/level.js';

import { assembleConnection, type AssembleNode } from './assembleConnection.js';
import {
  at,
  errorAt,
  nullable,
  NullInNonNull,
  type Assembly,
  type Json,
  type Path,
} from './assembly.js';
import { readValue, type Scalar } from './readValue.js';

function assembleValue(entry: ValueEntry, row: Row, assembly: Assembly, path: Path): Scalar {
  const value = readValue(entry, row[entry.index] ?? null, assembly.hashKeys);
  if (value !== undefined && (value !== null || entry.field.nullable)) return value;
  const cause = new TypeError(`a value at the source does not fit its field "${entry.field.name}"`);
  assembly.errors.push(errorAt(at(path, entry.key), cause));
  if (entry.field.nullable) return null;
  throw new NullInNonNull();
}

/** Makes the nodes of a connection, their links followed before. */
export function nodesOf(levels: ReadonlyMap<RowShape, Level>, assembly: Assembly): AssembleNode {
  return (shape, row, path) => {
    const level = levels.get(shape);
    if (!level) throw new TypeError('the links of a shape were not followed');
    return assembleRow(shape, row, level, assembly, path);
  };
}

const emptyPage: Page = { rows: [], hasMore: false, total: 0 };

function assembleLink(
  link: LinkEntry | ManyLinkEntry,
  row: Row,
  level: Level,
  assembly: Assembly,
  path: Path,
): Json {
  const linked = level.get(link);
  if (!linked) throw new TypeError('a link of the plan was not followed');
  const key = row[link.fromIndex] ?? null;
  switch (linked.kind) {
    case 'failed':
      assembly.errors.push(errorAt(path, linked.error));
      return null;
    case 'row': {
      const target = linked.byKey.get(key);
      if (!target || link.kind !== 'link') return null;
      return nullable(() => assembleRow(link.row, target, linked.level, assembly, path));
    }
    case 'pages': {
      const page = linked.byKey.get(key) ?? emptyPage;
      const nodes = nodesOf(linked.levels, assembly);
      return nullable(() => assembleConnection(linked.list, page, nodes, assembly, path));
    }
  }
}

/**
 * Makes the object of the answer from a row, values in their decided form, keys in the order asked.
 *
 * @throws {NullInNonNull} where a value is missing that the schema says is there
 */
export function assembleRow(
  shape: RowShape,
  row: Row,
  level: Level,
  assembly: Assembly,
  path: Path,
): Json {
  const object: Record<string, Json> = {};
  for (const entry of shape.entries) {
    switch (entry.kind) {
      case 'value':
        object[entry.key] = assembleValue(entry, row, assembly, path);
        break;
      case 'typename':
        object[entry.key] = entry.name;
        break;
      case 'link':
      case 'manyLink':
        object[entry.key] = assembleLink(entry, row, level, assembly, at(path, entry.key));
    }
  }
  return object;
}
