import type { FieldNode } from 'graphql';

import { areVouched } from '../../catalog/model/areUnique.js';
import type { ResourceDecision } from '../../policy/model/decisions.js';
import type { Column } from '../../source/column/column.js';
import { allOf, type Filter } from '../../source/request/filter.js';
import { hasKey, type Key } from '../../source/request/key.js';
import { toAskedKeys } from '../facts/askedKeys.js';
import { bindRowFacts } from '../facts/boundFacts.js';
import { selectionSetsOf } from '../operation/collectFields.js';
import { fieldArguments } from '../operation/fieldArguments.js';
import type { BoundRootOf, RootPlanner } from '../rootPlanner.js';
import { bindKey } from '../rows/bindKeys.js';
import { ColumnList } from '../rows/columnList.js';
import { compileRow } from '../rows/compileRow.js';
import type { Fetch, KeyedFetch } from '../rows/fetch.js';
import { keyColumns } from '../rows/keyColumns.js';
import { openFetch } from '../rows/openFetch.js';
import type { RowShape } from '../rows/rowShape.js';

/** One row by its key. */
export interface LookupStep {
  readonly kind: 'lookup';
  readonly key: string;
  readonly node: FieldNode;
  readonly decision: ResourceDecision;
  readonly fetch: Fetch;
  /** The columns of the key. */
  readonly to: readonly Column[];
  /** The index of each part of the key in a row, where a second row may have it; null where none can. */
  readonly vouchedIndexes: readonly number[] | null;
  /** The same lookup as one of several keys; null where rows do not bring their keys. */
  readonly keyed: KeyedFetch | null;
  readonly row: RowShape;
}

export interface BoundLookup extends BoundRootOf<'lookup', LookupStep> {
  readonly key: Key;
  /** The key within the row scope. */
  readonly filter: Filter;
}

export const lookup: RootPlanner<LookupStep, BoundLookup> = {
  compile({ context, decision, key, node, nodes }) {
    const columns = new ColumnList();
    const to = keyColumns(decision.resource);
    const isVouched = areVouched(to, decision.resource);
    const vouchedIndexes = isVouched ? to.map((column) => columns.indexOf(column)) : null;
    const fetch = openFetch(context, decision, columns);
    const row = compileRow(context, decision, selectionSetsOf(nodes), columns);
    const toIndexes = to.map((column) => columns.placeOf(column));
    const keyed = toIndexes.includes(-1) ? null : { fetch, to, toIndexes, isVouched };
    return { kind: 'lookup', key, node, decision, fetch, to, vouchedIndexes, keyed, row };
  },

  bind(step, binder) {
    const { to } = step;
    const { resource } = step.decision;
    const { context, variables } = binder;
    const given = fieldArguments('Query', step.node, context.contract, variables);
    const key = bindKey(to, resource.key, given, step.node.name.value);
    const { rows, extraCost, reads, level } = bindRowFacts(step.row.facts, binder);
    return {
      kind: 'lookup',
      step,
      key,
      filter: allOf([hasKey(to, [key]), binder.scopeOf(step.fetch)]),
      facts: {
        cost: rows + extraCost,
        reads,
        lookupLevel: level,
        subjects: toAskedKeys(resource, [key]),
      },
    };
  },
};
