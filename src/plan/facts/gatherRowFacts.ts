import { unreachable } from '../../shared/unreachable.js';
import type { ConnectionEntry, EdgeEntry, RowEntry, RowFacts, RowShape } from '../rows/rowShape.js';

import { highestLevel, type HeldLevel } from './highestLevel.js';
import { mergeReads, shown, type Reads } from './reads.js';

/** What facts of rows hang on: the resource that they are of. */
interface OfResource {
  readonly name: string;
  readonly level: HeldLevel;
}

/** What an entry adds to the facts of its row. */
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
      const { reads, level } = entry.list.facts;
      return { ...nothing, reads, level, lists: [entry.list] };
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

/** The facts of rows of which these entries are asked. */
export function gatherRowFacts(resource: OfResource, entries: readonly RowEntry[]): RowFacts {
  const parts = entries.map((entry) => gatherEntryFacts(entry, resource.name));
  return combine({ rows: 1 }, resource, parts);
}

/** Every shape in which the rows of a connection are asked for: as its nodes, and by its edges. */
export function rowShapes(entries: readonly (ConnectionEntry | EdgeEntry)[]): readonly RowShape[] {
  return entries.flatMap((entry) => {
    if (entry.kind === 'nodes' || entry.kind === 'node') return entry.row;
    return entry.kind === 'edges' ? rowShapes(entry.entries) : [];
  });
}

/** The facts of one row of a list, which may be asked for in several shapes. */
export function gatherListedFacts(
  resource: OfResource,
  entries: readonly ConnectionEntry[],
): RowFacts {
  const shapes = rowShapes(entries).map(({ facts }) => facts);
  return combine({ rows: 0 }, resource, shapes);
}
