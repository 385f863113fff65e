import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { segmentFile } from '../../src/record/chain/segmentFiles.js';
import { codesOf } from '../support/alike.js';
import { openSmallWorld } from '../support/smallWorld.js';
import { asSchool, openGatewayOver } from '../support/testGateway.js';
import type { TestWorld } from '../support/testWorld.js';

let world: TestWorld;
const change = { masterKey: randomBytes(32), recordSegment: 1 };
const open = () => openGatewayOver(world, change);
beforeEach(async () => {
  world = await openSmallWorld();
  const gateway = await open();
  for (let times = 0; times < 3; times += 1) await gateway.ask(asSchool, '{ __typename }');
  await gateway.end();
});
afterEach(() => world.remove());

const sealed = () => segmentFile(`${world.dir}/record.jsonl`, 2);

interface Health {
  readonly status: string;
  readonly why?: string;
  readonly record: string;
}

/** What a gateway says of itself once its sealed segments are verified. */
async function healthOf(gateway: Awaited<ReturnType<typeof open>>): Promise<Health> {
  for (;;) {
    const health = (await gateway.app.inject({ url: '/readyz?verbose' })).json<Health>();
    if (health.record !== 'being verified') return health;
    await setTimeout(20);
  }
}

describe('E3: a start does not hang on what is on record; the sealed part is verified beside the work', () => {
  it('sound', async () => {
    const gateway = await open();
    expect(await healthOf(gateway)).toMatchObject({ status: 'ready', record: 'sound' });
    await gateway.end();
  });

  it('an entry in it was altered: that is told, and all is answered', async () => {
    const text = readFileSync(sealed(), 'utf8');
    writeFileSync(sealed(), text.replace('"client":"school"', '"client":"s_hool"'));
    const gateway = await open();
    expect(await healthOf(gateway)).toMatchObject({
      status: 'degraded',
      why: 'the record is damaged: see `tongdao record verify`',
      record: 'damaged',
    });
    const { status, body } = await gateway.ask(asSchool, '{ __typename }');
    expect([status, codesOf(body)]).toEqual([200, []]);
    expect((await gateway.verify()).damages).toMatchObject([
      { kind: 'ALTERED', segment: 2, seq: 2 },
    ]);
    await gateway.end();
  });

  it('a segment is gone: it does not start', async () => {
    rmSync(sealed());
    await expect(open()).rejects.toThrow('lacks its segment');
  });
});
