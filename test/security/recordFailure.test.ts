import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';

import { readPolicy } from '../../src/control/policy/readPolicy.js';
import { ExchangeError } from '../../src/errors/exchangeError.js';
import { Exchange } from '../../src/exchange/exchange.js';
import { defaultLimits } from '../../src/exchange/exchangeLimits.js';
import type { Phase } from '../../src/http/health/serveHealth.js';
import { createServer } from '../../src/http/wire/createServer.js';
import { Identity } from '../../src/identity/identity.js';
import { HashKeys } from '../../src/keys/hashKeys.js';
import { SubjectsInProcess } from '../../src/quota/subjectsInProcess.js';
import type { Entry } from '../../src/record/entry/entry.js';
import type { Recorder } from '../../src/record/entry/recorder.js';
import { openCatalog } from '../../src/start/openCatalog.js';
import { explorerDir } from '../../src/start/projectDir.js';
import { readCatalogs, readVocabulary } from '../../src/start/readCatalogs.js';
import { openSmallWorld } from '../support/smallWorld.js';
import { testCatalogDir } from '../support/testCatalogs.js';
import { tokenOf } from '../support/testClients.js';
import { occasion } from '../support/testGateway.js';
import { testPolicy } from '../support/testPolicy.js';

/** A record on a disk that fills up, and is emptied again. */
class FillingRecord implements Recorder {
  isFull = false;
  readonly entries: Entry[] = [];

  append(entry: Entry): Promise<void> {
    if (this.isFull) {
      const cause = new Error('ENOSPC: no space left on device, write /secret/record.jsonl');
      return Promise.reject(new ExchangeError('NOT_READY', undefined, { cause }));
    }
    this.entries.push(entry);
    return Promise.resolve();
  }
}

async function openWith(record: FillingRecord) {
  const world = await openSmallWorld();
  const { sources } = world;
  const texts = {
    vocabulary: await readVocabulary(),
    catalogs: await readCatalogs(testCatalogDir),
  };
  const { catalog, connectors } = await openCatalog({ ...texts, sources, sourceTimeout: 5_000 });
  const snapshot = readPolicy(testPolicy(), catalog);
  const exchange = new Exchange({
    catalog,
    policy: { current: () => snapshot },
    identity: new Identity(Date.now),
    connectors,
    limits: { ...defaultLimits, noticedGrants: 2 },
    cursorKey: new Uint8Array(64),
    hashKeys: new HashKeys(new Uint8Array(32)),
    subjects: new SubjectsInProcess(Date.now),
    conceal: () => 'somebody',
    now: Date.now,
  });
  const phase = (): Promise<Phase> =>
    Promise.resolve(
      record.isFull
        ? { kind: 'not-ready', why: 'the record cannot be written' }
        : { kind: 'serving' },
    );
  const app = await createServer({
    exchange,
    administration: null,
    record,
    conceal: () => 'concealed',
    catalog: catalog.version,
    logger: pino({ level: 'silent' }),
    phase,
    explorerDir,
    explorer: () => Promise.resolve({ operation: '', requesters: [] }),
    maxBodySize: 100_000,
    limits: defaultLimits,
  });
  return {
    app,
    async close() {
      await app.close();
      await Promise.all([...connectors.values()].map((connector) => connector.close()));
      await world.remove();
    },
  };
}

const record = new FillingRecord();
let server: Awaited<ReturnType<typeof openWith>>;
beforeEach(async () => {
  record.isFull = false;
  server = await openWith(record);
});
afterEach(() => server.close());

async function ask(query: string, client = 'school', purpose = 'enrolment') {
  return server.app.inject({
    method: 'POST',
    url: '/graphql',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await tokenOf(client)}`,
      purpose,
      ...occasion,
    },
    payload: { query },
  });
}

describe('where the record cannot be written', () => {
  const query = '{ resident(idNo: "370202199003071233") { name birthDate } }';

  it('nothing leaves: not what was read, and not why it was refused', async () => {
    expect((await ask(query)).json()).toMatchObject({ data: { resident: { name: '张小三' } } });
    record.isFull = true;
    for (const text of [query, '{ nothing }', '{']) {
      const { statusCode, body, headers } = await ask(text);
      expect(statusCode).toBe(503);
      expect(JSON.parse(body)).toEqual({
        errors: [
          {
            message: 'The channel cannot answer lawfully now; try again.',
            extensions: { code: 'NOT_READY' },
          },
        ],
        extensions: { tongdao: { requestId: headers['request-id'] } },
      });
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['content-length']).toBe(String(Buffer.byteLength(body)));
    }
  });

  it('an address that is none tells nothing either', async () => {
    record.isFull = true;
    const { statusCode, json } = await server.app.inject({ url: '/nowhere' });
    expect(statusCode).toBe(503);
    expect(json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_READY' } }] });
  });

  it('the gateway lives, and is not ready, until it can be written again', async () => {
    const health = async () =>
      Promise.all(
        ['/healthz', '/readyz'].map(async (url) => (await server.app.inject({ url })).statusCode),
      );
    expect(await health()).toEqual([200, 200]);
    record.isFull = true;
    expect(await health()).toEqual([200, 503]);
    const { body } = await server.app.inject({ url: '/readyz' });
    expect(JSON.parse(body)).toEqual({ status: 'not ready', why: 'the record cannot be written' });
    record.isFull = false;
    expect(await health()).toEqual([200, 200]);
    expect((await ask(query)).statusCode).toBe(200);
    expect(record.entries.at(-1)).toMatchObject({ client: 'school', outcome: 'OK' });
  });
});

describe('who is asked for under many grants', () => {
  const query = '{ resident(idNo: "370202199003071233") { name } }';

  it.each([true, false])(
    'is on record once, whether or not the record failed at first: %s',
    async (fails) => {
      record.entries.length = 0;
      expect((await ask(query, 'fund', 'withdrawal')).statusCode).toBe(200);
      if (fails) {
        record.isFull = true;
        expect((await ask(query)).statusCode).toBe(503);
        record.isFull = false;
      }
      for (let again = 0; again < 2; again += 1) expect((await ask(query)).statusCode).toBe(200);
      expect(record.entries.filter(({ alerts }) => alerts)).toHaveLength(1);
    },
  );
});
