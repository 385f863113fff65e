import type { ResourceDecision } from '../../policy/model/decisions.js';
import { allRows, type Filter, type Related } from '../../source/filter.js';
import type { BoundFacts } from '../facts/boundFacts.js';
import { noReads } from '../facts/reads.js';

/** A condition through a link. */
export interface LinkCondition {
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
  readonly linkConditions: readonly LinkCondition[];
  /** The most rows of other sources that the conditions may go through. */
  readonly maxRelatedRows: number;
  /** Of the fields that are compared, and the resources that links lead to: none of it is shown. */
  readonly facts: Omit<BoundFacts, 'rows'>;
}

/** No condition. */
export const noWhere: BoundWhere = Object.freeze({
  filter: allRows,
  linkConditions: [],
  maxRelatedRows: 0,
  facts: { extraCost: 0, reads: noReads, level: null },
});
