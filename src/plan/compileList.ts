import type { FieldNode } from 'graphql';

import type { ResourceDecision } from '../policy/decision.js';

import { collectFields, selectionSetsOf } from './collectFields.js';
import { ColumnList, compileRow, openFetch, type PlanContext } from './compileRow.js';
import type {
  ConnectionEntry,
  EdgeEntry,
  ListRoot,
  PageInfoEntry,
  PageInfoField,
} from './queryPlan.js';

/** Compiles a list root: one fetch, shaped as a Relay connection. */
export function compileList(
  context: PlanContext,
  decision: ResourceDecision,
  key: string,
  nodes: readonly [FieldNode, ...FieldNode[]],
): ListRoot {
  const { resource } = decision;
  const { pageBy } = resource;
  if (!pageBy) throw new TypeError('a resource without pageBy is listed');
  const columns = new ColumnList();
  const fetch = openFetch(context, decision, columns);
  const collect = (of: readonly FieldNode[]) =>
    collectFields(context.resolved, selectionSetsOf(of), context.inclusion);
  const rowOf = (of: readonly FieldNode[]) =>
    compileRow(context, decision, selectionSetsOf(of), columns);

  function edgeEntry(name: string, entryKey: string, of: readonly FieldNode[]): EdgeEntry {
    if (name === '__typename') {
      return { kind: 'typename', key: entryKey, name: `${resource.name}Edge` };
    }
    return name === 'cursor'
      ? { kind: 'cursor', key: entryKey }
      : { kind: 'node', key: entryKey, row: rowOf(of) };
  }

  function pageInfoEntry(name: string, entryKey: string): PageInfoEntry {
    if (name === '__typename') return { kind: 'typename', key: entryKey, name: 'PageInfo' };
    // Validation has left the fields of PageInfo only.
    return { kind: 'pageInfoField', key: entryKey, field: name as PageInfoField };
  }

  function connectionEntry(entryKey: string, of: readonly FieldNode[]): ConnectionEntry {
    const name = of[0]?.name.value ?? '';
    switch (name) {
      case 'nodes':
        return { kind: 'nodes', key: entryKey, row: rowOf(of) };
      case 'edges': {
        const entries = [...collect(of)].map(([inner, innerNodes]) =>
          edgeEntry(innerNodes[0]?.name.value ?? '', inner, innerNodes),
        );
        return { kind: 'edges', key: entryKey, entries };
      }
      case 'pageInfo': {
        const entries = [...collect(of)].map(([inner, innerNodes]) =>
          pageInfoEntry(innerNodes[0]?.name.value ?? '', inner),
        );
        return { kind: 'pageInfo', key: entryKey, entries };
      }
      default:
        return { kind: 'typename', key: entryKey, name: `${resource.name}Connection` };
    }
  }

  const entries = [...collect(nodes)].map(([inner, of]) => connectionEntry(inner, of));
  const pageIndex = columns.indexOf(pageBy);
  return { kind: 'list', key, node: nodes[0], decision, pageBy, pageIndex, fetch, entries };
}
