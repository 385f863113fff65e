import type { FieldNode } from 'graphql';

import { collectEntries } from '../operation/collectEntries.js';
import type { PlanContext } from '../planContext.js';
import type {
  ConnectionEntry,
  EdgeEntry,
  PageInfoEntry,
  PageInfoField,
  RowShape,
} from '../rows/rowShape.js';

/**
 * Compiles the selections on a Relay connection.
 *
 * @param typeName the type of its nodes
 * @param rowOf compiles the selections on each node
 */
export function compileConnection(
  context: PlanContext,
  typeName: string,
  nodes: readonly FieldNode[],
  rowOf: (of: readonly FieldNode[]) => RowShape,
): readonly ConnectionEntry[] {
  const collect = (of: readonly FieldNode[]) => collectEntries(context, of);

  function edgeEntry(name: string, key: string, inner: readonly FieldNode[]): EdgeEntry {
    if (name === '__typename') return { kind: 'typename', key, name: `${typeName}Edge` };
    return name === 'cursor' ? { kind: 'cursor', key } : { kind: 'node', key, row: rowOf(inner) };
  }

  function pageInfoEntry(name: string, key: string): PageInfoEntry {
    if (name === '__typename') return { kind: 'typename', key, name: 'PageInfo' };
    // Validation has let only the fields of PageInfo through.
    return { kind: 'pageInfoField', key, field: name as PageInfoField };
  }

  return collect(nodes).map(({ key, name, inner }): ConnectionEntry => {
    switch (name) {
      case 'nodes':
        return { kind: 'nodes', key, row: rowOf(inner) };
      case 'edges': {
        const entries = collect(inner).map((part) => edgeEntry(part.name, part.key, part.inner));
        return { kind: 'edges', key, entries };
      }
      case 'pageInfo': {
        const entries = collect(inner).map((part) => pageInfoEntry(part.name, part.key));
        return { kind: 'pageInfo', key, entries };
      }
      case 'totalCount':
        return { kind: 'totalCount', key };
      default:
        return { kind: 'typename', key, name: `${typeName}Connection` };
    }
  });
}

const cursorFields: readonly PageInfoField[] = ['startCursor', 'endCursor'];

/** Whether a connection asks for cursors. If it does, the columns of the order must be read. */
export function asksForCursors(entries: readonly ConnectionEntry[]): boolean {
  return entries.some((entry) => {
    if (entry.kind === 'edges') return entry.entries.some(({ kind }) => kind === 'cursor');
    if (entry.kind !== 'pageInfo') return false;
    return entry.entries.some(
      (part) => part.kind === 'pageInfoField' && cursorFields.includes(part.field),
    );
  });
}
