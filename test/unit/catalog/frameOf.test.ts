import { describe, expect, it } from '@jest/globals';
import { getLocation, Source } from 'graphql';

import { frameOf } from '../../../src/catalog/fault/frameOf.js';

/** The frame around the first place of a passage. */
function around(body: string, passage: string): string {
  const source = new Source(body, 'a.graphql');
  return frameOf(source, getLocation(source, body.indexOf(passage)));
}

describe('the lines around a place', () => {
  it('are the one before and the one after, where there are', () => {
    expect(around('one\n\n  two\nthree\nfour', 'two')).toBe(
      'a.graphql:3:3\n2 |\n3 |   two\n  |   ^\n4 | three',
    );
    expect(around('one', 'one')).toBe('a.graphql:1:1\n1 | one\n  | ^');
    const ten = Array.from({ length: 10 }, (_, at) => `line${at + 1}`).join('\r\n');
    expect(around(ten, 'line9')).toBe('a.graphql:9:1\n 8 | line8\n 9 | line9\n   | ^\n10 | line10');
  });

  it('mark it below Chinese characters, which are twice as wide as others', () => {
    expect(around('\t"证，𠮷" a: B', 'a:')).toBe(
      'a.graphql:1:9\n1 | \t"证，𠮷" a: B\n  | \t \u3000\u3000\u3000  ^',
    );
  });

  it('are cut where they are long, the line of the place around it', () => {
    const long = `${'a'.repeat(300)}HERE${'b'.repeat(300)}`;
    const [, line, mark, after] = around(`${long}\n${long}\n${long}`, 'HERE').split('\n');
    expect(line).toBe(`1 | …${'a'.repeat(60)}HERE${'b'.repeat(56)}…`);
    expect(mark).toBe(`  | ${' '.repeat(61)}^`);
    expect(line?.indexOf('HERE')).toBe(mark?.indexOf('^'));
    expect(after).toBe(`2 | ${'a'.repeat(120)}…`);
  });

  it('are whole to their ends where the place is near one', () => {
    const long = `FIRST${'a'.repeat(200)}LAST`;
    expect(around(long, 'FIRST')).toBe(`a.graphql:1:1\n1 | FIRST${'a'.repeat(115)}…\n  | ^`);
    const [, line, mark] = around(long, 'LAST').split('\n');
    expect(line).toBe(`1 | …${'a'.repeat(116)}LAST`);
    expect(mark?.indexOf('^')).toBe(line?.indexOf('LAST'));
  });
});
