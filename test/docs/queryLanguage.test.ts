import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { signToken } from '../../src/cli/demo/demoKeys.js';
import { demoOccasion } from '../../src/cli/demo/demoQuestion.js';
import { demoDir } from '../../src/cli/demo/prepareDemo.js';
import { deploy } from '../../src/cli/deploy.js';
import { readSettings } from '../../src/config/settings.js';
import { createGateway, type Gateway } from '../../src/gateway.js';

import { blocksOf, section } from './markdown.js';

let gateway: Gateway;
let dataDir: string;
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'tongdao-language-'));
  const settings = readSettings({ TONGDAO_DATA_DIR: dataDir, TONGDAO_LOG_LEVEL: 'silent' });
  gateway = await createGateway(await deploy(settings, () => undefined));
}, 60_000);
afterAll(async () => {
  await gateway.close();
  rmSync(dataDir, { recursive: true });
});

const fund = 'housing-fund-app';
const office = 'district-office';

it.each([
  ['Lists', office, 'district-service', 1],
  ['From the other end, and how many', office, 'district-service', 1],
  ['Conditions through links', office, 'district-service', 1],
  ['Aggregates', office, 'district-service', 2],
  ['Many lookups in one', fund, 'housing-fund-withdrawal', 1],
  ['Verification', fund, 'housing-fund-opening', 2],
])('docs/query-language.md shows what is answered: %s', async (heading, app, purpose, count) => {
  const blocks = blocksOf(section('docs/query-language.md', heading));
  const textsIn = (wanted: string) =>
    blocks.flatMap(({ language, text }) => (language === wanted ? text : []));
  const [operations, answers] = [textsIn('graphql'), textsIn('json')];
  expect([operations.length, answers.length]).toEqual([count, count]);
  for (const [index, query] of operations.entries()) {
    const { body } = await gateway.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: {
        authorization: `Bearer ${await signToken(demoDir(dataDir), app)}`,
        purpose,
        'acting-user': demoOccasion.actingUser,
        'case-reference': demoOccasion.caseReference,
      },
      payload: { query },
    });
    const { data } = JSON.parse(body) as { data: unknown };
    expect(data).toEqual(JSON.parse(answers[index]!));
  }
});
