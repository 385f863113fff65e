import { createClient } from '@redis/client';

import { ExchangeError } from '../errors/exchangeError.js';
import { Hmac } from '../keys/hmac.js';
import type { GrantId } from '../shared/brand.js';
import { withDeadline } from '../shared/withDeadline.js';

import type { Charged, SubjectCharge, SubjectLimits } from './subjectCounter.js';
import type { SubjectCounts } from './subjectCounts.js';

/** Milliseconds. */
const patience = 500;
/** Milliseconds between tries to connect again. */
const pause = 200;
/** Seconds after which a day's counts are gone, wherever its clocks stand. */
const kept = 2 * 24 * 3_600;

/**
 * Adds all of a charge or nothing. Each key holds one subject's counts, by grant, and under no grant that
 * an alert is on record. Answers nothing where one would be beyond the limit; else the places of those
 * who are noticed, each with its grants.
 */
const script = `
local grant, most, conspicuous, kept = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), ARGV[4]
for i, key in ipairs(KEYS) do
  local known = tonumber(redis.call('HGET', key, grant) or '0')
  if known + tonumber(ARGV[4 + i]) > most then return false end
end
local noticed = {}
for i, key in ipairs(KEYS) do
  redis.call('HINCRBY', key, grant, ARGV[4 + i])
  redis.call('EXPIRE', key, kept)
  if redis.call('HLEN', key) >= conspicuous and redis.call('HEXISTS', key, '') == 0 then
    noticed[#noticed + 1] = { i, redis.call('HKEYS', key) }
  end
end
return noticed`;

function connect(url: string) {
  const client = createClient({
    url,
    socket: { connectTimeout: patience, reconnectStrategy: () => pause },
    // What cannot be asked now is refused now: nothing waits for a Redis to come back.
    disableOfflineQueue: true,
  });
  // Whoever asks is told; a client without a listener would end the process.
  client.on('error', () => undefined);
  client.connect().catch(() => undefined);
  return client;
}

type Client = ReturnType<typeof connect>;

function end(client: Client): void {
  // What was ended before, or never opened, is not ended again.
  if (client.isOpen) client.destroy();
}

/** What the script answers with. */
type Places = readonly (readonly [number, readonly string[]])[];

/**
 * Counts in a Redis that several gateways share. It holds whom they ask for as keyed hashes only, a
 * day's in keys of their own. While it cannot be asked, nothing that is counted is answered.
 */
export class SubjectsInRedis implements SubjectCounts {
  readonly #url: string;
  readonly #hmac: Hmac;
  #client: Client;
  #isClosed = false;

  /**
   * @param url `redis://` or `rediss://`
   * @param key 32 bytes, for nothing else
   */
  constructor(url: string, key: Uint8Array) {
    this.#url = url;
    this.#hmac = new Hmac(key);
    this.#client = connect(url);
  }

  async charge(
    { grant, day, asked }: SubjectCharge,
    { maxSubjectLookups, noticedGrants }: SubjectLimits,
  ): Promise<Charged> {
    const keys = asked.map(({ id }) => this.#keyOf(day, id));
    const numbers = [maxSubjectLookups, noticedGrants, kept, ...asked.map(({ times }) => times)];
    const answer = await this.#ask((client) =>
      client.eval(script, { keys, arguments: [grant, ...numbers.map(String)] }),
    );
    if (answer === null) return { kind: 'exceeded' };
    // What the script gives, by the protocol's own types.
    const noticed = (answer as unknown as Places).flatMap(([place, grants]) => {
      const subject = asked[place - 1];
      return subject
        ? { id: subject.id, of: subject.of, grants: [...grants].sort() as GrantId[] }
        : [];
    });
    return { kind: 'counted', noticed };
  }

  async raised(day: string, ids: readonly string[]): Promise<void> {
    await this.#ask((client) => {
      const marks = ids.map((id) => this.#keyOf(day, id));
      return Promise.all(
        marks.flatMap((mark) => [client.hSet(mark, '', '1'), client.expire(mark, kept)]),
      );
    });
  }

  async isReady(): Promise<boolean> {
    try {
      await this.#ask((client) => client.ping());
      return true;
    } catch {
      return false;
    }
  }

  close(): Promise<void> {
    this.#isClosed = true;
    end(this.#client);
    return Promise.resolve();
  }

  /** The part in braces has all of a day lie together where a Redis is a cluster. */
  #keyOf(day: string, id: string): string {
    return `tongdao:{subjects ${day}}:${this.#hmac.of(day, id)}`;
  }

  /**
   * Asks, and gives up what takes too long, its connection included: one that is silent does not come
   * back, and whatever is sent by it waits too. What Redis has taken in by then may still be counted.
   */
  async #ask<T>(command: (client: Client) => Promise<T>): Promise<T> {
    const client = this.#client;
    try {
      return await withDeadline(command(client), patience, () => {
        // A moment later, lest the command fail with the end of its connection in the place of this.
        queueMicrotask(() => {
          this.#replace(client);
        });
        return new Error('Redis takes too long');
      });
    } catch (cause) {
      throw new ExchangeError('NOT_READY', undefined, { cause });
    }
  }

  #replace(client: Client): void {
    if (client !== this.#client || !client.isReady || this.#isClosed) return;
    this.#client = connect(this.#url);
    end(client);
  }
}
