import { afterEach, describe, expect, it } from '@jest/globals';

import { ExchangeError } from '../../src/errors/exchangeError.js';
import type { Entry } from '../../src/record/entry/entry.js';
import type { OpenRecord } from '../../src/start/gateway.js';
import { askExport, readExport } from '../support/askExport.js';
import { asDistricts, asSync, exportPolicy } from '../support/exportPolicy.js';
import type { GatewayChange } from '../support/testDeployment.js';
import { openTestGateway, type As, type TestGateway } from '../support/testGateway.js';

let gateway: TestGateway;
afterEach(() => gateway.close());

/** Does something once so many statements have been sent. */
function afterStatements(count: number, act: () => void) {
  let left = count;
  return () => {
    left -= 1;
    if (left === 0) act();
  };
}

const open = async (change: GatewayChange) => {
  // So that a chunk has one row.
  gateway = await openTestGateway({ policy: exportPolicy(), limits: { maxCost: 2 }, ...change });
};

const names = 'query ($after: String) { residentExport(after: $after) { name } }';

async function exported(as: As, variables = {}) {
  const { status, text } = await askExport(gateway, as, names, variables);
  return { status, text, ...readExport(text) };
}

const stepsOf = (entries: readonly Entry[]) =>
  entries.map(({ export: part, outcome }) => `${part?.step} ${part?.chunk} ${outcome}`);

describe('an export ends before the next chunk', () => {
  it('where its grant has ended, and says so', async () => {
    const until = Date.parse('2026-11-25T12:00:00+08:00');
    let time = until - 1;
    await open({
      policy: exportPolicy('2026-11-25T12:00:00+08:00'),
      now: () => time,
      observe: afterStatements(3, () => {
        time = until;
      }),
    });
    const { status, rows, chunks, end } = await exported(asSync);
    expect(status).toBe(200);
    expect(rows.length).toBeLessThan(4);
    expect(chunks.at(-1)?.rows ?? 0).toBe(rows.length);
    expect(end).toEqual({
      outcome: 'PURPOSE_NOT_VALID',
      rows: rows.length,
      cursor: chunks.at(-1)?.cursor ?? null,
      errors: [expect.objectContaining({ extensions: { code: 'PURPOSE_NOT_VALID' } })],
    });
    const entries = gateway.entries();
    expect(stepsOf(entries).at(0)).toBe('OPEN 0 OPEN');
    expect(stepsOf(entries).at(-1)).toBe(`ABORT ${rows.length} PURPOSE_NOT_VALID`);
    // Whatever left is on record, and one chunk more may be.
    const recorded = entries.filter(({ outcome }) => outcome === 'CHUNK').length;
    expect([0, 1]).toContain(recorded - rows.length);
    const [read] = entries.at(-1)?.reads ?? [];
    expect(read?.rows).toBe(rows.length);
  });

  it('where a window of a rule closes, so that its contract is another', async () => {
    const at = (text: string) => Date.parse(`2026-11-25T${text}+08:00`);
    let time = at('17:59:59');
    const policy = JSON.parse(exportPolicy()) as { rules: unknown[] };
    policy.rules.push({
      id: 'R-1',
      kind: 'WINDOW',
      resource: 'Resident',
      days: ['WED'],
      from: '08:00',
      to: '18:00',
    });
    await open({
      policy: JSON.stringify(policy),
      now: () => time,
      observe: afterStatements(2, () => {
        time = at('18:00:00');
      }),
    });
    const { rows, end } = await exported(asDistricts);
    expect(rows.length).toBeLessThan(3);
    expect([end?.outcome, end?.errors?.[0]?.message]).toEqual([
      'NOT_READY',
      'An export goes on under what its requester had when it began; that has changed since. Ask for it again.',
    ]);
  });

  it('where its source fails, and goes on behind its last cursor when that is mended', async () => {
    let broken: Promise<void> | undefined;
    await open({
      sourceLimits: { timeout: 2_000 },
      observe: afterStatements(2, () => {
        broken = gateway.world.alter('population', 'ALTER TABLE resident RENAME TO elsewhere');
      }),
    });
    const { rows, chunks, end, text } = await exported(asSync);
    await broken;
    expect(end).toMatchObject({ outcome: 'SOURCE_UNAVAILABLE', rows: rows.length });
    expect(end?.cursor).toBe(chunks.at(-1)?.cursor ?? null);
    expect(text).not.toMatch(/elsewhere|no such table|SELECT/);
    expect(stepsOf(gateway.entries()).at(-1)).toBe(`ABORT ${rows.length} SOURCE_UNAVAILABLE`);
    await gateway.world.alter('population', 'ALTER TABLE elsewhere RENAME TO resident');
    const rest = await exported(asSync, { after: end?.cursor });
    expect([...rows, ...rest.rows].map(({ name }) => name)).toEqual([
      '张*三',
      '李*',
      '欧**月',
      '王*',
      '买*****逊',
    ]);
  });

  it('where as many people have left as may in a day', async () => {
    await open({ limits: { maxCost: 2, maxExportedSubjects: 4 } });
    const { rows, end } = await exported(asSync);
    expect(rows).toHaveLength(4);
    expect(end).toMatchObject({
      outcome: 'QUOTA_EXCEEDED',
      rows: 4,
      errors: [
        {
          message:
            'Under one grant, at most 4 rows about people and bodies are exported in a day; the next chunk would go beyond that. Go on another day, behind the last cursor.',
        },
      ],
    });
    // What is exceeded is refused as anything else, and another grant has its own.
    const { status, text } = await exported(asSync, { after: end?.cursor });
    expect([status, text]).toEqual([429, expect.stringContaining('QUOTA_EXCEEDED')]);
    expect((await exported(asDistricts)).rows).toHaveLength(3);
    // Lookups have theirs, of which an export takes nothing.
    expect(gateway.entries().at(-1)).toMatchObject({ export: { step: 'CLOSE', subjects: 3 } });
  });
});

