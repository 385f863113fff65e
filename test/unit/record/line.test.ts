import { createHash, createHmac } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { Hmac } from '../../../src/keys/hmac.js';
import { follows, genesis, link, parseLine, writeLine } from '../../../src/record/chain/line.js';

import { key } from './recording.js';

const hmac = new Hmac(key);

const first = link(1, genesis, '{"a":1}', hmac);
const second = link(2, first.hash, '{"a":2}', hmac);
const start = { seq: 0, hash: genesis };

it.each(['', '}', '}} ', '}}\n', '}}x'])('a line that ends in %j is none', (end) => {
  const line = link(1, genesis, '{"a":{}}', new Hmac(new Uint8Array(32)));
  const text = writeLine(line).slice(0, -1);
  expect(parseLine(text)?.entry).toBe('{"a":{}}');
  expect(parseLine(text.replace(/\}+$/, end))).toBeUndefined();
});

describe('a line of the record', () => {
  it('is written as JSON, its hash over the line before, its number and its entry, its MAC over the last two', () => {
    const hash = createHash('sha256').update(`${genesis}\n1\n{"a":1}`).digest('hex');
    const mac = createHmac('sha256', key).update('line 1\n{"a":1}').digest('base64url');
    expect(writeLine(first)).toBe(
      `{"seq":1,"prev":"${genesis}","hash":"${hash}","mac":"${mac}","entry":{"a":1}}\n`,
    );
    expect(JSON.parse(writeLine(first))).toEqual({
      seq: 1,
      prev: genesis,
      hash,
      mac,
      entry: { a: 1 },
    });
  });

  it('is read as it was written, whatever its entry holds', () => {
    const entry = fc.dictionary(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), entry, (seq, held) => {
        const line = link(seq, genesis, JSON.stringify(held), hmac);
        expect(parseLine(writeLine(line).slice(0, -1))).toEqual(line);
      }),
      {
        examples: [
          [1, { id: '}' }],
          [1, { id: '"entry":{}' }],
          [1, {}],
        ],
      },
    );
  });

  it.each([
    ['\u2028', 'a line separator'],
    ['\u2029', 'a paragraph separator'],
    ['\n', 'a line feed, which JSON escapes'],
  ])('is read as it was written with %j in its entry: %s', (character) => {
    const line = link(1, genesis, JSON.stringify({ client: `a${character}b` }), hmac);
    expect(parseLine(writeLine(line).slice(0, -1))).toEqual(line);
  });

  const text = writeLine(first).slice(0, -1);

  it.each([
    ['nothing', ''],
    ['another JSON', '{"seq":1}'],
    ['no JSON', 'seq 1'],
    ['a blank before it', ` ${text}`],
    ['a blank behind it', `${text} `],
    ['its line feed', `${text}\n`],
    ['blanks within', text.replace(',"prev"', ', "prev"')],
    [
      'another order',
      text.replace(/"prev":"(.*)","hash":"(.*)","mac/, '"hash":"$2","prev":"$1","mac'),
    ],
    ['a negative number', text.replace('"seq":1', '"seq":-1')],
    ['a number with a fraction', text.replace('"seq":1', '"seq":1.0')],
    ['a number with zeros before it', text.replace('"seq":1', '"seq":01')],
    ['a hash in capitals', text.replace(first.hash, first.hash.toUpperCase())],
    ['a hash cut short', text.replace(first.hash, first.hash.slice(1))],
    ['a MAC cut short', text.replace(first.mac, first.mac.slice(1))],
    ['no MAC', text.replace(`"mac":"${first.mac}",`, '')],
    ['an entry that is no object', text.replace('{"a":1}', '[1]')],
    ['an entry cut off', text.slice(0, -1)],
  ])('is none with %s', (_what, altered) => {
    expect(parseLine(altered)).toBeUndefined();
    expect(parseLine(text)).toEqual(first);
  });
});

describe('a line follows the one before it', () => {
  it('unaltered: the first after nothing, each after the last', () => {
    expect(follows(first, start)).toBe(true);
    expect(follows(second, first)).toBe(true);
  });

  it.each([
    ['another entry', { ...second, entry: '{"a":3}' }],
    ['the same entry written otherwise', { ...second, entry: '{"a": 2}' }],
    ['another hash', { ...second, hash: first.hash }],
    ['another number', { ...second, seq: 3 }],
    ['another line before it', { ...second, prev: genesis }],
    ['a chain begun anew', link(2, genesis, '{"a":2}', hmac)],
    ['a number left out, soundly hashed', link(3, first.hash, '{"a":2}', hmac)],
    ['the same number again, soundly hashed', link(1, first.hash, '{"a":2}', hmac)],
  ])('not with %s', (_what, line) => {
    expect(follows(line, first)).toBe(false);
  });

  it('not where it is the first and another is missing', () => {
    expect(follows(second, start)).toBe(false);
  });
});
