const ofBytes = 'offer a view that tells of it what is asked for, as its size by `OCTET_LENGTH(…)`';
const ofIds = 'offer a view with `LOWER(HEX(…))`, as an ID';
const ofShapes = 'offer a view with `ST_AsText(…)`, as a String';

/** What may be offered in the stead of a column of each data type of MySQL and MariaDB that no field holds. */
const insteads: ReadonlyMap<string, string> = new Map([
  ['tinyblob', ofBytes],
  ['blob', ofBytes],
  ['mediumblob', ofBytes],
  ['longblob', ofBytes],
  ['varbinary', ofIds],
  [
    'binary',
    'offer a view with `LOWER(HEX(…))`, as an ID; of 16 bytes also `CAST(… AS UUID)`, or `BIN_TO_UUID(…)` of MySQL',
  ],
  ['bit', 'offer a view with `… + 0`, as an Int'],
  ['point', 'offer a view with `ST_X(…)` and `ST_Y(…)`, as two Floats'],
  ['geometry', ofShapes],
  ['linestring', ofShapes],
  ['polygon', ofShapes],
  ['multipoint', ofShapes],
  ['multilinestring', ofShapes],
  ['multipolygon', ofShapes],
  ['geometrycollection', ofShapes],
  ['geomcollection', ofShapes],
  [
    'decimal',
    'offer a view with one of up to 35 digits before the point and 30 after it, which is compared exactly',
  ],
]);

/** The rest of a sentence. */
export function insteadOf(dataType: string): string {
  return insteads.get(dataType) ?? 'offer a view with `CAST(… AS CHAR)`, as a String';
}
