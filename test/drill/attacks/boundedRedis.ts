import { createClient } from '@redis/client';

import { openOwnRedis } from '../../support/ownServers.js';
import { spawnGateway, withoutDemo } from '../../support/spawnGateway.js';
import { unless, type Attack, type Drill } from '../frame/attack.js';
import { feelFor } from '../frame/bystander.js';
import { countOf, startPress, wholeOf } from '../frame/press.js';

import { madeUp } from './subjectFlood.js';

/** Whether a gateway starts on a Redis that would drop counts. */
async function startsOnDropping({ folder, world }: Drill): Promise<boolean> {
  const redis = await openOwnRedis('16mb', 'allkeys-lru');
  const settings = { ...world.settings, TONGDAO_REDIS: redis.url };
  const gateway = await spawnGateway(folder(), settings, withoutDemo);
  const ended = await gateway.endedWithin(30_000);
  await gateway.kill('SIGKILL');
  await redis.stop();
  return ended?.[0] !== 1;
}

/** Very many made-up people are counted in a Redis of bounded memory, which is then full. */
export const boundedRedis: Attack = {
  name: 'C2 flood of subjects, bounded Redis',
  async run(drill) {
    const { open, seconds, other, attacker, short } = drill;
    const redis = await openOwnRedis('16mb', 'noeviction');
    const client = createClient({ url: redis.url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      const most = short ? 3_000 : 10_000;
      const { gateway } = await open({
        TONGDAO_SUBJECTS_PER_DAY: String(most),
        TONGDAO_REDIS: redis.url,
      });
      const { port } = gateway;
      const quiet = await feelFor(seconds, port, other);
      const press = startPress({ port, headers: attacker, query: madeUp, connections: 4 });
      const under = await feelFor(seconds, port, other);
      const answers = await press.stop();
      const charged = wholeOf(answers).length;
      const [, used = '?'] = /used_memory_human:(\S+)/.exec(await client.info('memory')) ?? [];
      const [, evicted] = /evicted_keys:(\d+)/.exec(await client.info('stats')) ?? [];
      await client.configSet('maxmemory', '1');
      const full = await feelFor(1, port, other);
      await client.configSet('maxmemory', '16mb');
      const back = await feelFor(1, port, other);
      return {
        quiet,
        under,
        received: [quiet, under, full, back].flatMap(({ whole }) => whole),
        seen: `${charged * 100} subjects charged, Redis holds ${used}, ${full.answers.length} lookups refused while it was full`,
        faults: [
          ...unless(charged * 100 <= most, `more than ${most} were charged`),
          ...unless(countOf(answers, 'QUOTA_EXCEEDED') > 0, 'the flood was not refused'),
          ...unless(
            under.whole.length > 0 && under.whole.length === under.answers.length,
            'another client was refused',
          ),
          ...unless(evicted === '0', 'counts were dropped'),
          ...unless(full.whole.length === 0, 'lookups were answered that were not counted'),
          ...unless(countOf(full.answers, 'NOT_READY') > 0, 'they were not refused as NOT_READY'),
          ...unless(back.whole.length > 0, 'nothing is answered once there is room'),
          ...unless(!(await startsOnDropping(drill)), 'it starts on a Redis that drops counts'),
        ],
      };
    } finally {
      client.destroy();
      await redis.stop();
    }
  },
};
