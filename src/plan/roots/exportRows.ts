import { bindList } from '../page/bindList.js';
import type { BoundList } from '../page/boundList.js';
import { listOf } from '../page/listOf.js';
import type { BoundRootOf, RootPlanner } from '../rootPlanner.js';
import { ColumnList } from '../rows/columnList.js';
import { compileRow } from '../rows/compileRow.js';
import type { ListPlan, RowShape } from '../rows/rowShape.js';

/** All rows of a list, chunk by chunk. */
export interface ExportStep {
  readonly kind: 'export';
  readonly key: string;
  /** A list of which the nodes are asked for, and the cursor of the last. */
  readonly list: ListPlan;
  readonly row: RowShape;
}

export interface BoundExport extends BoundRootOf<'export', ExportStep> {
  /** Its page is the largest chunk. */
  readonly list: BoundList;
}

/** The most rows of one chunk. */
const mostRows = 5_000;

/** Neither response key is told. */
const endCursor = {
  kind: 'pageInfo',
  key: '',
  entries: [{ kind: 'pageInfoField', key: '', field: 'endCursor' }],
} as const;

export const exportRows: RootPlanner<ExportStep, BoundExport> = {
  compile({ context, decision, key, nodes }) {
    const columns = new ColumnList();
    const asked = { context, decision, typeName: 'Query', nodes, columns, compileRow };
    let row: RowShape | undefined;
    const list = listOf(asked, (rowOf) => {
      row = rowOf(nodes);
      return [{ kind: 'nodes', key: '', row }, endCursor];
    });
    if (!row) throw new TypeError('an export has no rows');
    return { kind: 'export', key, list, row };
  },

  bind(step, binder) {
    const { maxCost } = binder.context.limits;
    // A chunk costs what one operation may: it is asked for as a page is.
    const list = bindList(step.list, binder, ({ rows, extraCost }) => {
      const affordable = Math.floor((maxCost - 1 - extraCost) / Math.max(rows, 1));
      return Math.max(1, Math.min(mostRows, affordable));
    });
    const { rows, extraCost, reads, level } = list.facts;
    // A chunk holds more people at once than many lookups do, so it states its occasion as they do.
    const facts = { cost: 1 + rows + extraCost, reads, lookupLevel: level, subjects: null };
    return { kind: 'export', step, list, facts };
  },
};
