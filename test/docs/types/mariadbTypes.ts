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

/** Whole numbers of a type, as numbers. */
const whole = (declared: string, from: number, to: number): TypeCase => ({
  declared,
  as: 'Int',
  held: [
    ...(from < 0 ? [least(String(from), from), zero('0', 0)] : [least('0', 0)]),
    greatest(String(to), to),
  ],
  sums: from < 0 ? [-1, -1 / 3] : [to, to / 2],
});
const signed = [
  least('-9223372036854775808', '-9223372036854775808'),
  zero('0', '0'),
  greatest('9223372036854775807', '9223372036854775807'),
];
const sumsOfSigned = ['-1', '-0.333333'] as const;
const unsigned = [least('0', '0'), greatest('18446744073709551615', '18446744073709551615')];
const eitherLetters = 'Stated in letters of either case.';
/** Bytes as the server writes them. */
const bytes = (text: string) => `X'${text}'`;
const wide = '99999999999999999999999999999999999.999999999999999999999999999999';

export const mariadbTypes: TypesOfSource = {
  heading: 'MariaDB and MySQL',
  lead: `As MariaDB has them. \`BOOLEAN\` is a \`TINYINT\`; \`NUMERIC\` is \`DECIMAL\`; in MariaDB \`JSON\` is a \`LONGTEXT\`.
Texts may be of any character set and collation: they are compared by code point.`,
  prepare: [`SET SESSION sql_mode = 'ALLOW_INVALID_DATES', time_zone = '+00:00'`],
  cases: [
    whole('TINYINT', -128, 127),
    whole('TINYINT UNSIGNED', 0, 255),
    whole('SMALLINT', -32_768, 32_767),
    whole('MEDIUMINT', -8_388_608, 8_388_607),
    whole('INT', -2_147_483_648, 2_147_483_647),
    {
      declared: 'INT UNSIGNED',
      as: 'BigInt',
      held: [least('0', '0'), greatest('4294967295', '4294967295')],
      sums: ['4294967295', '2147483647.5'],
    },
    { declared: 'BIGINT', as: 'BigInt', held: signed, sums: sumsOfSigned },
    { declared: 'BIGINT', as: 'Decimal', held: signed, sums: sumsOfSigned },
    { declared: 'BIGINT', as: 'ID', held: signed },
    {
      declared: 'INT',
      as: 'Float',
      held: [
        least('-2147483648', -2_147_483_648),
        zero('0', 0),
        greatest('2147483647', 2_147_483_647),
      ],
    },
    {
      declared: 'BIGINT UNSIGNED',
      as: 'BigInt',
      held: unsigned,
      sums: ['18446744073709551615', '9223372036854775807.5'],
    },
    {
      declared: 'YEAR',
      as: 'Int',
      held: [zero('0', 0), least('1901', 1901), greatest('2155', 2155)],
      sums: [4056, 1352],
      note: 'An index serves equality alone.',
    },
    {
      declared: 'BIT(1)',
      as: 'Boolean',
      held: [zero("b'0'", false), greatest("b'1'", true)],
    },
    { declared: 'TINYINT(1)', as: 'Boolean', held: [zero('0', false), greatest('1', true)] },
    {
      declared: 'FLOAT',
      as: 'Float',
      held: [least('-3.40282e38', -3.40282e38), zero('0', 0), greatest('3.40282e38', 3.40282e38)],
    },
    {
      declared: 'DOUBLE',
      as: 'Float',
      held: [
        least('-1.7976931348623157e308', -1.7976931348623157e308),
        zero('0', 0),
        greatest('1.7976931348623157e308', 1.7976931348623157e308),
      ],
    },
    {
      declared: 'DECIMAL(18,2)',
      as: 'Decimal',
      held: [
        least('-9999999999999999.99', '-9999999999999999.99'),
        zero('0', '0'),
        greatest('9999999999999999.99', '9999999999999999.99'),
      ],
      sums: ['0', '0'],
    },
    {
      declared: 'DECIMAL(15,2)',
      as: 'Float',
      held: [
        least('-9999999999999.99', -9_999_999_999_999.99),
        zero('0', 0),
        greatest('9999999999999.99', 9_999_999_999_999.99),
      ],
      note: 'Up to 15 digits.',
    },
    {
      declared: 'DECIMAL(65,30)',
      as: 'Decimal',
      held: [least(`-${wide}`, `-${wide}`), zero('0', '0'), greatest(wide, wide)],
      sums: ['0', '0'],
    },
    { declared: 'CHAR(9)', as: 'String', held: texts },
    { declared: 'VARCHAR(30)', as: 'String', held: texts },
    { declared: 'VARCHAR(30)', as: 'ID', held: texts },
    { declared: 'VARCHAR(30)', as: 'Date', held: dayTexts },
    { declared: 'VARCHAR(30)', as: 'Time', held: timeTexts },
    { declared: 'VARCHAR(30)', as: 'LocalDateTime', held: momentTexts },
    {
      ...{ declared: 'VARCHAR(30)', as: 'DateTime', note: byOffset },
      held: [...clockTexts, empty("''", null), none("'2001-02-29 00:00:00'")],
    },
    { declared: 'VARCHAR(30)', as: 'JSON', held: [...documents, empty("''", null)] },
    { declared: 'TINYTEXT', as: 'String', held: texts },
    { declared: 'TEXT', as: 'String', held: texts },
    { declared: 'MEDIUMTEXT', as: 'String', held: texts },
    { declared: 'LONGTEXT', as: 'String', held: texts },
    {
      declared: "ENUM('b','a')",
      as: 'String',
      held: [least("'a'", 'a'), greatest("'b'", 'b')],
      note: 'In the order of texts, not of their declaration.',
    },
    {
      declared: "SET('b','a')",
      as: 'String',
      held: [empty("''", ''), least("'a'", 'a'), greatest("'a,b'", 'b,a')],
      note: 'As the text that the server writes.',
    },
    {
      ...{ declared: "SET('b','a','ab')", as: 'List', elements: 'String' },
      held: [empty("''", []), least("'ab'", ['ab']), greatest("'a,b'", ['b', 'a'])],
      note: 'In the order of their declaration.',
    },
    {
      declared: 'UUID',
      as: 'ID',
      held: [
        zero("'00000000-0000-0000-0000-000000000000'", '00000000-0000-0000-0000-000000000000'),
        least("'00000000-0000-4000-8000-00000000000b'", '00000000-0000-4000-8000-00000000000b'),
        greatest("'F0000000-0000-4000-8000-00000000000A'", 'f0000000-0000-4000-8000-00000000000a'),
      ],
      note: eitherLetters,
    },
    { declared: 'BINARY(16)', as: 'ID', format: 'UUID', held: uuids(bytes), note: eitherLetters },
    {
      ...{ declared: 'VARBINARY(20)', as: 'ID', format: 'UUID' },
      held: [...uuids(bytes), none(bytes('0B'))],
    },
    { declared: 'VARBINARY(64)', as: 'ID', format: 'HEX', held: digits(bytes) },
    {
      ...{ declared: 'BLOB', as: 'ID', format: 'HEX' },
      held: [...digits(bytes), none(`REPEAT(X'0B', 65)`)],
    },
    {
      declared: 'DATE',
      as: 'Date',
      held: [
        least("'0001-01-01'", '0001-01-01'),
        greatest("'9999-12-31'", '9999-12-31'),
        { ...zero("'0000-00-00'", null) },
        none("'2001-02-31'"),
      ],
    },
    {
      declared: 'TIME(6)',
      as: 'Time',
      held: [
        zero("'00:00:00'", '00:00:00'),
        greatest("'23:59:59.999999'", '23:59:59.999999'),
        none("'24:00:00'"),
        none("'-00:00:01'"),
      ],
      note: 'What is a duration, below 0 or from 24 hours on, is no time of day.',
    },
    {
      declared: 'DATETIME(6)',
      as: 'LocalDateTime',
      held: [
        least("'0001-01-01 00:00:00'", '0001-01-01T00:00:00'),
        greatest("'9999-12-31 23:59:59.999999'", '9999-12-31T23:59:59.999999'),
        { ...zero("'0000-00-00 00:00:00'", null) },
        none("'2001-02-31 10:00:00'"),
      ],
    },
    {
      ...{ declared: 'DATETIME(6)', as: 'DateTime', note: byOffset },
      held: [
        ...clockTexts,
        { ...zero("'0000-00-00 00:00:00'", null) },
        none("'2001-02-31 10:00:00'"),
      ],
    },
    {
      declared: 'TIMESTAMP(6) NULL',
      as: 'DateTime',
      held: [
        least("'1970-01-01 00:00:01'", '1970-01-01T00:00:01Z'),
        greatest("'2038-01-19 03:14:07.999999'", '2038-01-19T03:14:07.999999Z'),
        { ...zero("'0000-00-00 00:00:00'", null) },
      ],
    },
    { declared: 'JSON', as: 'JSON', held: documents },
  ],
  leftOut: ['BIT(8)', 'POINT', 'GEOMETRY', 'INET6', 'DECIMAL(65,29)'],
};
