import type { Kind } from './kind.js';

/** What is computed over all rows. */
export const groups: readonly Kind[] = [
  {
    name: 'grouped by years',
    query: '{ itemAggregate(groupBy: [made_year]) { group { made_year } count } }',
    byHand: ({ year }) => `SELECT ${year('made')}, COUNT(*) FROM item GROUP BY 1 ORDER BY 1`,
  },
  {
    name: 'grouped by months',
    query: '{ itemAggregate(groupBy: [made_month]) { group { made_month } count } }',
    byHand: ({ month }) => `SELECT ${month('made')}, COUNT(*) FROM item GROUP BY 1 ORDER BY 1`,
  },
  {
    name: 'groups cut at their limit',
    isOfStatement: true,
    query: '{ itemAggregate(groupBy: [region, made_month]) { group { region made_month } count } }',
    byHand: ({ month }) =>
      `SELECT region, ${month('made')}, COUNT(*) FROM item GROUP BY 1, 2 ORDER BY 1, 2 LIMIT 501`,
  },
  {
    name: 'cube of two dimensions',
    isOfStatement: true,
    query: '{ itemStatistics(cube: byRegion) { over group { region status } count } }',
    byHand: () =>
      'SELECT region, status, COUNT(*) FROM item GROUP BY region, status ORDER BY region, status',
  },
];
