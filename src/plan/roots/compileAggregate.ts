import { Kind, visit, type FieldNode } from 'graphql';

import type { Field } from '../../catalog/model/catalog.js';
import {
  groupFields,
  measuredFields,
  measureTypeName,
  type MeasureName,
} from '../../contract/roots/aggregateFields.js';
import type { ResourceDecision } from '../../policy/model/decisions.js';
import type { Measure } from '../../source/aggregateRequest.js';
import { collectEntries } from '../operation/collectEntries.js';
import type { AggregateEntry, AggregateRoot, GroupEntry, MeasureEntry } from '../queryPlan.js';
import { ColumnList, openFetch, type PlanContext } from '../rows/planContext.js';

/** What the source is asked for each measure: of a mean, the sum and how many values it is of. */
const asked: { readonly [Name in MeasureName]: Exclude<Measure['kind'], 'count'> } = {
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
          // Validation has left the measures only.
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
      const index = this.#indexOf(asked[measure], field);
      const countIndex = measure === 'avg' ? this.#indexOf('values', field) : index;
      return { kind: 'measure', key, field, index, countIndex };
    });
  }

  /** Where a measure lies; each is asked for once. */
  #indexOf(kind: Exclude<Measure['kind'], 'count'>, { column }: Field): number {
    const known = this.measures.findIndex(
      (measure) =>
        measure.kind !== 'count' && measure.kind === kind && measure.column.name === column.name,
    );
    return known >= 0 ? known : this.measures.push({ kind, column }) - 1;
  }
}

/**
 * The fields that are grouped by, as the literals of the operation name them; behind a variable, all
 * that can be.
 */
function groupedFields(decision: ResourceDecision, node: FieldNode): readonly string[] {
  const stated = node.arguments?.find(({ name }) => name.value === 'groupBy')?.value;
  if (!stated) return [];
  const names = new Set<string>();
  let hasVariable = false;
  visit(stated, {
    [Kind.ENUM]: ({ value }) => void names.add(value),
    [Kind.VARIABLE]: () => {
      hasVariable = true;
    },
  });
  const groups = [...groupFields(decision).values()];
  const fields = groups.filter(({ name }) => hasVariable || names.has(name));
  return [...new Set(fields.map(({ field }) => field.name))];
}

export function compileAggregate(
  context: PlanContext,
  decision: ResourceDecision,
  key: string,
  node: FieldNode,
  nodes: readonly FieldNode[],
): AggregateRoot {
  const compiler = new AggregateCompiler(context, decision);
  const entries = compiler.entries(nodes);
  const fetch = openFetch(context, decision, new ColumnList());
  const { measures } = compiler;
  const grouped = groupedFields(decision, node);
  return { kind: 'aggregate', key, node, decision, fetch, entries, grouped, measures };
}
