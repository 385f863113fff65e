import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { askExport, readExport } from '../support/askExport.js';
import { asDistricts, asReader, asSync, exportPolicy } from '../support/exportPolicy.js';
import { openTestGateway, type As, type TestGateway } from '../support/testGateway.js';

let gateway: TestGateway;
beforeAll(async () => {
  // So that a chunk has two rows.
  gateway = await openTestGateway({ policy: exportPolicy(), limits: { maxCost: 3 } });
});
afterAll(() => gateway.close());

async function exported(as: As, query: string, variables = {}) {
  const { status, text, headers } = await askExport(gateway, as, query, variables);
  return { status, text, headers, ...(status === 200 ? readExport(text) : readExport('')) };
}

async function refused(as: As, query: string, variables = {}) {
  const { status, text } = await askExport(gateway, as, query, variables);
  const { errors } = JSON.parse(text) as { errors: { message: string }[] };
  return [status, ...errors.map(({ message }) => message)];
}

const people = '{ residentExport { name birthDate divisionCode } }';

describe('an export', () => {
  it('gives each row as a line, masked, then the mark of each chunk, then how it ended', async () => {
    const { status, text, headers, end } = await exported(asSync, people);
    expect([status, headers['content-type']]).toEqual([200, 'application/x-ndjson; charset=utf-8']);
    expect(text.replaceAll(end?.cursor ?? '', 'LAST').replaceAll(/[\w-]{40,}/g, '…')).toBe(
      [
        '{"name":"张*三","birthDate":"1990","divisionCode":"370202"}',
        '{"name":"李*","birthDate":"1985","divisionCode":"370203"}',
        '{"@chunk":{"rows":2,"cursor":"…"}}',
        '{"name":"欧**月","birthDate":"2015","divisionCode":"370202"}',
        '{"name":"王*","birthDate":null,"divisionCode":"370211"}',
        '{"@chunk":{"rows":4,"cursor":"…"}}',
        '{"name":"买*****逊","birthDate":"1949","divisionCode":"999999"}',
        '{"@chunk":{"rows":5,"cursor":"LAST"}}',
        '{"@end":{"outcome":"OK","rows":5,"cursor":"LAST"}}',
        '',
      ].join('\n'),
    );
  });

  it('gives what a list of the same contract gives, of the rows in scope alone', async () => {
    for (const as of [asSync, asDistricts]) {
      const { rows } = await exported(as, '{ residentExport { birthDate name } }');
      const query =
        'query ($after: String) { residents(first: 2, after: $after) { nodes { birthDate name } pageInfo { endCursor } } }';
      const listed: unknown[] = [];
      for (let after: string | null = null, page: unknown[] = [{}]; page.length > 0;) {
        const { body } = await gateway.ask(as, query, { after });
        const { nodes, pageInfo } = (
          body.data as { residents: { nodes: unknown[]; pageInfo: { endCursor: string | null } } }
        ).residents;
        page = nodes;
        after = pageInfo.endCursor ?? after;
        listed.push(...nodes);
      }
      expect(rows).toEqual(listed);
    }
    expect((await exported(asDistricts, '{ residentExport { name } }')).rows).toHaveLength(3);
  });

  it('takes conditions, variables, aliases, fragments and links', async () => {
    const { rows, chunks } = await exported(
      asSync,
      `query ($code: ID!) {
        residentExport(where: { divisionCode: { eq: $code } }) { ...who lies: division { name } }
      }
      fragment who on Resident { called: name }`,
      { code: '370202' },
    );
    expect(rows).toEqual([
      { called: '张*三', lies: { name: '市南区' } },
      { called: '欧**月', lies: { name: '市南区' } },
    ]);
    // A row costs two, with the one that it is linked to.
    expect(chunks).toHaveLength(2);
  });

  it('without a row says that there is none', async () => {
    const { rows, end } = await exported(
      asSync,
      '{ residentExport(where: { divisionCode: { eq: "0" } }) { name } }',
    );
    expect([rows, end]).toEqual([[], { outcome: 'OK', rows: 0, cursor: null }]);
  });

  it('goes on behind the cursor of any chunk, and behind the last finds what has come since', async () => {
    const whole = await exported(asSync, people);
    const after = `query ($after: String) { residentExport(after: $after) { name birthDate divisionCode } }`;
    const [first] = whole.chunks;
    const rest = await exported(asSync, after, { after: first?.cursor });
    expect(rest.rows).toEqual(whole.rows.slice(2));
    expect(rest.end).toEqual({ outcome: 'OK', rows: 3, cursor: whole.end?.cursor });
    const none = await exported(asSync, after, { after: whole.end?.cursor });
    expect([none.rows, none.end]).toEqual([[], { outcome: 'OK', rows: 0, cursor: null }]);
  });

  it('takes a cursor from nobody else, and of no other conditions', async () => {
    const { chunks } = await exported(asSync, people);
    const { chunks: others } = await exported(asDistricts, '{ residentExport { name } }');
    const message =
      '`after` takes a cursor that the same list gave to the same requester, purpose, conditions and order; this one is none.';
    const on = 'query ($after: String) { residentExport(after: $after) { name } }';
    const where = `query ($after: String) {
      residentExport(after: $after, where: { divisionCode: { eq: "370202" } }) { name }
    }`;
    expect(await refused(asSync, on, { after: others[0]?.cursor })).toEqual([400, message]);
    expect(await refused(asSync, where, { after: chunks[0]?.cursor })).toEqual([400, message]);
    expect(await refused(asSync, on, { after: 'x' })).toEqual([400, message]);
  });

  it('is on record when it begins, before each chunk, and when it has ended', async () => {
    const known = gateway.entries().length;
    const { headers } = await exported(asSync, '{ residentExport { name division { name } } }');
    const entries = gateway.entries().slice(known);
    expect(new Set(entries.map(({ requestId }) => requestId))).toEqual(
      new Set([headers['request-id']]),
    );
    const rowsOf = (reads: readonly { resource: string; rows: number }[]) =>
      Object.fromEntries(reads.map(({ resource, rows }) => [resource, rows]));
    expect(
      entries.map(({ outcome, export: part, reads, statements }) => [
        outcome,
        part?.step,
        part?.chunk,
        part?.subjects,
        rowsOf(reads),
        statements,
      ]),
    ).toEqual([
      ['OPEN', 'OPEN', 0, 0, { Resident: 0, Division: 0 }, 0],
      ['CHUNK', 'CHUNK', 1, 1, { Resident: 1, Division: 1 }, 2],
      ['CHUNK', 'CHUNK', 2, 1, { Resident: 1, Division: 1 }, 2],
      ['CHUNK', 'CHUNK', 3, 1, { Resident: 1, Division: 1 }, 2],
      ['CHUNK', 'CHUNK', 4, 1, { Resident: 1, Division: 1 }, 2],
      ['CHUNK', 'CHUNK', 5, 1, { Resident: 1, Division: 0 }, 2],
      ['OK', 'CLOSE', 5, 5, { Resident: 5, Division: 4 }, 10],
    ]);
    for (const { reads, client, grant } of entries) {
      expect([client, grant]).toEqual(['fund', 'G-SYNC']);
      expect(reads.find(({ resource }) => resource === 'Resident')?.fields).toEqual({
        name: 'MASKED(NAME)',
      });
    }
    expect(await gateway.verify()).toMatchObject({ damages: [] });
  });
});

