import type { Field, GroupField } from '../../catalog/model/catalog.js';
import { groupFieldsOf } from '../../catalog/model/groupFieldsOf.js';
import type { ScalarName } from '../../mask/scalarName.js';
import type { ResourceDecision } from '../../policy/model/decisions.js';

export const measureNames = ['distinct', 'sum', 'avg', 'min', 'max'] as const;
/** What is told of the values of a field, besides how many rows there are. */
export type MeasureName = (typeof measureNames)[number];

const nouns: { readonly [Name in MeasureName]: string } = {
  distinct: 'Distinct',
  sum: 'Sum',
  avg: 'Average',
  min: 'Minimum',
  max: 'Maximum',
};

/** The type that holds a measure of each field: `CompanyAggregateAverage`. */
export function measureTypeName({ resource }: ResourceDecision, measure: MeasureName): string {
  return `${resource.name}Aggregate${nouns[measure]}`;
}

const numbers: readonly ScalarName[] = ['Int'];
const ordered: readonly ScalarName[] = ['Int', 'Float', 'Date'];

/**
 * The types of the fields that each measure is taken of. A sum of floating-point numbers hangs on the
 * order in which a source comes by them, which may hang on what is hidden: so there is none.
 */
const measured: { readonly [Name in MeasureName]: readonly ScalarName[] } = {
  distinct: ['ID', 'String', 'Int', 'Float', 'Date', 'Boolean'],
  sum: numbers,
  avg: numbers,
  min: ordered,
  max: ordered,
};

/** The fields that aggregates may be over: those shown in clear, with GROUP. They tell nothing that listing does not. */
function aggregatedFields({ fields }: ResourceDecision): readonly Field[] {
  return [...fields.values()].flatMap(({ field, form, uses }) =>
    form.kind === 'CLEAR' && uses.has('GROUP') ? field : [],
  );
}

export function measuredFields(decision: ResourceDecision, measure: MeasureName): readonly Field[] {
  return aggregatedFields(decision).filter(({ type }) => measured[measure].includes(type));
}

/** What rows can be grouped by, under the names of the enum of it. */
export function groupFields(decision: ResourceDecision): ReadonlyMap<string, GroupField> {
  return groupFieldsOf(aggregatedFields(decision), decision.resource.fields);
}
