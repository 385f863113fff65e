import type { FieldNode } from 'graphql';

import { argumentNames } from '../../catalog/model/rootNames.js';
import type { ResourceDecision } from '../../policy/model/decisions.js';
import type { Filter } from '../../source/request/filter.js';
import type { Key } from '../../source/request/key.js';
import { toAskedKeys } from '../facts/askedKeys.js';
import { bindRowFacts } from '../facts/boundFacts.js';
import { selectionSetsOf } from '../operation/collectFields.js';
import { fieldArguments } from '../operation/fieldArguments.js';
import type { BoundRootOf, RootPlanner } from '../rootPlanner.js';
import { bindKeys } from '../rows/bindKeys.js';
import { ColumnList } from '../rows/columnList.js';
import { compileRow } from '../rows/compileRow.js';
import type { KeyedFetch } from '../rows/fetch.js';
import { openKeyedFetch } from '../rows/openFetch.js';
import type { RowShape } from '../rows/rowShape.js';

/** Rows by their keys, in the order of the keys. */
export interface BatchLookupStep extends KeyedFetch {
  readonly kind: 'batchLookup';
  readonly key: string;
  readonly node: FieldNode;
  readonly decision: ResourceDecision;
  readonly row: RowShape;
}

export interface BoundBatchLookup extends BoundRootOf<'batchLookup', BatchLookupStep> {
  /** In the order asked, repetitions included. */
  readonly keys: readonly Key[];
  readonly scope: Filter;
}

/** A key of several parts, as the contract's schema takes it. */
type Given = Readonly<Record<string, unknown>>;

export const batchLookup: RootPlanner<BatchLookupStep, BoundBatchLookup> = {
  compile({ context, decision, key, node, nodes }) {
    const columns = new ColumnList();
    const keyed = openKeyedFetch(context, decision, columns);
    const row = compileRow(context, decision, selectionSetsOf(nodes), columns);
    return { kind: 'batchLookup', key, node, decision, ...keyed, row };
  },

  bind(step, binder) {
    const { node, decision, to } = step;
    const { context, variables } = binder;
    const { key } = decision.resource;
    const name = argumentNames.keys(key);
    const given = fieldArguments('Query', node, context.contract, variables)[name];
    const place = `"${name}" of "${node.name.value}"`;
    // The contract's schema takes a list. graphql-js has already made a list of a single value.
    const stated = given as readonly unknown[];
    const parts = stated.map((one) =>
      key.length === 1 ? [one] : key.map((part) => (one as Given)[part]),
    );
    const keys = bindKeys(to, parts, place, context.limits.maxListLength);
    const { rows, extraCost, reads, level } = bindRowFacts(step.row.facts, binder);
    return {
      kind: 'batchLookup',
      step,
      keys,
      scope: binder.scopeOf(step.fetch),
      facts: {
        // Every key costs, even one that is repeated or finds nobody, so that trying keys out is
        // not free.
        cost: Math.max(keys.length, 1) * rows + extraCost,
        reads,
        lookupLevel: level,
        subjects: toAskedKeys(decision.resource, keys),
      },
    };
  },
};
