import { bindList } from '../page/bindList.js';
import type { BoundList } from '../page/boundList.js';
import { compileList } from '../page/compileList.js';
import type { BoundRootOf, RootPlanner } from '../rootPlanner.js';
import { ColumnList } from '../rows/columnList.js';
import { compileRow } from '../rows/compileRow.js';
import type { ListPlan } from '../rows/rowShape.js';

/** A page of rows. */
export interface ListStep {
  readonly kind: 'list';
  readonly key: string;
  readonly list: ListPlan;
}

export interface BoundListRoot extends BoundRootOf<'list', ListStep> {
  readonly list: BoundList;
}

export const list: RootPlanner<ListStep, BoundListRoot> = {
  compile({ context, decision, key, nodes }) {
    const step = compileList(context, decision, 'Query', nodes, new ColumnList(), compileRow);
    return { kind: 'list', key, list: step };
  },

  bind(step, binder) {
    const bound = bindList(step.list, binder);
    const { rows, extraCost, reads } = bound.facts;
    // A list looks nobody up: its purpose answers for it.
    const facts = { cost: 1 + rows + extraCost, reads, lookupLevel: null, subjects: null };
    return { kind: 'list', step, list: bound, facts };
  },
};
