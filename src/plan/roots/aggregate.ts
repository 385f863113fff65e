import type { FieldNode } from 'graphql';

import type { Field, GroupField } from '../../catalog/model/catalog.js';
import {
  groupFields,
  measuredFields,
  measureTypeName,
  type MeasureName,
} from '../../contract/types/measuredFields.js';
import { ExchangeError } from '../../errors/exchangeError.js';
import type { ResourceDecision } from '../../policy/model/decisions.js';
import { isComparedAlike } from '../../source/column/isReadAlike.js';
import type { ColumnMeasure, GroupKey, Measure } from '../../source/request/aggregateRequest.js';
import { allOf, type Filter } from '../../source/request/filter.js';
import { scanCost } from '../facts/boundFacts.js';
import { mergeReads, shownInClear, type Reads } from '../facts/reads.js';
import { collectEntries } from '../operation/collectEntries.js';
import { fieldArguments } from '../operation/fieldArguments.js';
import type { PlanContext } from '../planContext.js';
import type { BoundRootOf, RootPlanner } from '../rootPlanner.js';
import { ColumnList } from '../rows/columnList.js';
import type { Fetch } from '../rows/fetch.js';
import { openFetch } from '../rows/openFetch.js';
import type { TypenameEntry } from '../rows/rowShape.js';
import { toGroupKey } from '../rows/toGroupKey.js';
import { bindWhere, requireConditionVariables } from '../where/bindWhere.js';
import { noWhere, type BoundWhere } from '../where/boundWhere.js';

/** A value that the rows of a group share. */
export type GroupEntry =
  TypenameEntry | { readonly kind: 'groupValue'; readonly key: string; readonly by: GroupField };

/** A measure of one field. Its indexes count from the first measure in the row of a group. */
export type MeasureEntry =
  | TypenameEntry
  | {
      readonly kind: 'measure';
      readonly key: string;
      readonly field: Field;
      readonly index: number;
      /**
       * The index of the count of values that a mean is divided by; for other measures the same as
       * `index`.
       */
      readonly countIndex: number;
    };

export type AggregateEntry =
  | TypenameEntry
  | { readonly kind: 'count'; readonly key: string }
  | { readonly kind: 'group'; readonly key: string; readonly entries: readonly GroupEntry[] }
  | {
      readonly kind: 'measures';
      readonly key: string;
      readonly measure: MeasureName;
      readonly entries: readonly MeasureEntry[];
    };

/** Measures of all rows that meet a condition, by groups. */
export interface AggregateStep {
  readonly kind: 'aggregate';
  readonly key: string;
  readonly node: FieldNode;
  readonly decision: ResourceDecision;
  readonly fetch: Fetch;
  readonly entries: readonly AggregateEntry[];
  /** What the source computes. The count of rows comes first. */
  readonly measures: readonly Measure[];
}

/** An aggregate with its arguments. */
export interface BoundAggregate extends BoundRootOf<'aggregate', AggregateStep> {
  readonly filter: Filter;
  readonly where: BoundWhere;
  readonly groupBy: readonly GroupField[];
  /** What the source groups by, in the order of `groupBy`. */
  readonly keys: readonly GroupKey[];
  readonly maxGroups: number;
}

/** What the source computes for each measure. A mean needs the sum and the count of values. */
const sourceMeasures: { readonly [Name in MeasureName]: ColumnMeasure['kind'] } = {
  distinct: 'distinct',
  sum: 'sum',
  avg: 'sum',
  min: 'min',
  max: 'max',
};

/** Compiles the selections on the groups of an aggregate. */
class AggregateCompiler {
  readonly #context: PlanContext;
  readonly #decision: ResourceDecision;
  readonly measures: Measure[] = [{ kind: 'count' }];

  constructor(context: PlanContext, decision: ResourceDecision) {
    this.#context = context;
    this.#decision = decision;
  }

  entries(nodes: readonly FieldNode[]): readonly AggregateEntry[] {
    return collectEntries(this.#context, nodes).map(({ key, name, inner }): AggregateEntry => {
      switch (name) {
        case '__typename':
          return { kind: 'typename', key, name: `${this.#decision.resource.name}Aggregate` };
        case 'count':
          return { kind: 'count', key };
        case 'group':
          return { kind: 'group', key, entries: this.#group(inner) };
        default: {
          // Validation has let only measures through.
          const measure = name as MeasureName;
          return { kind: 'measures', key, measure, entries: this.#measuresOf(measure, inner) };
        }
      }
    });
  }

  #group(nodes: readonly FieldNode[]): readonly GroupEntry[] {
    const groups = groupFields(this.#decision);
    return collectEntries(this.#context, nodes).map(({ key, name }): GroupEntry => {
      const by = groups.get(name);
      if (by) return { kind: 'groupValue', key, by };
      return { kind: 'typename', key, name: `${this.#decision.resource.name}AggregateGroup` };
    });
  }

