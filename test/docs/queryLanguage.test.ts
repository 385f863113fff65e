import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { openDemoGateway, type DemoGateway } from '../support/demoGateway.js';

import { blocksOf, section } from './markdown.js';

let gateway: DemoGateway;
beforeAll(async () => {
  gateway = await openDemoGateway();
}, 60_000);
afterAll(() => gateway.close());

const fund = 'housing-fund-app';
const office = 'district-office';

/** The base of the cube that is shown. */
const base = 20;

/** Takes out the counts of a statistic, which each master key rounds otherwise. */
function withoutCounts(text: string): {
  readonly rest: unknown;
  readonly counts: readonly number[];
} {
  const counts: number[] = [];
  const rest: unknown = JSON.parse(text, (key, value: unknown) => {
    if (key !== 'count' || typeof value !== 'number') return value;
    counts.push(value);
    return undefined;
  });
  return { rest, counts };
}

it.each([
  ['Lists', office, 'district-service', 3],
  ['From the other end, and how many', office, 'district-service', 2],
  ['Conditions through links', office, 'district-service', 2],
  ['Aggregates', office, 'district-service', 3],
  ['Statistics', office, 'population-planning', 1],
  ['Many lookups in one', fund, 'housing-fund-withdrawal', 1],
  ['Verification', fund, 'housing-fund-opening', 2],
])('docs/query-language.md shows what is answered: %s', async (heading, client, purpose, count) => {
  const blocks = blocksOf(section('docs/query-language.md', heading));
  const textsIn = (wanted: string) =>
    blocks.flatMap(({ language, text }) => (language === wanted ? text : []));
  const [operations, answers] = [textsIn('graphql'), textsIn('json')];
  expect([operations.length, answers.length]).toEqual([count, count]);
  const placeholder = '<cursor>';
  let cursor = '';
  for (const [index, query] of operations.entries()) {
    const asked = query.replaceAll(placeholder, cursor);
    const { body } = await gateway.ask({ client, purpose }, asked);
    const shown = JSON.stringify(body.data, (key, value: unknown) => {
      if (!key.endsWith('Cursor') || typeof value !== 'string') return value;
      cursor = value;
      return placeholder;
    });
    const answer = answers[index]!;
    if (heading === 'Statistics') {
      const [told, wanted] = [withoutCounts(shown), withoutCounts(answer)];
      expect(told.rest).toEqual(wanted.rest);
      expect(told.counts).toHaveLength(wanted.counts.length);
      told.counts.forEach((count, at) => {
        expect(count % base).toBe(0);
        // Each is within twice the base of what it is of, or a little more.
        expect(Math.abs(count - wanted.counts[at]!)).toBeLessThanOrEqual(5 * base);
      });
    } else {
      expect(JSON.parse(shown)).toEqual(JSON.parse(answer));
    }
  }
});
