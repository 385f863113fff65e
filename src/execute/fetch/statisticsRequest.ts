import type { Cube, Field, Resource } from '../../catalog/model/catalog.js';
import { mergeApart, mergeShared, type Figure } from '../../disclosure/figure.js';
import type { Group } from '../../disclosure/group.js';
import type { Rules } from '../../disclosure/rules.js';
import type { BoundStatistics } from '../../plan/roots/statistics.js';
import { toGroupKey } from '../../plan/rows/toGroupKey.js';
import type { AggregateRequest, Measure } from '../../source/aggregateRequest.js';
import type { Row } from '../../source/row.js';
import { readGroupValue } from '../write/readGroupValue.js';

/** The field that tells people apart who may have several rows; undefined where each row is another's. */
function sharedSubject({ subject, key, fields }: Resource): Field | undefined {
  if (subject === null || subject === key) return undefined;
  const field = fields.get(subject);
  if (!field) throw new TypeError('the subject of a resource is no field of it');
  return field;
}

/** What is asked of a measure, in this order. */
const ofMeasure = ['sum', 'values', 'min', 'max'] as const;

/** The groups of a cube: their members, how many rows and people they are, and their sums. */
export function statisticsRequest({ step, cube, filter }: BoundStatistics): AggregateRequest {
  const { table, resource } = step.fetch;
  const subject = sharedSubject(resource);
  const measures: Measure[] = [{ kind: 'count' }];
  if (subject) measures.push({ kind: 'distinct', column: subject.column });
  for (const { column } of cube.measures) {
    measures.push(...ofMeasure.map((kind) => ({ kind, column })));
  }
  return { table, filter, groupBy: cube.dimensions.map(toGroupKey), measures, maxGroups: null };
}

/**
 * Reads a group. Of people who may have several rows, the source tells how many they are: that one of
 * them has all rows but one of each other, and that it is people whose only row has no value, is taken to
 * be so, since it might.
 */
function readGroup(row: Row, { dimensions, measures }: Cube, isShared: boolean): Group {
  const members = dimensions.map((by, at) => readGroupValue(by, row[at] ?? null) ?? null);
  const numbers = row.slice(dimensions.length);
  const rows = Number(numbers[0]);
  const people = isShared ? Number(numbers[1]) : rows;
  const rowsOfOne = rows - people + 1;
  const figures: Figure[] = [{ value: rows, contributors: people, most: rowsOfOne }];
  for (let at = isShared ? 2 : 1; figures.length <= measures.length; at += ofMeasure.length) {
    const [sum = 0, values = 0, min = 0, max = 0] = numbers.slice(at).map(Number);
    figures.push({
      value: sum,
      contributors: Math.max(0, people - (rows - values)),
      most: Math.max(Math.abs(min), Math.abs(max)) * rowsOfOne,
    });
  }
  return { members, figures };
}

/** The groups that a source gave of `statisticsRequest`. */
export function readStatistics(
  found: readonly Row[],
  { step, cube }: BoundStatistics,
): readonly Group[] {
  const isShared = sharedSubject(step.fetch.resource) !== undefined;
  return found.map((row) => readGroup(row, cube, isShared));
}

/** By what a cube's cells are kept from telling too much. */
export function rulesOf({ step, cube }: BoundStatistics): Rules {
  const { threshold, dominance, rounding, measures } = cube;
  return {
    threshold,
    dominance: measures.length > 0 ? dominance : null,
    rounding,
    merge: sharedSubject(step.fetch.resource) ? mergeShared : mergeApart,
  };
}
