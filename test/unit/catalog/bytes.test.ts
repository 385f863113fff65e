import { describe, expect, it } from '@jest/globals';

import { compileText, faultsWith, traffic } from './fixture.js';

const field = (type: string, column: string, format = '') =>
  `extra: ${type} @column(name: "${column}"${format}) @classify(category: GENERAL, level: L1)\n  weight: Float`;
const faults = (...stated: Parameters<typeof field>) =>
  faultsWith('weight: Float', field(...stated)).map((fault) =>
    fault.replace(/^traffic\.graphql:\d+:\d+ /, ''),
  );
const columnWith = (column: string, form: string) => {
  const text = traffic.replace('weight: Float', field('ID', column, `, format: "${form}"`));
  return compileText(text).resources.get('Vehicle')?.fields.get('extra')?.column;
};

describe('a column of bytes', () => {
  it('is read as its format says, and is null where it is of another length', () => {
    const reading = { kind: 'bytes', form: 'UUID' };
    expect(columnWith('chassis', 'UUID')).toEqual({
      ...{ name: 'chassis', storage: 'BYTES', nullable: true, exact: true, reading },
    });
    expect(columnWith('token', 'UUID')).toMatchObject({ reading, isOfAnyLength: true });
    expect(columnWith('chassis', 'HEX')).not.toHaveProperty('isOfAnyLength');
    expect(columnWith('mark', 'HEX')).not.toHaveProperty('isOfAnyLength');
    expect(columnWith('token', 'HEX')).toHaveProperty('isOfAnyLength', true);
  });

  it.each([
    [
      'without a format',
      ['ID', 'token'],
      'Column "token" is `bytea`: make the field an ID and say how its bytes are told, `@column(format: "UUID")` of 16 or `format: "HEX"` of up to 64; or offer a view of its size.',
    ],
    [
      'as a text',
      ['String', 'chassis'],
      'Column "chassis" is `binary(16)`: make the field an ID and say how its bytes are told, `@column(format: "UUID")` of 16 or `format: "HEX"` of up to 64.',
    ],
    [
      'by a format of days',
      ['ID', 'chassis', ', format: "YYYYMMDD"'],
      'Bytes are told as an ID by `UUID`, of 16, or by `HEX`, the digits of up to 64.',
    ],
    [
      'as a UUID where it has fewer bytes',
      ['ID', 'mark', ', format: "UUID"'],
      'Column "mark" holds up to 8 bytes, and a UUID has 16: say `@column(format: "HEX")`.',
    ],
    [
      'as a UUID where it always has more',
      ['ID', 'digest', ', format: "UUID"'],
      'Column "digest" holds 80 bytes, and a UUID has 16: say `@column(format: "HEX")`.',
    ],
    [
      'by its digits where they are too many',
      ['ID', 'digest', ', format: "HEX"'],
      'Column "digest" holds 80 bytes, and `HEX` tells up to 64.',
    ],
  ] as const)('is refused %s', (_case, [type, column, format], message) => {
    expect(faults(type, column, format)).toEqual([message]);
  });

  it('is refused where the column holds texts', () => {
    expect(faults('ID', 'note', ', format: "UUID"')).toEqual([
      'Column "note" is `text`, which holds no bytes, as `UUID` has them: leave `format` out; it fits String or ID, and Date, LocalDateTime, DateTime, Time or JSON where it holds nothing else.',
    ]);
  });
});
