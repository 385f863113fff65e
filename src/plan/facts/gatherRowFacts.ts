import { unreachable } from '../../shared/unreachable.js';
import type { ConnectionEntry, EdgeEntry, RowEntry, RowFacts, RowShape } from '../rows/rowShape.js';

import { highestLevel, type HeldLevel } from './highestLevel.js';
import { mergeReads, shown, type Reads } from './reads.js';

/** The resource of the rows. */
interface OfResource {
  readonly name: string;
  readonly level: HeldLevel;
}

function gatherEntryFacts(entry: RowEntry, resource: string): RowFacts {
  const nothing: RowFacts = { reads: new Map(), level: null, rows: 0, lists: [] };
  switch (entry.kind) {
    case 'value': {
      const { name, level } = entry.field;
      const reads: Reads = new Map([[resource, new Map([[name, shown(entry.form)]])]]);
      return { ...nothing, reads, level };
    }
    case 'typename':
      return nothing;
    case 'link':
      return entry.row.facts;
    case 'manyLink': {
      const { facts } = entry.list;
      const lists = [entry.list];
      if (!entry.junction) return { ...nothing, reads: facts.reads, level: facts.level, lists };
      // It shows nothing of a junction's rows, and tells that they are there.
      const { name, level } = entry.junction.fetch.resource;
      const reads = mergeReads([facts.reads, new Map([[name, new Map()]])]);
      return { ...nothing, reads, level: highestLevel([facts.level, level]), lists };
    }
    default:
      return unreachable(entry);
  }
}

function combine(
  own: Pick<RowFacts, 'rows'>,
  { name, level }: OfResource,
  parts: readonly RowFacts[],
): RowFacts {
  return {
    reads: mergeReads([new Map([[name, new Map()]]), ...parts.map(({ reads }) => reads)]),
    level: highestLevel([level, ...parts.map((part) => part.level)]),
    rows: parts.reduce((rows, part) => rows + part.rows, own.rows),
    lists: parts.flatMap(({ lists }) => lists),
  };
}

/** Gathers the facts of rows from the entries that are asked of them. */
export function gatherRowFacts(resource: OfResource, entries: readonly RowEntry[]): RowFacts {
  const parts = entries.map((entry) => gatherEntryFacts(entry, resource.name));
  return combine({ rows: 1 }, resource, parts);
}

/**
 * All shapes in which the rows of a connection are asked for: its nodes, and the nodes of its
 * edges.
 */
export function rowShapes(entries: readonly (ConnectionEntry | EdgeEntry)[]): readonly RowShape[] {
  return entries.flatMap((entry) => {
    if (entry.kind === 'nodes' || entry.kind === 'node') return entry.row;
    return entry.kind === 'edges' ? rowShapes(entry.entries) : [];
  });
}

/** Gathers the facts of one row of a list, in all its shapes. */
export function gatherListedFacts(
  resource: OfResource,
  entries: readonly ConnectionEntry[],
): RowFacts {
  const shapes = rowShapes(entries).map(({ facts }) => facts);
  return combine({ rows: 0 }, resource, shapes);
}
