import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { ExchangeError } from '../../src/errors/exchangeError.js';
import type { Entry } from '../../src/record/entry/entry.js';
import type { OpenRecord } from '../../src/start/gateway.js';
import { asFund, asSchool, openTestGateway, type TestGateway } from '../support/testGateway.js';

/** A record on a disk that fills up, and is emptied again. */
class FillingRecord implements OpenRecord {
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

  isHealthy = () => Promise.resolve(!this.isFull);
  close = () => Promise.resolve();
}

const record = new FillingRecord();
let gateway: TestGateway;
beforeEach(async () => {
  record.isFull = false;
  gateway = await openTestGateway({ record, limits: { noticedGrants: 2 } });
});
afterEach(() => gateway.close());

const ask = (query: string, as = asSchool) => gateway.post(as, { query });

describe('where the record cannot be written', () => {
  const query = '{ resident(idNo: "370202199003071233") { name birthDate } }';

  it('nothing leaves: not what was read, and not why it was refused', async () => {
    expect((await ask(query)).body).toMatchObject({ data: { resident: { name: '张小三' } } });
    record.isFull = true;
    for (const refused of [query, '{ nothing }', '{']) {
      const { status, body, text, headers } = await ask(refused);
      expect(status).toBe(503);
      expect(body).toEqual({
        errors: [
          {
            message: 'The channel cannot answer lawfully now; try again.',
            extensions: { code: 'NOT_READY' },
          },
        ],
        extensions: { tongdao: { requestId: headers['request-id'] } },
      });
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['content-length']).toBe(String(Buffer.byteLength(text)));
    }
  });

  it.each(['application/json', 'application/graphql-response+json'])(
    'that is said in the media type that is preferred: %s',
    async (accept) => {
      record.isFull = true;
      for (const payload of [{ query }, '{']) {
        const { status, headers } = await gateway.post(asSchool, payload, { accept });
        expect([status, headers['content-type']]).toEqual([503, `${accept}; charset=utf-8`]);
      }
    },
  );

  it('an address that is none tells nothing either', async () => {
    record.isFull = true;
    const { statusCode, json } = await gateway.app.inject({ url: '/nowhere' });
    expect(statusCode).toBe(503);
    expect(json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_READY' } }] });
  });

  it('the gateway lives, and is not ready, until it can be written again', async () => {
    const health = async () =>
      Promise.all(
        ['/healthz', '/readyz'].map(async (url) => (await gateway.app.inject({ url })).statusCode),
      );
    expect(await health()).toEqual([200, 200]);
    record.isFull = true;
    expect(await health()).toEqual([200, 503]);
    const { body } = await gateway.app.inject({ url: '/readyz' });
    expect(JSON.parse(body)).toEqual({ status: 'not ready', why: 'the record cannot be written' });
    record.isFull = false;
    expect(await health()).toEqual([200, 200]);
    expect((await ask(query)).status).toBe(200);
    expect(record.entries.at(-1)).toMatchObject({ client: 'school', outcome: 'OK' });
  });
});

describe('who is asked for under many grants', () => {
  const query = '{ resident(idNo: "370202199003071233") { name } }';

  it.each([true, false])(
    'is on record once, whether or not the record failed at first: %s',
    async (fails) => {
      record.entries.length = 0;
      expect((await ask(query, asFund)).status).toBe(200);
      if (fails) {
        record.isFull = true;
        expect((await ask(query)).status).toBe(503);
        record.isFull = false;
      }
      for (let again = 0; again < 2; again += 1) expect((await ask(query)).status).toBe(200);
      expect(record.entries.filter(({ alerts }) => alerts)).toHaveLength(1);
    },
  );
});
