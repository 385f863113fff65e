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
  type TypeCase,
  type TypesOfSource,
} from './typeCase.js';

const large = [
  least('-9223372036854775808', '-9223372036854775808'),
  zero('0', '0'),
  greatest('9223372036854775807', '9223372036854775807'),
];
/** What numbers of JSON keep, and so does a Float. */
const safe = [
  least('-9007199254740991', -9_007_199_254_740_991),
  zero('0', 0),
  greatest('9007199254740991', 9_007_199_254_740_991),
];
const sums = ['-1', '-0.333333'] as const;

const integers: readonly TypeCase[] = [
  {
    declared: 'INTEGER',
    as: 'Int',
    held: [
      least('-2147483648', -2_147_483_648),
      zero('0', 0),
      greatest('2147483647', 2_147_483_647),
    ],
    sums: [-1, -1 / 3],
  },
  { declared: 'INTEGER', as: 'BigInt', held: large, sums },
  { declared: 'INTEGER', as: 'Decimal', held: large, sums },
  { declared: 'INTEGER', as: 'Float', held: safe },
  { declared: 'INTEGER', as: 'ID', held: large },
  { declared: 'INTEGER', as: 'Boolean', held: [zero('0', false), greatest('1', true)] },
];

const bytes = (text: string) => `X'${text}'`;

/** SQLite has texts and numbers; what a text holds, the field says. */
export const sqliteTypes: TypesOfSource = {
  heading: 'SQLite',
  lead: `A column is read by the affinity of its declared type. \`BIGINT\`, \`SMALLINT\` and the like are as \`INTEGER\`;
\`VARCHAR(…)\`, \`CLOB\`, \`DATE\`, \`TIME\`, \`DATETIME\` and \`TIMESTAMP\` as \`TEXT\`; \`DECIMAL\`, \`NUMERIC\`, \`FLOAT\` and
\`DOUBLE\` as \`REAL\`. Texts are in UTF-8; in a file of UTF-16 they are left out.`,
  prepare: [],
  cases: [
    ...integers,
    {
      declared: 'BOOLEAN',
      as: 'Boolean',
      held: [zero('0', false), greatest('1', true)],
    },
    {
      declared: 'REAL',
      as: 'Float',
      held: [
        least('-1.7976931348623157e308', -1.7976931348623157e308),
        zero('0', 0),
        greatest('1.7976931348623157e308', 1.7976931348623157e308),
      ],
    },
    { declared: 'TEXT', as: 'String', held: texts },
    { declared: 'TEXT', as: 'ID', held: texts },
    { declared: 'TEXT', as: 'Date', held: dayTexts },
    { declared: 'TEXT', as: 'Time', held: timeTexts },
    { declared: 'TEXT', as: 'LocalDateTime', held: momentTexts },
    {
      ...{ declared: 'TEXT', as: 'DateTime', note: byOffset },
      held: [...clockTexts, empty("''", null), none("'2001-02-29 00:00:00'")],
    },
    { declared: 'TEXT', as: 'JSON', held: [...documents, empty("''", null)] },
    {
      ...{
        declared: 'DATE',
        as: 'String',
        held: [empty("''", ''), zero("'00'", '0'), greatest("'a'", 'a')],
      },
      note: 'SQLite holds digits as a number there. No index serves; as a Date, one does.',
    },
    { declared: 'JSON', as: 'JSON', held: documents },
    {
      ...{ declared: 'BLOB', as: 'ID', format: 'UUID' },
      held: [...uuids(bytes), none(bytes('0B')), none("'00000000-0000-4000-8000-00000000000b'")],
      note: 'Stated in letters of either case.',
    },
    {
      ...{ declared: 'BLOB', as: 'ID', format: 'HEX' },
      held: [...digits(bytes), none('zeroblob(65)')],
    },
  ],
  leftOut: [''],
};
