import type { Field, GroupField } from '../../catalog/model/catalog.js';
import { groupFieldsOf } from '../../catalog/model/groupFieldsOf.js';
import type { ResourceDecision } from '../../policy/model/decisions.js';
import type { ScalarType } from '../../value/scalarType.js';
import { scalarTypes } from '../../value/scalarTypes.js';

export const measureNames = ['distinct', 'sum', 'avg', 'min', 'max'] as const;
/** A measure of the values of a field. The count of rows is none, since it has no field. */
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

/** Whether each measure can be taken of a type. */
const isMeasured: { readonly [Name in MeasureName]: (type: ScalarType) => boolean } = {
  distinct: () => true,
  sum: ({ sums }) => sums !== null,
  avg: ({ sums }) => sums !== null,
  min: ({ hasEnds }) => hasEnds,
  max: ({ hasEnds }) => hasEnds,
};

/** The fields that aggregates may use: clear, with GROUP. So aggregates tell no more than lists do. */
function aggregatedFields({ fields }: ResourceDecision): readonly Field[] {
  return [...fields.values()].flatMap(({ field, form, uses }) =>
    form.kind === 'CLEAR' && uses.has('GROUP') ? field : [],
  );
}

export function measuredFields(decision: ResourceDecision, measure: MeasureName): readonly Field[] {
  return aggregatedFields(decision).filter(({ type }) => isMeasured[measure](scalarTypes[type]));
}

/** What rows can be grouped by, keyed by the value of the enum `…GroupBy`. */
export function groupFields(decision: ResourceDecision): ReadonlyMap<string, GroupField> {
  return groupFieldsOf(aggregatedFields(decision), decision.resource.fields);
}
