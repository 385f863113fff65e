import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { codesOf } from '../support/alike.js';
import { asSchool, openTestGateway, type TestGateway } from '../support/testGateway.js';

const most = 1_000;
let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openTestGateway({ wire: { maxAnswerSize: most } });
});
afterAll(() => gateway.close());

const aliased = (count: number) =>
  `{ residents { nodes { ${Array.from({ length: count }, (_, at) => `name${at}: name`).join(' ')} } } }`;

describe('C15: an answer of 45 MB, of few rows', () => {
  it('is sent where it is within the bound', async () => {
    const { status, body, text } = await gateway.ask(asSchool, aliased(2));
    expect([status, codesOf(body)]).toEqual([200, []]);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(most);
  });

  it.each(['the first time', 'repeated'])('is refused beyond it, %s', async () => {
    const { status, body, text } = await gateway.ask(asSchool, aliased(25));
    expect([status, codesOf(body), body.data]).toEqual([400, ['LIMIT_EXCEEDED'], undefined]);
    expect(text).toContain(`at most ${most} bytes`);
    expect(text).not.toContain('张');
    // What was read for it is on record.
    expect(gateway.entries().at(-1)).toMatchObject({
      client: 'school',
      outcome: 'LIMIT_EXCEEDED',
      status: 400,
      reads: [{ resource: 'Resident' }],
    });
  });

  it('is counted in bytes, of which a Chinese character has three', async () => {
    const texts = await Promise.all(
      [8, 9, 10, 11, 12, 13, 14].map((count) => gateway.ask(asSchool, aliased(count))),
    );
    for (const { status, text } of texts) {
      expect(status === 400 || Buffer.byteLength(text) <= most).toBe(true);
    }
  });
});
