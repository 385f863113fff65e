import fc from 'fast-check';

import { groupName, type GroupBy } from './aggregates.js';
import { model, type ModelRow, type TypeName } from './model.js';

/** A statistic that the catalog declares where all its fields are shared. */
export interface CubeModel {
  readonly name: string;
  readonly dimensions: readonly GroupBy[];
  readonly measures: readonly string[];
}

/** What the counts of worlds are rounded to, which have few rows. */
export const threshold = 3;
/** The most that one counts for in a sum. */
export const atMost = 10;

export const cubes: Readonly<Record<TypeName, readonly CubeModel[]>> = {
  Person: [
    { name: 'byArea', dimensions: [{ field: 'area', part: 'value' }], measures: [] },
    { name: 'byYear', dimensions: [{ field: 'born', part: 'year' }], measures: ['score'] },
    { name: 'byRemark', dimensions: [{ field: 'remark', part: 'value' }], measures: [] },
    { name: 'byJoining', dimensions: [{ field: 'joined', part: 'month' }], measures: [] },
    {
      name: 'byNote',
      dimensions: [
        { field: 'note', part: 'value' },
        { field: 'area', part: 'value' },
      ],
      measures: [],
    },
  ],
  Place: [],
  Lot: [],
  Term: [],
};

export function fieldsOf({ dimensions, measures }: CubeModel): readonly string[] {
  return [...dimensions.map(({ field }) => field), ...measures];
}

/** `@cube(…)`, as a catalog states it. */
export function cubeText({ name, dimensions, measures }: CubeModel): string {
  const listed = (names: readonly string[]) => JSON.stringify(names);
  return `@cube(name: "${name}", title: "${name}", dimensions: ${listed(dimensions.map(groupName))},
    measures: ${listed(measures)}, atMost: ${JSON.stringify(measures.map(() => atMost))}, threshold: ${threshold})`;
}

/** What a statistic counts a row by: rows that are alike in it are counted alike. */
export function countedBy(cube: CubeModel, row: ModelRow): string {
  return JSON.stringify(fieldsOf(cube).map((name) => row[name] ?? null));
}

export interface StatisticChoice {
  readonly cube: CubeModel;
  readonly byVariable: boolean;
}

export const statisticChoice: fc.Arbitrary<StatisticChoice> = fc.record({
  cube: fc.constantFrom(...cubes.Person),
  byVariable: fc.boolean(),
});

/** The name of the root field: Person → personStatistics. */
export function statisticsOf(type: TypeName): string {
  return `${model[type].lookup}Statistics`;
}