describe('what is no export is refused, before a source is asked', () => {
  it.each([
    [
      'a list',
      '{ residents(first: 1) { nodes { name } } }',
      'A POST to `/export` asks for an export, by a root field whose name ends in `Export`; this operation asks for none.',
    ],
    [
      'two exports',
      '{ residentExport { name } more: residentExport { name } }',
      'An operation that exports asks for one export and nothing beside; this one asks for more.',
    ],
    [
      'an export beside an answer',
      '{ residentExport { name } __typename }',
      'An operation that exports asks for one export and nothing beside; this one asks for more.',
    ],
    [
      'more than the contract holds',
      '{ residentExport { faith } }',
      'Cannot query field "faith" on type "Resident".',
    ],
  ])('%s', async (_what, query, message) => {
    const [known, statements] = [gateway.entries().length, gateway.statements.length];
    expect(await refused(asSync, query)).toEqual([400, message]);
    expect(gateway.statements).toHaveLength(statements);
    const [entry, ...more] = gateway.entries().slice(known);
    expect([entry?.export, entry?.statements, more]).toEqual([undefined, 0, []]);
    expect(entry?.operation).toMatch(/^[0-9a-f]{64}$/);
  });

  it('at the address of answers', async () => {
    const { status, body } = await gateway.ask(asSync, people);
    expect([status, body.data, body.errors?.[0]?.message]).toEqual([
      400,
      undefined,
      'An export is asked for by a POST to `/export`; this operation asks for one elsewhere.',
    ]);
  });

  it('in a format that there is not', async () => {
    const { status, text } = await askExport(gateway, asSync, people, {}, { accept: 'text/html' });
    expect([status, text]).toEqual([406, expect.stringContaining('application/x-ndjson')]);
  });
});

describe('a contract without the reach', () => {
  it('holds no export, and its refusal is that of what is not there', async () => {
    const [there, not] = [
      await refused(asReader, '{ residentExport { name } }'),
      await refused(asReader, '{ residentImport { name } }'),
    ];
    expect(there).toEqual([400, 'Cannot query field "residentExport" on type "Query".']);
    expect(not).toEqual([400, 'Cannot query field "residentImport" on type "Query".']);
    // What everybody may list, nobody may export who has no grant of it.
    expect(await refused(asReader, '{ villageExport { name } }')).toEqual([
      400,
      'Cannot query field "villageExport" on type "Query".',
    ]);
    expect(await refused(null, '{ villageExport { name } }')).toEqual([
      400,
      'Cannot query field "villageExport" on type "Query".',
    ]);
    expect((await exported(asDistricts, '{ villageExport { name } }')).rows).toEqual([
      { name: '西镇社区' },
    ]);
  });

  it('lets what may be exported alone not be listed', async () => {
    const { body } = await gateway.ask(asDistricts, '{ villages { nodes { name } } }');
    expect(body.errors?.[0]?.message).toBe('Cannot query field "villages" on type "Query".');
  });
});
