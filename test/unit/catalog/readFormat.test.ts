import { describe, expect, it } from '@jest/globals';

import { compileText, faultsWith, traffic } from './fixture.js';

const field = (type: string, column: string, format: string) =>
  `extra: ${type} @column(name: "${column}", format: "${format}") @classify(category: GENERAL, level: L1)\n  weight: Float`;
const faults = (type: string, column: string, format: string) =>
  faultsWith('weight: Float', field(type, column, format)).map((fault) =>
    fault.replace(/^traffic\.graphql:/, ''),
  );

describe('the format of a column', () => {
  it('is kept with its column, which is then read as days and perhaps null', () => {
    const text = traffic.replace('weight: Float', field('Date', 'tag', 'YYYYMMDD'));
    expect(compileText(text).resources.get('Vehicle')?.fields.get('extra')?.column).toMatchObject({
      name: 'tag',
      storage: 'TEXT',
      nullable: true,
      calendar: 'DAY',
      reading: { kind: 'format', format: { text: 'YYYYMMDD', holds: 'DAY' } },
    });
  });

  it.each([
    ['Date', 'note', 'YYYY/MM/DD'],
    ['Date', 'note', 'YYYY年MM月DD日'],
    ['Date', 'places', 'YYYYMMDD'],
    ['LocalDateTime', 'note', 'YYYY/MM/DD HH:mm:ss'],
    ['LocalDateTime', 'places', 'YYYYMMDDHHmmss'],
  ])('passes on a %s over %s as %s', (type, column, format) => {
    expect(faults(type, column, format)).toEqual([]);
  });

  it('needs no name of a column that is named as its field', () => {
    const named = 'note: Date @column(format: "YYYYMMDD") @classify(category: GENERAL, level: L1)';
    expect(faultsWith('weight: Float', `${named}\n  weight: Float`)).toEqual([]);
  });

  it.each([
    ['of a month', 'Date', 'note', 'YYYYMM', /^10:15 A month is no day, .*make the field a String/],
    ['of a month with a mark', 'Date', 'note', 'YYYY-MM', /^10:15 A month is no day/],
    [
      'that begins with the day',
      'Date',
      'note',
      'DD/MM/YYYY',
      /^10:15 The format of a Date has its parts from the year on/,
    ],
    ['with a year of two digits', 'Date', 'note', 'YYMMDD', /^10:15 The format of a Date/],
    ['with a blank at its end', 'Date', 'note', 'YYYYMMDD ', /^10:15 The format of a Date/],
    [
      'that a statement could be ended by',
      'Date',
      'note',
      "YYYY'MM'DD",
      /^10:15 The format of a Date/,
    ],
    [
      'without seconds',
      'LocalDateTime',
      'note',
      'YYYYMMDDHHmm',
      /^10:24 The format of a LocalDateTime/,
    ],
    ['of days on a moment', 'LocalDateTime', 'note', 'YYYYMMDD', /make the field a Date\.$/],
    ['of moments on a day', 'Date', 'note', 'YYYYMMDDHHmmss', /make the field a LocalDateTime\.$/],
    [
      'on a text',
      'String',
      'note',
      'YYYYMMDD',
      /^10:17 A format is of a Date or a LocalDateTime, or of an ID over bytes; this field is String\.$/,
    ],
    [
      'with marks on whole numbers',
      'Date',
      'places',
      'YYYY-MM-DD',
      /^10:10 Column "places" is `integer`, and `YYYY-MM-DD` is how texts hold days: of whole numbers a format is of digits alone, as `YYYYMMDD`\.$/,
    ],
    [
      'on reals',
      'Date',
      'height',
      'YYYYMMDD',
      /^10:10 Column "height" is `real`, and `YYYYMMDD` is how texts or whole numbers hold days: it fits Float\.$/,
    ],
  ])('is refused %s', (_case, type, column, format, message) => {
    expect(faults(type, column, format)).toEqual([expect.stringMatching(message)]);
  });
});

describe('what tells minors', () => {
  it('is refused as a text that is no citizen’s number', () => {
    expect(faultsWith('pageBy: "row_id")', 'pageBy: "row_id", minorsBy: "owner")')).toEqual([
      'traffic.graphql:4:3 `minorsBy` names a Date or a LocalDateTime, of birth, or texts that are `@element(is: "citizen-id")`; "owner" is String.',
    ]);
  });

  it('passes as one that is', () => {
    const text = traffic
      .replace('pageBy: "row_id")', 'pageBy: "row_id", minorsBy: "owner")')
      .replace(
        '@column(name: "owner_name")',
        '@column(name: "owner_name") @element(is: "citizen-id")',
      );
    expect(compileText(text).resources.get('Vehicle')?.minorsBy).toBe('owner');
  });
});
