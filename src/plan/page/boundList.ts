import type { Column } from '../../source/column/column.js';
import type { Order } from '../../source/request/fetchRequest.js';
import type { Filter } from '../../source/request/filter.js';
import type { BoundFacts } from '../facts/boundFacts.js';
import type { ListPlan } from '../rows/rowShape.js';
import type { BoundWhere } from '../where/boundWhere.js';

import type { Cursors } from './cursors.js';

/** Which rows of a list are wanted: the first after a position, or the last before it. */
export interface BoundPage {
  /** The most rows. */
  readonly size: number;
  readonly isBackward: boolean;
  /** The rows beyond the given cursor; null without a cursor. */
  readonly beyond: Filter | null;
}

/** A list of a plan with its arguments. */
export interface BoundList {
  readonly plan: ListPlan;
  /** The columns of its fetch, and the columns that the order adds. */
  readonly columns: readonly Column[];
  /** Scope and conditions, which select the rows of all pages. */
  readonly filter: Filter;
  readonly where: BoundWhere;
  /** The order asked for, `pageBy` last. */
  readonly order: readonly Order[];
  /** The index in a row of each column of the order. */
  readonly orderIndexes: readonly number[];
  readonly page: BoundPage;
  readonly cursors: Cursors;
  /** The facts of a whole page, with the lists behind its links. */
  readonly facts: BoundFacts;
}
