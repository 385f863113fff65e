import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { callCli } from '../support/callCli.js';
import { openDemoGateway } from '../support/demoGateway.js';
import { dataDir, demoIdNo } from '../support/spawnGateway.js';

const fund = { client: 'housing-fund-app', purpose: 'housing-fund-withdrawal' };
const lookup = `{ resident(idNo: "${demoIdNo}") { idNo } }`;
const list = '{ airports(first: 1) { nodes { iata } } }';

describe('B15: `explain` of a lookup that needs a case', () => {
  const data = dataDir();
  let gateway: Awaited<ReturnType<typeof openDemoGateway>>;
  beforeAll(async () => {
    mkdirSync(data.dir, { recursive: true });
    gateway = await openDemoGateway({}, { dir: data.dir, remove: () => undefined });
  }, 60_000);
  afterAll(async () => {
    await gateway.close();
    data.remove();
  });

  async function explain(query: string, settings: Readonly<Record<string, string>> = {}) {
    const file = join(data.dir, 'asked.graphql');
    writeFileSync(file, query);
    const as = ['--as', fund.client, '--purpose', fund.purpose];
    const { status, stdout } = await callCli(['explain', ...as, file], {
      TONGDAO_DATA_DIR: data.dir,
      ...settings,
    });
    expect(status).toBe(0);
    return stdout;
  }
  const without = { 'acting-user': undefined, 'case-reference': undefined };
  const says = 'case  must be stated, by the headers acting-user and case-reference';

  it('says so, as the gateway refuses it without', async () => {
    expect(await explain(lookup)).toContain(says);
    const refused = await gateway.post(fund, { query: lookup }, without);
    expect(refused.body.data).toBeUndefined();
    expect(refused.body.errors?.map(({ message }) => message)).toEqual([
      expect.stringMatching(/acting-user.*case-reference/),
    ]);
    expect((await gateway.ask(fund, lookup)).body.errors).toBeUndefined();
  });

  it('and does not of what the gateway answers without', async () => {
    expect(await explain(list)).not.toContain('case');
    expect((await gateway.post(fund, { query: list }, without)).body.errors).toBeUndefined();
  });

  it('nor where the deployment asks for none', async () => {
    expect(await explain(lookup, { TONGDAO_REQUIRE_CASE: 'false' })).not.toContain(says);
  });
});