  #measuresOf(measure: MeasureName, nodes: readonly FieldNode[]): readonly MeasureEntry[] {
    const fields = measuredFields(this.#decision, measure);
    return collectEntries(this.#context, nodes).map(({ key, name }): MeasureEntry => {
      const field = fields.find((one) => one.name === name);
      if (!field) return { kind: 'typename', key, name: measureTypeName(this.#decision, measure) };
      const index = this.#indexOf(sourceMeasures[measure], field);
      const countIndex = measure === 'avg' ? this.#indexOf('values', field) : index;
      return { kind: 'measure', key, field, index, countIndex };
    });
  }

  /** Where a measure lies; each is asked for once. */
  #indexOf(kind: ColumnMeasure['kind'], { column }: Field): number {
    const known = this.measures.findIndex(
      (measure) =>
        measure.kind !== 'count' &&
        measure.kind === kind &&
        isComparedAlike(measure.column, column),
    );
    return known >= 0 ? known : this.measures.push({ kind, column }) - 1;
  }
}

function readGroupBy(stated: unknown, { decision }: AggregateStep): readonly GroupField[] {
  const groups = groupFields(decision);
  // graphql-js has already made a list of the enum's values. Null asks for one group.
  const names = (stated ?? []) as readonly string[];
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) {
    throw new ExchangeError(
      'BAD_USER_INPUT',
      `\`groupBy\` names each thing once; "${repeated}" stands twice.`,
    );
  }
  return names.flatMap((name) => groups.get(name) ?? []);
}

/**
 * Refuses a value of a group that is not in `groupBy`, because the rows of the group need not share
 * it.
 */
function checkGroups({ entries }: AggregateStep, groupBy: readonly GroupField[]): void {
  for (const entry of entries.flatMap((one) => (one.kind === 'group' ? one.entries : []))) {
    if (entry.kind !== 'groupValue' || groupBy.some(({ name }) => name === entry.by.name)) continue;
    throw new ExchangeError(
      'BAD_USER_INPUT',
      `\`group\` tells what rows are grouped by; "${entry.by.name}" is not in \`groupBy\`.`,
    );
  }
}

/** A counted, summed or grouped field is read as much as one that is listed. */
function collectReads({ decision, entries }: AggregateStep, groupBy: readonly GroupField[]): Reads {
  const measured = entries.flatMap((entry) =>
    entry.kind === 'measures'
      ? entry.entries.flatMap((part) => (part.kind === 'measure' ? part.field : []))
      : [],
  );
  const fields = [...groupBy.map(({ field }) => field), ...measured];
  const read = new Map(fields.map(({ name }) => [name, shownInClear] as const));
  return new Map([[decision.resource.name, read]]);
}

export const aggregate: RootPlanner<AggregateStep, BoundAggregate> = {
  compile({ context, decision, key, node, nodes }) {
    const compiler = new AggregateCompiler(context, decision);
    const entries = compiler.entries(nodes);
    const fetch = openFetch(context, decision, new ColumnList());
    const { measures } = compiler;
    return { kind: 'aggregate', key, node, decision, fetch, entries, measures };
  },

  bind(step, { context, variables, scopeOf }) {
    const { node, decision, fetch } = step;
    requireConditionVariables(node, variables);
    const given = fieldArguments('Query', node, context.contract, variables);
    const groupBy = readGroupBy(given['groupBy'], step);
    checkGroups(step, groupBy);
    const stated = given['where'];
    const where = stated === undefined ? noWhere : bindWhere(stated, decision, context);
    const maxGroups = groupBy.length > 0 ? context.limits.maxPageSize : 1;
    return {
      kind: 'aggregate',
      step,
      filter: allOf([scopeOf(fetch), where.filter]),
      where,
      groupBy,
      keys: groupBy.map(toGroupKey),
      maxGroups,
      facts: {
        cost: scanCost + maxGroups + where.facts.extraCost,
        reads: mergeReads([collectReads(step, groupBy), where.facts.reads]),
        lookupLevel: null,
        subjects: null,
      },
    };
  },
};
