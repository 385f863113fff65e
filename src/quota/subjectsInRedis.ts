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
/**
 * Seconds after which a day's counts expire. It is long enough even if the clock of Redis is wrong.
 */
const kept = 2 * 24 * 3_600;

/**
 * Counts a whole charge or nothing of it. Each key but the last is a hash of one subject's counts by
 * grant; its field without a name says that an alert is on record. The last is a hash of how many
 * subjects each grant asked for. The answer is nil where one subject would exceed the limit, 0 where
 * the subjects would be too many. Otherwise it is the indexes in `KEYS` of the noticed subjects, each
 * with its grants.
 */
const script = `
local grant, most, conspicuous, kept = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), ARGV[4]
local subjects, added = KEYS[#KEYS], 0
for i = 1, #KEYS - 1 do
  local known = tonumber(redis.call('HGET', KEYS[i], grant) or '0')
  if known + tonumber(ARGV[5 + i]) > most then return false end
  if known == 0 then added = added + 1 end
end
local asked = tonumber(redis.call('HGET', subjects, grant) or '0')
if added > 0 and asked + added > tonumber(ARGV[5]) then return 0 end
redis.call('HINCRBY', subjects, grant, added)
redis.call('EXPIRE', subjects, kept)
local noticed = {}
for i = 1, #KEYS - 1 do
  local key = KEYS[i]
  redis.call('HINCRBY', key, grant, ARGV[5 + i])
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
    // A request that cannot be counted now is refused now: none waits for Redis to come back.
    disableOfflineQueue: true,
  });
  // Each command's promise tells its errors. An error event without a listener would end the
  // process.
  client.on('error', () => undefined);
  client.connect().catch(() => undefined);
  return client;
}

type Client = ReturnType<typeof connect>;

function end(client: Client): void {
  // Closing a connection that is not open would throw.
  if (client.isOpen) client.destroy();
}

/** The only policy under which Redis keeps every count until it expires. */
const keepsAll = 'noeviction';
const evicts =
  'TONGDAO_REDIS: its maxmemory-policy is noeviction; under any other, Redis drops counts when its memory is full, and those looked up start anew';
/** What is written to see whether anything can be. */
const probe = 'tongdao:probe';

const prefixOf = (day: string) => `tongdao:{subjects ${day}}`;

/** What Redis does when its memory is full. `INFO` tells it where `CONFIG` is forbidden too. */
async function policyOf(client: Client): Promise<string> {
  const memory = await client.info('memory');
  return /^maxmemory_policy:(\S+)/m.exec(memory)?.[1] ?? 'not told';
}

/** What the script answers with. */
type Places = readonly (readonly [number, readonly string[]])[];

/**
 * Counts in a Redis that several gateways share. It holds subjects only as keyed hashes, and each
 * day has its own keys. While Redis cannot be asked, no request that must be counted is answered.
 */
export class SubjectsInRedis implements OpenSubjectCounter {
  readonly #url: string;
  readonly #hmac: Hmac;
  #client: Client;
  #checkedClient: Client | null = null;
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
    { maxSubjectLookups, maxSubjects, noticedGrants }: SubjectLimits,
  ): Promise<Charged> {
    const keys = [...asked.map(({ id }) => this.#keyOf(day, id)), `${prefixOf(day)}:grants`];
    const times = asked.map((one) => one.times);
    const numbers = [maxSubjectLookups, noticedGrants, kept, maxSubjects, ...times];
    const answer = await this.#ask(async (client) => {
      await this.#checked(client);
      return client.eval(script, { keys, arguments: [grant, ...numbers.map(String)] });
    });
    if (answer === null) return { kind: 'exceeded' };
    if (answer === 0) return { kind: 'tooMany' };
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

  async check(): Promise<void> {
    const client = this.#client;
    const ready = new Promise<void>((settle) => {
      if (client.isReady) settle();
      else client.once('ready', settle);
    });
    // A gateway starts without Redis too.
    await withDeadline(ready, patience, () => new Error('Redis is away')).catch(() => undefined);
    const policy = await this.#ask(policyOf).catch(() => keepsAll);
    if (policy !== keepsAll) throw new Error(evicts);
  }

  /** A Redis without memory left answers to `PING`, and counts nothing: so something is written. */
  async isReady(): Promise<boolean> {
    try {
      await this.#ask(async (client) => {
        await this.#checked(client);
        await client.hSet(probe, 'at', '');
        await client.expire(probe, kept);
      });
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
    return `${prefixOf(day)}:${this.#hmac.of(day, id)}`;
  }

  /** Refuses to count in a Redis that may forget counts. It is looked at once a connection. */
  async #checked(client: Client): Promise<void> {
    if (this.#checkedClient === client) return;
    if ((await policyOf(client)) !== keepsAll) throw new Error(evicts);
    this.#checkedClient = client;
  }

  /**
   * Runs a command and gives up one that takes too long. Its connection is closed too: a silent one
   * does not come back, and later commands on it would wait as well. Redis may still count a
   * command that it received before.
   */
  async #ask<T>(command: (client: Client) => Promise<T>): Promise<T> {
    const client = this.#client;
    try {
      return await withDeadline(command(client), patience, () => {
        // Closed a moment later, or the command would fail with the end of its connection instead
        // of this error.
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
