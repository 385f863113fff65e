const ofShapes = 'offer a view with `ST_AsText(…)`, as a String';
const ofElements = 'offer a table or a view with a row for each element, and a link to it';
const ofSearch = 'offer the text that it was made of';
const ofRanges = 'offer a view with `lower(…)` and `upper(…)`, as two fields';
const ofInside = 'offer another column: this one names what is inside the server';

/** What may be offered in the stead of a column of each type of PostgreSQL that no field holds. */
const insteads: ReadonlyMap<string, string> = new Map([
  ['bytea', "offer a view with `encode(…, 'hex')`, as an ID"],
  ['money', 'offer a view with `…::numeric`, as a Decimal'],
  ['interval', 'offer a view with `extract(epoch FROM …)`, as a Float'],
  ['timetz', 'offer a view with `…::time`, as a Time'],
  ['bit', 'offer a view with `…::int`, as an Int'],
  ['varbit', 'offer a view with `…::text`, as a String'],
  ['inet', 'offer a view with `host(…)`, as a String'],
  ['point', 'offer a view with `…[0]` and `…[1]`, as two Floats'],
  ['geometry', ofShapes],
  ['geography', ofShapes],
  ['hstore', 'offer a view with `to_jsonb(…)`, as JSON'],
  ['tsvector', ofSearch],
  ['tsquery', ofSearch],
  ...['int4range', 'int8range', 'numrange', 'tsrange', 'tstzrange', 'daterange'].map(
    (range) => [range, ofRanges] as const,
  ),
  ...['oid', 'xid', 'cid', 'tid', 'regclass', 'regtype'].map((name) => [name, ofInside] as const),
]);

/** The rest of a sentence. The server names the type of an array after that of its elements: `_int4`. */
export function insteadOf(type: string): string {
  if (type.startsWith('_')) return ofElements;
  return insteads.get(type) ?? 'offer a view with `…::text`, as a String';
}

export const insteadOfEncoded =
  'offer it of a database in UTF-8: in other encodings texts are not in the order of code points';
