import { createClient } from '@redis/client';

import { ExchangeError } from '../errors/exchangeError.js';
import { Hmac } from '../keys/hmac.js';
import type { GrantId } from '../shared/brand.js';
import { withDeadline } from '../shared/withDeadline.js';

import type {
  Charged,
  OpenSubjectCounter,
  SubjectCharge,
  SubjectLimits,
} from './subjectCounter.js';

/** Milliseconds. */
const patience = 500;
/** Milliseconds between tries to connect again. */
const pause = 200;
/** Seconds after which a day's counts are gone; long enough whatever the clock of Redis says. */
const kept = 2 * 24 * 3_600;

/**
 * Counts all of a charge, or nothing of it. Each key is a hash of one subject's counts by grant; its field
 * without a name says that an alert is on record. The answer is nil where one subject would be beyond the
 * limit; else the places in `KEYS` of those who are noticed, each with its grants.
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
    // What cannot be counted now is refused now: no request waits for Redis to come back.
    disableOfflineQueue: true,
  });
  // Whoever asks is told of an error by its own promise; without a listener it would end the process.
  client.on('error', () => undefined);
  client.connect().catch(() => undefined);
  return client;
}

type Client = ReturnType<typeof connect>;

function end(client: Client): void {
  // To end one that is not open would throw.
  if (client.isOpen) client.destroy();
}

/** What the script answers with. */
type Places = readonly (readonly [number, readonly string[]])[];

/**
 * Counts in a Redis that several gateways share. It holds no subject but by a keyed hash, and each day
 * has keys of its own. While Redis cannot be asked, nothing that must be counted is answered.
 */
export class SubjectsInRedis implements OpenSubjectCounter {
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

  /** In a cluster, the part in braces puts all keys of a day on one node, as the script needs them. */
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
