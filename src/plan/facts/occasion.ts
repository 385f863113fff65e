import type { Governance } from '../../catalog/model/catalog.js';
import type { Contract } from '../../contract/contract.js';
import { unreachable } from '../../shared/unreachable.js';
import type { ConnectionEntry, EdgeEntry, QueryPlan, RootStep, RowShape } from '../queryPlan.js';
import type { BoundWhere } from '../where/boundWhere.js';

/** The levels at which whoever looks somebody up does so for a case, and answers for it. */
const answeredFor: Readonly<Record<Governance['level'], boolean>> = {
  L1: false,
  L2: false,
  L3: true,
  L4: true,
  IMPORTANT: true,
};

function holds({ level }: Governance): boolean {
  return answeredFor[level];
}

function ofRow(row: RowShape): boolean {
  return row.entries.some((entry) => {
    switch (entry.kind) {
      case 'value':
        return holds(entry.field);
      case 'typename':
        return false;
      case 'link':
        return holds(entry.fetch.resource) || ofRow(entry.row);
      case 'manyLink':
        return holds(entry.list.fetch.resource) || entry.list.entries.some(ofConnection);
      default:
        return unreachable(entry);
    }
  });
}

function ofConnection(entry: ConnectionEntry | EdgeEntry): boolean {
  if (entry.kind === 'nodes' || entry.kind === 'node') return ofRow(entry.row);
  return entry.kind === 'edges' && entry.entries.some(ofConnection);
}

/**
 * Whether a root looks up or verifies data of level L3 or above: the resource itself, or any field
 * or linked resource read through it. Told by the plan alone, so that it says nothing of the data.
 * Lists are what a whole purpose answers for.
 */
export function needsOccasion(root: RootStep): boolean {
  switch (root.kind) {
    case 'lookup':
    case 'batchLookup':
      return holds(root.fetch.resource) || ofRow(root.row);
    case 'verify':
      return holds(root.fetch.resource) || root.claims.some(({ field }) => holds(field));
    case 'list':
    case 'aggregate':
    case 'statistics':
    case 'introspection':
    case 'empty':
    case 'typename':
      return false;
    default:
      return unreachable(root);
  }
}

/**
 * Whether the lists below a lookup are conditioned on data of level L3 or above, compared or gone
 * through by a link: which rows there are tells of it as much as a value would.
 *
 * @param wheres the conditions of lists that links lead to
 * @param types the decisions of the contract's types
 */
export function conditionsNeedOccasion(
  { roots }: Pick<QueryPlan, 'roots'>,
  wheres: readonly BoundWhere[],
  types: Contract['types'],
): boolean {
  if (!roots.some(({ kind }) => kind === 'lookup' || kind === 'batchLookup')) return false;
  return wheres.some(({ throughs, compared }) => {
    const fields = [...compared].flatMap(([resource, names]) =>
      [...names].flatMap((name) => types.get(resource)?.fields.get(name)?.field ?? []),
    );
    return throughs.some(({ target }) => holds(target.resource)) || fields.some(holds);
  });
}
