import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import type { ExchangeError } from '../../src/errors/exchangeError.js';
import type { SourceName } from '../../src/shared/brand.js';
import type { Connector } from '../../src/source/connector.js';
import type { FetchRequest } from '../../src/source/request/fetchRequest.js';
import { isIn } from '../../src/source/request/filter.js';
import { openSource } from '../../src/sources/openSource.js';
import { columnOf } from '../contract/source.js';
import { codesOf } from '../support/alike.js';
import { inArrays } from '../support/inArrays.js';
import { createDatabase, mariadbUrl, type TestDatabase } from '../support/mariadb.js';
import { openSilentProxy } from '../support/silentProxy.js';
import { openSmallWorld } from '../support/smallWorld.js';
import { asFund, openGatewayOver } from '../support/testGateway.js';

type Proxy = Awaited<ReturnType<typeof openSilentProxy>>;

const serverPort = Number(new URL(mariadbUrl).port || 3306);
function through(url: string, { port }: Proxy): string {
  const changed = new URL(url);
  changed.host = `127.0.0.1:${port}`;
  return changed.href;
}

/** The time that all this may take: to notice, to replace the connections, to end. */
const grace = 15_000;

const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'answered',
    (error: unknown) => (error as ExchangeError).code,
  );

describe('C11: a way to a source that swallows all packets', () => {
  let database: TestDatabase;
  let proxy: Proxy;
  let source: Connector;
  let request: FetchRequest;
  beforeEach(async () => {
    database = await createDatabase('tongdao_c11');
    await database.query('CREATE TABLE t (id INT PRIMARY KEY)');
    await database.query('INSERT INTO t VALUES (7)');
    proxy = await openSilentProxy(serverPort);
    source = inArrays(openSource(through(database.url, proxy), { limits: { timeout: 1_000 } }));
    const id = columnOf(await source.shape(), 't', 'id');
    const filter = isIn(id, [7]);
    request = { table: 't', columns: [id], filter, orderBy: [], limit: null };
  });
  afterEach(async () => {
    await proxy.close();
    await database.drop();
  });

  const ask = (asker = 'one') => codeOf(source.fetch(request, { asker }));
  /** Sixteen connections, all open. */
  const askMany = () =>
    Promise.all(Array.from({ length: 16 }, (_, at) => ask(at % 2 === 0 ? 'one' : 'other')));
  async function untilAnswered(): Promise<void> {
    while ((await ask()) !== 'answered') await new Promise((settle) => setTimeout(settle, 50));
  }

  it(
    'on open connections: they are replaced, all of them',
    async () => {
      await askMany();
      proxy.silence();
      expect(new Set(await askMany())).toEqual(new Set(['SOURCE_TIMEOUT']));
      await untilAnswered();
      expect(new Set(await askMany())).toEqual(new Set(['answered']));
      await source.close();
    },
    grace,
  );

  it(
    'on all connections: it is given up, and asked again once it is back',
    async () => {
      await askMany();
      proxy.silenceAll();
      // From some moment on, nobody waits for it.
      while ((await ask()) !== 'SOURCE_UNAVAILABLE') await askMany();
      expect(source.reach).not.toBe('reached');
      proxy.mend();
      // A statement that was sent before may fail after the first that is answered.
      do await untilAnswered();
      while (source.reach !== 'reached');
      expect(new Set(await askMany())).toEqual(new Set(['answered']));
      await source.close();
    },
    2 * grace,
  );

  it(
    'and never ends them: closing does not wait for it',
    async () => {
      await askMany();
      proxy.silenceAll();
      await askMany();
      await source.close();
    },
    grace,
  );
});

describe('C11: a gateway whose source is silent', () => {
  it('says so on /readyz, answers what it can, and ends', async () => {
    const world = await openSmallWorld(undefined, 'mariadb');
    const proxy = await openSilentProxy(serverPort);
    const population = 'population' as SourceName;
    const url = through(world.sources.get(population) ?? '', proxy);
    const gateway = await openGatewayOver(
      { ...world, sources: new Map([...world.sources, [population, url]]) },
      { sourceLimits: { timeout: 500 } },
    );
    const ready = async () => {
      const { statusCode, body } = await gateway.app.inject({ url: '/readyz?verbose' });
      return { statusCode, ...(JSON.parse(body) as object) };
    };
    const sources = { population: 'reached', divisions: 'reached' };
    expect(await ready()).toEqual({ statusCode: 200, status: 'ready', sources });
    proxy.silenceAll();
    const list = '{ residents { nodes { name } } province(code: "37") { name } }';
    const many = async () => {
      const answers = await Promise.all(Array.from({ length: 8 }, () => gateway.ask(asFund, list)));
      for (const { body } of answers) {
        expect(body.data).toEqual({ residents: null, province: { name: '山东省' } });
      }
      return answers.flatMap(({ body }) => codesOf(body));
    };
    // From some moment on, nobody waits for it.
    while (!(await many()).every((code) => code === 'SOURCE_UNAVAILABLE'));
    expect(await ready()).toEqual({
      statusCode: 200,
      status: 'degraded',
      why: 'a source cannot be reached; what is asked of it is not answered',
      sources: { ...sources, population: expect.stringMatching(/^(?:given up|tried)$/) as unknown },
    });
    await gateway.close();
    await proxy.close();
  }, 30_000);
});
