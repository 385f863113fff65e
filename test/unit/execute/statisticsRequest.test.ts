import { describe, expect, it } from '@jest/globals';

import type { Cube, Field, Resource } from '../../../src/catalog/model/catalog.js';
import {
  readStatistics,
  rulesOf,
  statisticsRequest,
} from '../../../src/execute/fetch/statisticsRequest.js';
import { noReads } from '../../../src/plan/facts/reads.js';
import type { BoundStatistics } from '../../../src/plan/roots/statistics.js';
import { allRows } from '../../../src/source/request/filter.js';

const field = (name: string, type: Field['type']) =>
  ({ name, type, column: { name } }) as unknown as Field;
const [no, person, place, day, paid] = [
  field('no', 'ID'),
  field('person', 'ID'),
  field('place', 'String'),
  field('day', 'Date'),
  field('paid', 'Int'),
];

/** A statistic by place and year, with what was paid; of rows that are about `subject`. */
function boundOf(
  subject: string | null,
  measures: readonly Field[] = [paid],
  vouched: Resource['vouched'] = [],
): BoundStatistics {
  const cube: Cube = {
    name: 'cube',
    title: 'cube',
    dimensions: [
      { name: 'place', field: place, part: 'value' },
      { name: 'day_year', field: day, part: 'year' },
    ],
    measures: measures.map((measure) => ({ name: measure.name, field: measure, atMost: 500 })),
    base: 10,
  };
  const fields = new Map([no, person, place, day, paid].map((one) => [one.name, one]));
  const resource = { subject, key: ['no'], fields, vouched } as unknown as Resource;
  const step = { fetch: { table: 't', resource } } as unknown as BoundStatistics['step'];
  const facts = { cost: 0, reads: noReads, lookupLevel: null, subjects: null };
  return { kind: 'statistics', step, cube, filter: allRows, draw: () => 0, facts };
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
      measures: [{ kind: 'count' }, { kind: 'sumWithin', column: paid.column, atMost: 500 }],
      each: null,
      maxGroups: null,
    });
  });

  it('puts the rows of each person together, where one may have several, and leaves out those of nobody', () => {
    const isNull = { kind: 'isNull', column: person.column };
    expect(statisticsRequest(boundOf('person'))).toMatchObject({
      each: person.column,
      filter: { kind: 'not', of: isNull },
      measures: [{ kind: 'count' }, { kind: 'sumWithin' }],
    });
    expect(statisticsRequest(boundOf('no')).each).toBeNull();
  });

  it('puts them together by a key, too, that nothing but the word of the catalog keeps unique', () => {
    expect(statisticsRequest(boundOf('no', [], [['no']])).each).toEqual(no.column);
  });
});

describe('a group that a source gave', () => {
  it('is of so many, with the digits of its sums', () => {
    const given = [['x', '1990', 20, '-9007199254740993']];
    expect(readStatistics(given, boundOf(null))).toEqual([
      { members: ['x', '1990'], figures: [20n, -9_007_199_254_740_993n] },
    ]);
  });

  it('has a sum of none where nobody has a value', () => {
    expect(readStatistics([['x', '1990', 20, null]], boundOf(null))[0]?.figures).toEqual([20n, 0n]);
  });

  it('has one spelling of its member, whichever rows are there', () => {
    const either = { ...place, column: { ...place.column, eitherCase: true } };
    const bound = boundOf(null, []);
    const dimensions = [{ name: 'place', field: either, part: 'value' } as const];
    const of = (spelling: string) =>
      readStatistics([[spelling, 5]], { ...bound, cube: { ...bound.cube, dimensions } });
    expect(of('1x')).toEqual(of('1X'));
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
  it('round counts to its base, and sums to as much for so many people', () => {
    expect(rulesOf(boundOf(null))).toEqual({
      dimensions: ['["place","value"]', '["day","year"]'],
      figures: [
        { name: null, base: 10 },
        { name: 'paid', base: 5_000 },
      ],
      hasShared: false,
    });
    expect(rulesOf(boundOf('person')).hasShared).toBe(true);
  });
});