/** A record of which so many entries are written, and no more. */
class EndingRecord implements OpenRecord {
  readonly entries: Entry[] = [];
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  append(entry: Entry): Promise<void> {
    if (this.entries.length >= this.#most) return Promise.reject(new ExchangeError('NOT_READY'));
    this.entries.push(entry);
    return Promise.resolve();
  }

  isHealthy = () => Promise.resolve(true);
  close = () => Promise.resolve();
}

describe('where the record cannot be written, nothing further leaves', () => {
  it('at its beginning', async () => {
    await open({ record: new EndingRecord(0) });
    const { status, text } = await exported(asSync);
    expect([status, text]).toEqual([503, expect.stringContaining('NOT_READY')]);
    expect(text).not.toMatch(/三|李/);
    // Its place is free again.
    for (let turn = 0; turn < 4; turn += 1) expect((await exported(asSync)).status).toBe(503);
  });

  it('in its midst', async () => {
    const record = new EndingRecord(3);
    await open({ record });
    const { status, rows, end } = await exported(asSync);
    expect([status, rows.map(({ name }) => name)]).toEqual([200, ['张*三', '李*']]);
    expect(end).toMatchObject({ outcome: 'NOT_READY', rows: 2 });
    expect(stepsOf(record.entries)).toEqual(['OPEN 0 OPEN', 'CHUNK 1 CHUNK', 'CHUNK 2 CHUNK']);
  });

  it('at its end: then it is not said that all is well', async () => {
    await open({ record: new EndingRecord(6) });
    const { rows, end } = await exported(asSync);
    expect([rows.length, end?.outcome]).toEqual([5, 'NOT_READY']);
  });
});

describe('an occasion', () => {
  async function withoutOccasion(as: As, query: string) {
    const { authorization, purpose } = await gateway.headersOf(as);
    const { statusCode, body } = await gateway.app.inject({
      method: 'POST',
      url: '/export',
      headers: { 'content-type': 'application/json', authorization, purpose },
      payload: { query },
    });
    return [statusCode, body];
  }

  it('is stated for data of level L3 and above, or nothing is exported', async () => {
    await open({});
    expect(await withoutOccasion(asSync, '{ residentExport { name } }')).toEqual([
      400,
      expect.stringContaining(
        'A lookup, verification or export of data of level L3 or above states who acts',
      ),
    ]);
    expect(gateway.statements).toEqual([]);
    expect(await withoutOccasion(asDistricts, '{ villageExport { name } }')).toEqual([
      200,
      expect.stringContaining('西镇社区'),
    ]);
  });
});
