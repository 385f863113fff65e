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
    expect(JSON.parse(shown)).toEqual(JSON.parse(answers[index]!));
  }
});
