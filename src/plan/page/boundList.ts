import type { Column } from '../../source/column.js';
import type { Order } from '../../source/fetchRequest.js';
import type { Filter } from '../../source/filter.js';
import type { BoundFacts } from '../facts/boundFacts.js';
import type { ListPlan } from '../rows/rowShape.js';
import type { BoundWhere } from '../where/boundWhere.js';

import type { Cursors } from './cursors.js';

/** Which rows of a list are wanted: the first ones after a place, or the last ones before it. */
export interface BoundPage {
  /** How many at the most. */
  readonly size: number;
  readonly isBackward: boolean;
  /** The rows that lie beyond the cursor that was given; null where none was. */
  readonly beyond: Filter | null;
}

/** A list with its arguments. */
export interface BoundList {
  readonly plan: ListPlan;
  /** The columns of its fetch, and those that its order adds. */
  readonly columns: readonly Column[];
  /** Scope and conditions: the rows of all its pages. */
  readonly filter: Filter;
  readonly where: BoundWhere;
  /** The order asked for, `pageBy` last. */
  readonly order: readonly Order[];
  /** Where in a row the value of each place of the order lies. */
  readonly orderIndexes: readonly number[];
  readonly page: BoundPage;
  readonly cursors: Cursors;
  /** Of a whole page, with the lists that its rows lead to. */
  readonly facts: BoundFacts;
}
