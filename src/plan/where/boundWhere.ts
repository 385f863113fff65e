import type { ResourceDecision } from '../../policy/model/decisions.js';
import { allRows, type Filter, type Related } from '../../source/request/filter.js';
import type { BoundFacts } from '../facts/boundFacts.js';
import { noReads } from '../facts/reads.js';

/** A condition on the rows behind a link. */
export interface LinkCondition {
  /** Where it stands: `Resident.companies`. */
  readonly link: string;
  readonly target: ResourceDecision;
  readonly kind: 'related' | 'elsewhere';
  readonly related: Related;
}

/** The bound conditions of an operation on one list. */
export interface BoundWhere {
  readonly filter: Filter;
  /** The link conditions. An inner one stands before the one that holds it. */
  readonly linkConditions: readonly LinkCondition[];
  /** The most rows of other sources that the conditions may go through. */
  readonly maxRelatedRows: number;
  /** The facts of the compared fields and of the resources behind links. None of them is shown. */
  readonly facts: Omit<BoundFacts, 'rows'>;
}

/** No condition. */
export const noWhere: BoundWhere = Object.freeze({
  filter: allRows,
  linkConditions: [],
  maxRelatedRows: 0,
  facts: { extraCost: 0, reads: noReads, level: null },
});
