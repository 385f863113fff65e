import { areVouched } from '../../catalog/model/areUnique.js';
import type { Field, Resource } from '../../catalog/model/catalog.js';
import type { CubeRules } from '../../disclosure/cubeRules.js';
import type { Group } from '../../disclosure/group.js';
import type { Member } from '../../disclosure/member.js';
import type { BoundStatistics } from '../../plan/roots/statistics.js';
import { toGroupKey } from '../../plan/rows/toGroupKey.js';
import { canonical } from '../../source/column/canonical.js';
import type { Column } from '../../source/column/column.js';
import { isTooLarge } from '../../source/column/tooLarge.js';
import type { AggregateRequest, Measure } from '../../source/request/aggregateRequest.js';
import { allOf, negate } from '../../source/request/filter.js';
import type { Row, SqlValue } from '../../source/row.js';
import { readGroupValue } from '../write/readGroupValue.js';

/** The column that tells people who may have several rows; null where each row is about another. */
function sharedSubject(resource: Resource): Column | null {
  const { subject, key, fields } = resource;
  if (subject === null) return null;
  const field: Field | undefined = fields.get(subject);
  if (!field) throw new TypeError('the subject of a resource is no field of it');
  // Where nothing but the word of the catalog keeps rows apart, one person may have several all the same.
  const isApart = key.length === 1 && key[0] === subject && !areVouched([field.column], resource);
  return isApart ? null : field.column;
}

/**
 * Asks for the groups of a cube: their members, how many rows there are, and sums. Where people may have
 * several rows, each counts once in a group, and rows about nobody do not count.
 */
export function statisticsRequest({ step, cube, filter }: BoundStatistics): AggregateRequest {
  const { table, resource } = step.fetch;
  const each = sharedSubject(resource);
  const sums = cube.measures.map(({ field, atMost }): Measure => ({
    kind: 'sumWithin',
    column: field.column,
    atMost,
  }));
  return {
    table,
    filter: each ? allOf([filter, negate({ kind: 'isNull', column: each })]) : filter,
    groupBy: cube.dimensions.map(toGroupKey),
    measures: [{ kind: 'count' }, ...sums],
    each,
    maxGroups: null,
  };
}

/** A whole number that a source gave; a sum of nothing is none. */
function whole(value: SqlValue): bigint {
  return value === null ? 0n : BigInt(String(value));
}

/** Reads the groups that a source gave for `statisticsRequest`. */
export function readStatistics(
  found: readonly Row[],
  { cube: { dimensions } }: BoundStatistics,
): readonly Group[] {
  return found.map((row) => ({
    members: dimensions.map((by, at): Member => {
      const value = row[at] ?? null;
      // A statistic has no errors: what is too large to be named is of the rest.
      if (by.part === 'value' && isTooLarge(by.field.column, value)) return null;
      // Of two spellings of one member, which stands for it may hang on rows that nobody is told of.
      return canonical(by.field.column, readGroupValue(by, value) ?? null);
    }),
    figures: row.slice(dimensions.length).map(whole),
  }));
}

/**
 * How the numbers of a cube are rounded. What it calls dimensions and measures are their columns, since
 * two fields of one column must not draw twice for one number.
 */
export function rulesOf({ step, cube }: BoundStatistics): CubeRules {
  const { base, dimensions, measures } = cube;
  return {
    dimensions: dimensions.map(({ field, part }) => JSON.stringify([field.column.name, part])),
    figures: [
      { name: null, base },
      ...measures.map(({ field, atMost }) => ({ name: field.column.name, base: base * atMost })),
    ],
    hasShared: sharedSubject(step.fetch.resource) !== null,
  };
}
