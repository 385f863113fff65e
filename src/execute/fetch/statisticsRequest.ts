import type { Cube, Field, Resource } from '../../catalog/model/catalog.js';
import type { DisclosureRules } from '../../disclosure/disclosureRules.js';
import { mergeDisjoint, mergeOverlapping, type Figure } from '../../disclosure/figure.js';
import type { Group } from '../../disclosure/group.js';
import type { BoundStatistics } from '../../plan/roots/statistics.js';
import { toGroupKey } from '../../plan/rows/toGroupKey.js';
import type { AggregateRequest, Measure } from '../../source/aggregateRequest.js';
import type { Row } from '../../source/row.js';
import { readGroupValue } from '../write/readGroupValue.js';

/**
 * The field that identifies people who may have several rows; undefined where each row is about
 * someone else.
 */
function sharedSubject({ subject, key, fields }: Resource): Field | undefined {
  if (subject === null || subject === key) return undefined;
  const field = fields.get(subject);
  if (!field) throw new TypeError('the subject of a resource is no field of it');
  return field;
}

/** What is computed for each measure, in this order. */
const ofMeasure = ['sum', 'values', 'min', 'max'] as const;

/**
 * Asks for the groups of a cube: their members, the number of rows and people in each, and its
 * sums.
 */
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
 * Reads a group. Where people may have several rows, the source tells only how many people there
 * are. We then assume the worst that is possible: one person has all rows except one for each other
 * person, and rows without a value belong to people who have no other row.
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

/** Reads the groups that a source gave for `statisticsRequest`. */
export function readStatistics(
  found: readonly Row[],
  { step, cube }: BoundStatistics,
): readonly Group[] {
  const isShared = sharedSubject(step.fetch.resource) !== undefined;
  return found.map((row) => readGroup(row, cube, isShared));
}

/** The disclosure rules of a cube, which keep its cells from telling too much. */
export function rulesOf({ step, cube }: BoundStatistics): DisclosureRules {
  const { threshold, dominance, rounding, measures } = cube;
  return {
    threshold,
    dominance: measures.length > 0 ? dominance : null,
    rounding,
    merge: sharedSubject(step.fetch.resource) ? mergeOverlapping : mergeDisjoint,
  };
}
