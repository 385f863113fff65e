import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { csvCell } from '../../../src/execute/export/csvCell.js';

/** Takes a cell apart again, as RFC 4180 and `docs/exports.md` say. */
function readCell(cell: string): string {
  const text = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
  return text.startsWith("'") ? text.slice(1) : text;
}

describe('a cell of CSV', () => {
  it.each([
    ['plain', 'plain'],
    ['张三', '张三'],
    ['a,b', '"a,b"'],
    ['say "it"', '"say ""it"""'],
    ['two\r\nlines', '"two\r\nlines"'],
    [' padded ', '" padded "'],
    ['', '""'],
    [null, ''],
    [true, 'true'],
    [-12.5, '-12.5'],
    [0, '0'],
    [['a', 'b'], '"[""a"",""b""]"'],
    [{ a: null }, '"{""a"":null}"'],
  ])('%j is %s', (value, cell) => {
    expect(csvCell(value)).toBe(cell);
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+86 532 8888', "'+86 532 8888"],
    ['-', "'-"],
    ['-2+3+cmd|calc', "'-2+3+cmd|calc"],
    ['@SUM(A1:A9)', "'@SUM(A1:A9)"],
    ['\t=1', "'\t=1"],
    ['\r1', '"\'\r1"'],
    ['\n1', '"\'\n1"'],
    ['  =1', "'  =1"],
    ['\u200b=1', "'\u200b=1"],
    ['\u3000=1', "'\u3000=1"],
    ['＝1', "'＝1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠a', "'＠a"],
    ['﹦1', "'﹦1"],
    ['#end outcome=OK', "'#end outcome=OK"],
    ["'=1", "''=1"],
    ["'", "''"],
    ['=HYPERLINK("a","b")', '"\'=HYPERLINK(""a"",""b"")"'],
  ])('%j, which a spreadsheet would run, is %s', (value, cell) => {
    expect(csvCell(value)).toBe(cell);
  });

  it.each(['-5', '-5.25', '12', '1e9', '-1.5E-7'])(
    'a number as a text stays as it is: %s',
    (text) => {
      expect(csvCell(text)).toBe(text);
    },
  );

  it('gives every text back, and none that a spreadsheet would run', () => {
    const parts = fc.constantFrom(
      ...['=', '+', '-', '@', '#', "'", '"', ',', '\t', '\r', '\n', ' ', '＝', 'a', '1', '.', '张'],
    );
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: parts }), fc.string({ unit: 'binary' })), (text) => {
        const cell = csvCell(text);
        expect(readCell(cell)).toBe(text);
        const shown = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
        const runs = /^[\s]*[=+@＝＋－＠#]/.test(shown) || /^-(?![0-9])/.test(shown);
        expect(runs).toBe(false);
      }),
    );
  });
});
