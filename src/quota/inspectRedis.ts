import { createClient } from '@redis/client';

import { withDeadline } from '../shared/withDeadline.js';

/** What a Redis says of itself. */
export interface RedisState {
  /** As `noeviction`. */
  readonly policy: string;
  /** Bytes; 0 where its memory is not bounded. */
  readonly maxMemory: number;
  /** Milliseconds since the epoch, by its own clock. */
  readonly time: number;
}

/** Milliseconds. */
const patience = 3_000;

const late = () => new Error('Redis does not answer');

/**
 * Asks a Redis what it does with keys where its memory is full.
 *
 * @throws {Error} where it does not answer, which says no word of the driver's
 */
export async function inspectRedis(url: string): Promise<RedisState> {
  const client = createClient({
    url,
    socket: { connectTimeout: patience, reconnectStrategy: false },
  });
  client.on('error', () => undefined);
  try {
    const ask = async () => {
      await client.connect();
      const [memory, [seconds]] = await Promise.all([
        client.info('memory'),
        client.sendCommand<readonly string[]>(['TIME']),
      ]);
      const told = (name: string) => new RegExp(`^${name}:(\\S+)`, 'm').exec(memory)?.[1] ?? '';
      return {
        policy: told('maxmemory_policy'),
        maxMemory: Number(told('maxmemory')),
        time: Number(seconds) * 1_000,
      };
    };
    return await withDeadline(ask(), patience, late);
  } catch {
    throw late();
  } finally {
    if (client.isOpen) client.destroy();
  }
}
