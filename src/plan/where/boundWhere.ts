import type { ResourceDecision } from '../../policy/model/decisions.js';
import { allRows, type Filter, type Related } from '../../source/filter.js';

/** A condition through a link, for the cost, the record and explanations. */
export interface Through {
  /** Where it stands: `Resident.companies`. */
  readonly link: string;
  readonly target: ResourceDecision;
  readonly kind: 'related' | 'elsewhere';
  readonly related: Related;
}

/** The conditions of an operation on one list, bound. */
export interface BoundWhere {
  readonly filter: Filter;
  /** The conditions through links, each before the one that it stands in. */
  readonly throughs: readonly Through[];
  /** The fields that are compared, by resource. */
  readonly compared: ReadonlyMap<string, ReadonlySet<string>>;
  /** The most rows of other sources that the conditions may go through. */
  readonly maxRelatedRows: number;
}

/** No condition. */
export const noWhere: BoundWhere = Object.freeze({
  filter: allRows,
  throughs: [],
  compared: new Map(),
  maxRelatedRows: 0,
});
