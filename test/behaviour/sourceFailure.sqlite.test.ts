import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { codesOf } from '../support/alike.js';
import { asFund, openTestGateway, type TestGateway } from '../support/testGateway.js';

let gateway: TestGateway;
beforeEach(async () => {
  gateway = await openTestGateway({ sourceLimits: { timeout: 500 } });
});
afterEach(() => gateway.close());

const linked =
  '{ residents(first: 2) { nodes { name division { name } } } province(code: "37") { name } }';

describe('a source that cannot answer', () => {
  it('that is no database any more costs its own part', async () => {
    writeFileSync(join(gateway.dir, 'divisions.sqlite'), 'secret garbage '.repeat(1_000));
    const { body, text } = await gateway.ask(asFund, linked);
    expect(body.data).toEqual({
      residents: {
        nodes: [
          { name: '张*三', division: null },
          { name: '李*', division: null },
        ],
      },
      province: null,
    });
    expect(codesOf(body)).toEqual(Array(3).fill('SOURCE_UNAVAILABLE'));
    expect(text).not.toMatch(/garbage|malformed|not a database/);
  });
});
