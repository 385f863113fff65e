import fc from 'fast-check';

import { whereOf, type Where } from './conditions.js';
import { model, type TypeName } from './model.js';

export const measures = ['distinct', 'sum', 'avg', 'min', 'max'] as const;
export type MeasureName = (typeof measures)[number];

/** The types of field that each measure is taken of. */
export const measuredTypes: Readonly<Record<MeasureName, readonly string[]>> = {
  distinct: [
    'ID',
    'String',
    'Date',
    'Int',
    'BigInt',
    'Decimal',
    'LocalDateTime',
    'DateTime',
    'Time',
    'Boolean',
    'Grade',
  ],
  sum: ['Int', 'BigInt', 'Decimal'],
  avg: ['Int', 'BigInt', 'Decimal'],
  min: ['Int', 'BigInt', 'Decimal', 'Date', 'LocalDateTime', 'DateTime', 'Time'],
  max: ['Int', 'BigInt', 'Decimal', 'Date', 'LocalDateTime', 'DateTime', 'Time'],
};

/** What rows may be grouped by: a field, or of a day its year or month. */
export interface GroupBy {
  readonly field: string;
  readonly part: 'value' | 'year' | 'month';
}

export interface Told {
  readonly measure: MeasureName;
  readonly field: string;
}

/** What is asked of all rows of a type. */
export interface AggregateChoice {
  readonly where: Where | undefined;
  readonly groupBy: readonly GroupBy[];
  readonly tells: readonly Told[];
  readonly byVariable: boolean;
}

export const groupName = ({ field, part }: GroupBy) =>
  part === 'value' ? field : `${field}_${part}`;

/** All that rows of a type could be grouped by. */
export function groupsOf(type: TypeName): readonly GroupBy[] {
  return Object.entries(model[type].fields).flatMap(([field, { type: scalar }]): GroupBy[] => {
    const whole: GroupBy = { field, part: 'value' };
    if (scalar !== 'Date' && scalar !== 'LocalDateTime') return [whole];
    return [whole, { field, part: 'year' }, { field, part: 'month' }];
  });
}

/** All that could be told of the fields of a type. */
export function toldOf(type: TypeName): readonly Told[] {
  return Object.entries(model[type].fields).flatMap(([field, { type: scalar }]) =>
    measures
      .filter((measure) => measuredTypes[measure].includes(scalar))
      .map((measure) => ({ measure, field })),
  );
}

/** One of what rows of a type could be grouped by. */
export function groupOf(type: TypeName): fc.Arbitrary<GroupBy> {
  return fc.constantFrom(...groupsOf(type));
}

export function aggregateChoice(type: TypeName): fc.Arbitrary<AggregateChoice> {
  return fc.record({
    where: fc.option(whereOf(type, 2), { nil: undefined, freq: 3 }),
    groupBy: fc.uniqueArray(fc.constantFrom(...groupsOf(type)), {
      maxLength: 2,
      selector: groupName,
    }),
    tells: fc.uniqueArray(fc.constantFrom(...toldOf(type)), {
      maxLength: 6,
      selector: ({ measure, field }) => `${measure} ${field}`,
    }),
    byVariable: fc.boolean(),
  });
}
