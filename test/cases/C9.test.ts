import { copyFileSync, renameSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { codesOf } from '../support/alike.js';
import { asSchool, openTestGateway, type TestGateway } from '../support/testGateway.js';

let gateway: TestGateway;
let record: string;
beforeEach(async () => {
  gateway = await openTestGateway();
  record = join(gateway.dir, 'record.jsonl');
  await expectAnswered();
});
afterEach(() => gateway.close());

const list = '{ residents { nodes { name } } }';

async function expectAnswered(): Promise<void> {
  const { status, body } = await gateway.ask(asSchool, list);
  expect([status, codesOf(body)]).toEqual([200, []]);
}

async function expectNothing(): Promise<void> {
  const { status, body, text } = await gateway.ask(asSchool, list);
  expect([status, codesOf(body)]).toEqual([503, ['NOT_READY']]);
  expect(text).not.toContain('nodes');
  const { statusCode, body: ready } = await gateway.app.inject({ url: '/readyz' });
  expect([statusCode, ready]).toEqual([
    503,
    JSON.stringify({ status: 'not ready', why: 'the record cannot be written' }),
  ]);
}

describe('C9: the record, while a gateway writes it', () => {
  it.each(['record.jsonl', 'record.head'])(
    '%s moved away: nothing is answered until it is back',
    async (name) => {
      const file = join(gateway.dir, name);
      renameSync(file, `${file}.away`);
      await expectNothing();
      await expectNothing();
      renameSync(`${file}.away`, file);
      await expectAnswered();
      expect(await gateway.verify()).toMatchObject({ damages: [], torn: 0 });
    },
  );

  it('moved away and removed: nothing is answered any more', async () => {
    renameSync(record, `${record}.away`);
    rmSync(`${record}.away`);
    await expectNothing();
  });

  it('replaced by its copy: nothing is answered, since it may lack what came meanwhile', async () => {
    copyFileSync(record, `${record}.copy`);
    renameSync(`${record}.copy`, record);
    await expectNothing();
  });

  it('cut: nothing is answered, and nothing is written behind the cut', async () => {
    truncateSync(record, 10);
    await expectNothing();
    await expectNothing();
    expect((await gateway.verify()).bytes + (await gateway.verify()).torn).toBe(10);
  });

  it('is looked at by /readyz, though nobody asks', async () => {
    renameSync(record, `${record}.away`);
    const { statusCode } = await gateway.app.inject({ url: '/readyz' });
    expect(statusCode).toBe(503);
    renameSync(`${record}.away`, record);
    expect((await gateway.app.inject({ url: '/readyz' })).statusCode).toBe(200);
    await expectAnswered();
  });
});
