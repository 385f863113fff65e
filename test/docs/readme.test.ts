import { readFileSync } from 'node:fs';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { demoCompaniesOperation, demoOperation } from '../../demo/ask/demoOperation.js';
import { demoClients, type DemoClient } from '../../demo/policy/demoClients.js';
import { openDemoGateway, type DemoGateway } from '../support/demoGateway.js';
import { runCli } from '../support/spawnGateway.js';

import { blocksOf, readmes } from './markdown.js';

let gateway: DemoGateway;
beforeAll(async () => {
  gateway = await openDemoGateway();
}, 60_000);
afterAll(() => gateway.close());

/** What a client of the demo is answered. */
async function ask({ id, purpose }: Pick<DemoClient, 'id' | 'purpose'>, query: string) {
  const { body } = await gateway.ask({ client: id, purpose }, query);
  return body;
}

/** An operation without its layout. */
const plain = (operation: string | undefined) => operation?.replace(/\s+/g, ' ').trim();

describe.each(readmes)('%s', (file) => {
  const blocks = blocksOf(readFileSync(file, 'utf8'));
  const textsIn = (wanted: string) =>
    blocks.flatMap(({ language, text }) => (language === wanted ? text : []));
  const [operation, companiesOperation, example, conditionsOperation] = textsIn('graphql');
  const answers = textsIn('json');
  const answer = (index: number) => JSON.parse(answers[index]!) as object;
  const [, housingFund, districtOffice] = demoClients;

  it.each(demoClients.map((client, index) => ({ ...client, index })))(
    'shows what the $label is answered',
    async ({ id, purpose, index }) => {
      expect(await ask({ id, purpose }, operation!)).toMatchObject({ data: answer(index) });
    },
  );

  it('shows what links across agencies answer', async () => {
    expect(await ask(housingFund!, companiesOperation!)).toMatchObject({ data: answer(3) });
  });

  it('shows what conditions and an order answer', async () => {
    expect(await ask(districtOffice!, conditionsOperation!)).toMatchObject({
      data: answer(4),
    });
  });

  it('shows the demo’s own operations', () => {
    expect([plain(operation), plain(companiesOperation)]).toEqual([
      plain(demoOperation),
      plain(demoCompaniesOperation),
    ]);
  });

  it('shows a catalog as it stands', () => {
    expect(readFileSync('schema/catalogs/public-security.graphql', 'utf8')).toContain(example);
  });

  it('shows why a client sees what it sees', () => {
    const [shown] = textsIn('text').filter((text) => text.startsWith('$ npx tongdao explain '));
    const [command = '', ...lines] = shown!.split('\n');
    const { status, stdout } = runCli(command.split(' ').slice(3), {
      TONGDAO_DATA_DIR: gateway.dir,
    });
    expect([status, stdout]).toEqual([0, lines.join('\n')]);
  });

  it('shows the two commands', () => {
    const [commands] = textsIn('sh');
    expect(commands).toMatch(/^npm ci && npm start /m);
    expect(commands).toMatch(/^npm ci && npm test /m);
  });
});

it('README.md names every setting', () => {
  const readme = readFileSync('README.md', 'utf8');
  const settings = readFileSync('src/start/settings.ts', 'utf8').match(
    /\b(PORT|HOST|TONGDAO_[A-Z_]+)(?=:)/g,
  );
  const named = readme.replace(/`_([A-Z_]+)`/g, '`TONGDAO_MAX_$1`');
  expect(new Set(settings).size).toBeGreaterThan(10);
  for (const setting of new Set(settings)) expect(named).toContain(setting);
});
