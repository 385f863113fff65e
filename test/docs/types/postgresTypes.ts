import {
  byOffset,
  clockTexts,
  digits,
  dayTexts,
  documents,
  empty,
  greatest,
  least,
  momentTexts,
  none,
  texts,
  timeTexts,
  uuids,
  zero,
  type TypesOfSource,
} from './typeCase.js';

const signed = [
  least('-9223372036854775808', '-9223372036854775808'),
  zero('0', '0'),
  greatest('9223372036854775807', '9223372036854775807'),
];
const sumsOfSigned = ['-1', '-0.333333'] as const;
const bytes = (text: string) => `'\\x${text}'`;
const wide = '99999999999999999999999999999999999.999999999999999999999999999999';
const ids = [
  zero("'00000000-0000-0000-0000-000000000000'", '00000000-0000-0000-0000-000000000000'),
  least("'00000000-0000-4000-8000-00000000000b'", '00000000-0000-4000-8000-00000000000b'),
  greatest("'F0000000-0000-4000-8000-00000000000A'", 'f0000000-0000-4000-8000-00000000000a'),
];

export const postgresTypes: TypesOfSource = {
  heading: 'PostgreSQL',
  lead: `Domains are as the type that they are of. Texts are of a database in UTF-8, of any collation: they are
compared by code point.`,
  prepare: ['CREATE EXTENSION citext', "CREATE TYPE mood AS ENUM ('b', 'a')"],
  cases: [
    {
      declared: 'smallint',
      as: 'Int',
      held: [least('-32768', -32_768), zero('0', 0), greatest('32767', 32_767)],
      sums: [-1, -1 / 3],
    },
    {
      declared: 'integer',
      as: 'Int',
      held: [
        least('-2147483648', -2_147_483_648),
        zero('0', 0),
        greatest('2147483647', 2_147_483_647),
      ],
      sums: [-1, -1 / 3],
    },
    { declared: 'bigint', as: 'BigInt', held: signed, sums: sumsOfSigned },
    { declared: 'bigint', as: 'Decimal', held: signed, sums: sumsOfSigned },
    { declared: 'bigint', as: 'ID', held: signed },
    { declared: 'smallint', as: 'Boolean', held: [zero('0', false), greatest('1', true)] },
    {
      declared: 'integer',
      as: 'Float',
      held: [
        least('-2147483648', -2_147_483_648),
        zero('0', 0),
        greatest('2147483647', 2_147_483_647),
      ],
    },
    { declared: 'boolean', as: 'Boolean', held: [zero('false', false), greatest('true', true)] },
    {
      declared: 'real',
      as: 'Float',
      held: [
        least("'-3.4028235e38'", -3.4028235e38),
        zero('0', 0),
        greatest("'3.4028235e38'", 3.4028235e38),
      ],
    },
    {
      declared: 'double precision',
      as: 'Float',
      held: [
        least("'-1.7976931348623157e308'", -1.7976931348623157e308),
        zero('0', 0),
        greatest("'1.7976931348623157e308'", 1.7976931348623157e308),
      ],
    },
    {
      declared: 'numeric',
      as: 'Decimal',
      held: [least(`-${wide}`, `-${wide}`), zero('0', '0'), greatest(wide, wide)],
      sums: ['0', '0'],
    },
    {
      declared: 'numeric(15,2)',
      as: 'Float',
      held: [
        least('-9999999999999.99', -9_999_999_999_999.99),
        zero('0', 0),
        greatest('9999999999999.99', 9_999_999_999_999.99),
      ],
      note: 'Up to 15 digits.',
    },
    { declared: 'char(9)', as: 'String', held: texts },
    { declared: 'varchar(30)', as: 'String', held: texts },
    { declared: 'text', as: 'String', held: texts },
    { declared: 'text', as: 'ID', held: texts },
    { declared: 'text', as: 'Date', held: dayTexts },
    { declared: 'text', as: 'Time', held: timeTexts },
    { declared: 'text', as: 'LocalDateTime', held: momentTexts },
    {
      ...{ declared: 'text', as: 'DateTime', note: byOffset },
      held: [...clockTexts, empty("''", null), none("'2001-02-29 00:00:00'")],
    },
    { declared: 'text', as: 'JSON', held: [...documents, empty("''", null)] },
    { declared: 'citext', as: 'String', held: texts, note: 'By code point, too.' },
    {
      declared: 'mood',
      as: 'String',
      held: [least("'a'", 'a'), greatest("'b'", 'b')],
      note: 'An enum, `(b, a)`: in the order of texts.',
    },
    { declared: 'uuid', as: 'ID', held: ids, note: 'Stated in letters of either case.' },
    {
      ...{ declared: 'bytea', as: 'ID', format: 'UUID' },
      held: [...uuids(bytes), none(bytes('0B'))],
      note: 'Stated in letters of either case.',
    },
    {
      ...{ declared: 'bytea', as: 'ID', format: 'HEX' },
      held: [...digits(bytes), none("decode(repeat('0B', 65), 'hex')")],
    },
    {
      ...{ declared: 'text[]', as: 'List', elements: 'String' },
      held: [
        empty("'{}'", []),
        greatest(`'{"a,中","",a}'`, ['a,中', '', 'a']),
        none("'{a,NULL}'", ['a']),
        none("'{{a},{b}}'", ['a']),
      ],
      note: 'Of any lower bound. Its elements may be of `varchar`, `char`, `citext` and enums, too.',
    },
    {
      ...{ declared: 'uuid[]', as: 'List', elements: 'ID' },
      held: [
        empty("'{}'", []),
        greatest(`'{F0000000-0000-4000-8000-00000000000A}'`, [ids[2]!.told]),
      ],
    },
    {
      ...{ declared: 'integer[]', as: 'List', elements: 'Int' },
      held: [
        least("'{-2147483648,0}'", [-2_147_483_648, 0]),
        greatest("'{2147483647}'", [2_147_483_647]),
      ],
    },
    {
      ...{ declared: 'bigint[]', as: 'List', elements: 'BigInt' },
      held: [greatest("'{9223372036854775807,1}'", ['9223372036854775807', '1'])],
    },
    {
      ...{ declared: 'numeric[]', as: 'List', elements: 'Decimal' },
      held: [greatest("'{3.40,1}'", ['3.4', '1']), none("'{NaN}'")],
    },
    {
      ...{ declared: 'boolean[]', as: 'List', elements: 'Boolean' },
      held: [zero("'{f}'", [false]), greatest("'{t,f}'", [true, false])],
    },
    {
      ...{ declared: 'date[]', as: 'List', elements: 'Date' },
      held: [greatest("'{2001-02-28}'", ['2001-02-28']), none("'{infinity}'")],
    },
    {
      declared: 'date',
      as: 'Date',
      held: [
        least("'0001-01-01'", '0001-01-01'),
        greatest("'9999-12-31'", '9999-12-31'),
        none("'infinity'"),
      ],
    },
    {
      declared: 'time',
      as: 'Time',
      held: [
        zero("'00:00:00'", '00:00:00'),
        greatest("'23:59:59.999999'", '23:59:59.999999'),
        none("'24:00:00'"),
      ],
    },
    {
      declared: 'timestamp',
      as: 'LocalDateTime',
      held: [
        least("'0001-01-01 00:00:00'", '0001-01-01T00:00:00'),
        greatest("'9999-12-31 23:59:59.999999'", '9999-12-31T23:59:59.999999'),
        none("'infinity'"),
      ],
    },
    {
      ...{ declared: 'timestamp', as: 'DateTime', note: byOffset },
      held: [...clockTexts, none("'infinity'")],
    },
    {
      declared: 'timestamptz',
      as: 'DateTime',
      held: [
        least("'0001-01-01 00:00:00+00'", '0001-01-01T00:00:00Z'),
        greatest("'9999-12-31 23:59:59.999999+00'", '9999-12-31T23:59:59.999999Z'),
        none("'infinity'"),
      ],
    },
    { declared: 'json', as: 'JSON', held: documents },
    { declared: 'jsonb', as: 'JSON', held: documents },
  ],
  leftOut: [
    'money',
    'interval',
    'timetz',
    'bit(8)',
    'real[]',
    'inet',
    'xml',
    'point',
    'tsvector',
    'oid',
  ],
};
