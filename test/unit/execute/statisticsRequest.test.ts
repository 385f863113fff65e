import { describe, expect, it } from '@jest/globals';

import type { Cube, Field, Resource } from '../../../src/catalog/model/catalog.js';
import {
  readStatistics,
  rulesOf,
  statisticsRequest,
} from '../../../src/execute/fetch/statisticsRequest.js';
import { noReads } from '../../../src/plan/facts/reads.js';
import type { BoundStatistics } from '../../../src/plan/roots/statistics.js';
import { allRows } from '../../../src/source/filter.js';

const field = (name: string, type: Field['type']) =>
  ({ name, type, column: { name } }) as unknown as Field;
const [person, place, day, paid] = [
  field('person', 'ID'),
  field('place', 'String'),
  field('day', 'Date'),
  field('paid', 'Int'),
];

/** A statistic by place and year, with what was paid; of rows that are about `subject`. */
function boundOf(subject: string | null, measures: readonly Field[] = [paid]): BoundStatistics {
  const cube: Cube = {
    name: 'cube',
    title: 'cube',
    dimensions: [
      { name: 'place', field: place, part: 'value' },
      { name: 'day_year', field: day, part: 'year' },
    ],
    measures,
    threshold: 10,
    dominance: 85,
    rounding: 1,
  };
  const fields = new Map([person, place, day, paid].map((one) => [one.name, one]));
  const resource = { subject, key: 'no', fields } as unknown as Resource;
  const step = { fetch: { table: 't', resource } } as unknown as BoundStatistics['step'];
  const facts = { cost: 0, reads: noReads, lookupLevel: null, subjects: null };
  return { kind: 'statistics', step, cube, filter: allRows, facts };
}

describe('what a source is asked for a statistic', () => {
  it('is a group for each combination of members, all of them, and of sums all that tells of them', () => {
    expect(statisticsRequest(boundOf(null))).toEqual({
      table: 't',
      filter: allRows,
      groupBy: [
        { kind: 'column', column: place.column },
        { kind: 'dayPart', column: day.column, length: 4 },
      ],
      measures: [
        { kind: 'count' },
        ...['sum', 'values', 'min', 'max'].map((kind) => ({ kind, column: paid.column })),
      ],
      maxGroups: null,
    });
  });

  it('is also how many people, where one may have several rows', () => {
    const distinct = { kind: 'distinct', column: person.column };
    expect(statisticsRequest(boundOf('person')).measures[1]).toEqual(distinct);
    expect(statisticsRequest(boundOf('no')).measures).not.toContainEqual(distinct);
  });
});

describe('a group that a source gave', () => {
  it('of rows that are each of another is of as many people, and of as many as have a value', () => {
    const [group] = readStatistics([['x', '1990', 20, '900', 18, -70, 60]], boundOf(null));
    expect(group).toEqual({
      members: ['x', '1990'],
      figures: [
        { value: 20, contributors: 20, most: 1 },
        { value: 900, contributors: 18, most: 70 },
      ],
    });
  });

  it('of people with several rows is of fewer, of whom one may have all rows but one of each other', () => {
    const [group] = readStatistics([['x', '1990', 20, 15, '900', 17, 10, 60]], boundOf('person'));
    expect(group?.figures).toEqual([
      { value: 20, contributors: 15, most: 6 },
      // Three rows without a value may be the only ones of three people.
      { value: 900, contributors: 12, most: 360 },
    ]);
  });

  it('has no member where there is no value, or one that does not fit its field', () => {
    const groups = readStatistics(
      [
        [null, null, 5],
        ['x', '', 5],
        [7, '19xx', 5],
      ],
      boundOf(null, []),
    );
    expect(groups.map(({ members }) => members)).toEqual([
      [null, null],
      ['x', null],
      [null, null],
    ]);
  });
});

describe('the rules of a cube', () => {
  it('bound what one makes up where there are sums only', () => {
    expect(rulesOf(boundOf(null)).dominance).toBe(85);
    expect(rulesOf(boundOf(null, [])).dominance).toBeNull();
  });
});
