import type { Mask } from '../../../src/mask/mask.js';
import { testSources } from '../../support/testSources.js';

import { through, toMany, toOne, type ModelLink } from './modelLink.js';

/**
 * The small universe in which the two properties are tried: four agencies, two databases, four
 * resources that link to each other. What governs them, who may see them, their rows and the
 * operations are drawn at random; their shape stays.
 */
export type TypeName = 'Person' | 'Place' | 'Lot' | 'Term';

export type ModelValue = string | number | boolean | null;

export interface ModelField {
  readonly type:
    | 'ID'
    | 'String'
    | 'Date'
    | 'Time'
    | 'Int'
    | 'BigInt'
    | 'Decimal'
    | 'LocalDateTime'
    | 'DateTime'
    | 'Boolean'
    | 'JSON'
    | 'List'
    | 'Grade';
  readonly nullable: boolean;
  /** The mask that fits the field; the catalog may declare it or not. None fits a Boolean or a Grade. */
  readonly mask: Mask | null;
  /** The values that rows may hold, of a list as JSON; some share the output of their mask. */
  readonly domain: readonly ModelValue[];
  /** What is asked for besides, though no row holds it: a source may take it for what one does. */
  readonly alike?: readonly (string | number)[];
  /** What rows may hold besides, though it is no value of the type: no day, which is as a null. */
  readonly misfits?: readonly string[];
  /** Likewise; but they are compared, sorted and counted as what they are, so that they can be told apart. */
  readonly strays?: readonly number[];
  /** What rows may hold besides, of more bytes than are fetched: compared, sorted and counted as what it is. */
  readonly larges?: readonly string[];
  /** Whether it holds citizens' numbers, which the catalog may say. */
  readonly isCitizens?: true;
  /** Whether an ID, or a day in a format, is a whole number at its source. */
  readonly isWhole?: true;
  /** What its source holds for true and for false, or for the values of a code list. */
  readonly codes?: Readonly<Record<string, string>>;
  /** Whether it holds ids of 128 bits that its source knows as such: they may be stated in capital letters. */
  readonly isUuid?: true;
  /** Whether its source holds its ids as bytes; of a misfit, those whose digits stand after `raw:`. */
  readonly isBytes?: true;
  /** How its source writes its days or moments; a misfit after `raw:` stands there as it is. */
  readonly format?: string;
  /** The field whose column this one is of too. */
  readonly sameAs?: string;
}

interface ModelType {
  readonly source: string;
  readonly table: string;
  readonly key: string;
  /** The field that tells rows apart together with it. */
  readonly alsoKey?: string;
  /** The column that lists follow. */
  readonly pageBy: string;
  /** The column that orders rows that are equal in it. */
  readonly alsoPageBy?: string;
  /** Whether nothing but its catalog says that key and `pageBy` are unique: worlds may say otherwise. */
  readonly isVouched?: true;
  /** The field that says whom a row is about: who is asked for by it is counted. */
  readonly subject?: string;
  /** The field that tells minors apart, where the catalog says so: a date of birth, or a citizen's number. */
  readonly minorsBy?: { readonly date: string; readonly number: string };
  readonly fields: Readonly<Record<string, ModelField>>;
  readonly links: Readonly<Record<string, ModelLink>>;
  readonly lookup: string;
  readonly batch: string;
  /** The argument of `batch`. */
  readonly keys: string;
  readonly verify: string;
  readonly batchVerify: string;
  /** The input type of an item of `batchVerify`. */
  readonly keyedClaims: string;
  readonly list: string;
}

/** The bytes of UTF-8 up to which a value is fetched. Columns of 40 characters have no bound, so both are tried. */
export const mostFetched = 160;

/** A text that a column of SQLite may take for a number is fetched whatever its size. */
const largesBesidesSqlite = (...texts: readonly string[]) =>
  testSources === 'sqlite' ? [] : texts;

/** In MariaDB its column lacks most characters, and puts a question mark in their place. */
const note: ModelField = {
  type: 'String',
  nullable: true,
  mask: { rule: 'KEEP', first: 1, last: 0 },
  // By code point, \u00e9 comes before \u20ac, whose byte in that column is lower.
  domain: ['n1', 'n2', 'N1', 'n1 ', '?', '\u00e9', '\u20ac', '', 'n\u00e9'.repeat(53), null],
  // Of so many characters, and bytes in that column, that the next two would be small.
  larges: ['n'.repeat(mostFetched + 1), `n1${'\u00e9'.repeat(80)}`, 'n\u00e9'.repeat(54)],
  alike: ['三', 'e\u0301'],
};

const pids = [
  // Of a minor; of an adult, but for a wrong check digit; of an adult, from before there were check digits.
  ...['370202199003071233', '370203198001011233', '370203800101123', 'X1', 'X2'],
  // One number, as two agencies hold it.
  ...['37020319800101128X', '37020319800101128x'],
];

/** A code list; the order of its values is none of its names or its codes. */
export const grades: Readonly<Record<string, string>> = {
  HIGH: '3',
  LOW: 'c',
  NONE: 'B',
  TOP: '10',
};

const misfitsOf = (...written: readonly string[]) => written.map((text) => `raw:${text}`);

/** What stands in a column where days do, as YYYYMMDD. */
const noWrittenDays = [
  ...['20121300', '19850229', '0', '', ' 19900307', '19900307 ', '1990-03-07', '19900307x'],
  ...['\uff11\uff19\uff19\uff10\uff10\uff13\uff10\uff17', '\u0661\u0669900307'],
].map((written) => `raw:${written}`);

const noWrittenMoments = [
  '0',
  '-20200101000000',
  '20200230101010',
  '20200101240000',
  '20200101',
].map((written) => `raw:${written}`);

/** The greatest whole number that a column holds: MariaDB's are unsigned, and no others' are. */
export const mostWhole = testSources === 'mariadb' ? 2n ** 64n - 1n : 2n ** 63n - 1n;

/** Neighbours are one number for whoever reads them as floating-point; the last are beyond what is signed. */
const large = [
  ...['9007199254740992', '9007199254740993'],
  ...[2n ** 63n - 1n, mostWhole - 1n, mostWhole].map(String),
];

/** Neighbours, again; SQLite has no decimals, so a column of whole numbers holds them. */
const prices =
  testSources !== 'sqlite'
    ? ['12345678901234567.89', '12345678901234567.88', '0.1', '0.01', '-0.01', '40', '0']
    : ['12345678901234567', '12345678901234568', '1', '-1', '40', '0'];

/** Days of no calendar; PostgreSQL has only such as lie before or after all that have four digits. */
const noDays =
  testSources === 'postgres'
    ? ['infinity', '-infinity', '0044-03-15 BC', '10000-01-01']
    : ['0000-00-00', '1985-02-31', '1985-12-00', '2012-00-00'];

const noMoments =
  testSources === 'postgres'
    ? ['infinity', '-infinity', '0044-03-15T10:00:00 BC', '10000-01-01T00:00:00']
    : [
        ...['0000-00-00T00:00:00', '2019-02-31T10:00:00', '2019-12-00T00:00:00'],
        // A text is written in one way.
        ...(testSources === 'sqlite' ? ['2020-01-01T00:00:00.50'] : []),
      ];

/** What a source holds besides times of day, and where it takes any text, what only looks like one. */
const noTimes = {
  sqlite: ['24:00:00', '9:30', '09:30:00.50'],
  mariadb: ['24:00:00', '-00:30:00', '838:59:59'],
  postgres: ['24:00:00'],
}[testSources];

/** What a client would read as another number; and where a source takes any text, what is no JSON. */
const noDocuments = [
  '{"no": 370202199003071233}',
  ...(testSources === 'postgres' ? [] : ['{"a":', "{'a':1}"]),
];

/** An element that no list is fetched with. */
export const longTag = 'c'.repeat(mostFetched + 1);

/** A list of texts, where a source has such. */
const tags: ModelField = {
  type: 'List',
  nullable: true,
  mask: { rule: 'HASH' },
  domain: ['[]', '["a"]', '["ab"]', '["a","中"]', '["ab","b"]', null],
  larges: [JSON.stringify([longTag]), JSON.stringify(['a', longTag])],
  // A source may take each for an element, or find it in the text that it writes.
  alike: ['A', 'B', 'a ', 'b,', 'ab,b', 'á'],
};

export const model: Readonly<Record<TypeName, ModelType>> = {
  Person: {
    source: 'people',
    table: 'person',
    key: 'pid',
    pageBy: 'row_id',
    subject: 'pid',
    minorsBy: { date: 'born', number: 'pid' },
    fields: {
      pid: {
        type: 'ID',
        nullable: false,
        mask: { rule: 'ID_NUMBER' },
        domain: pids,
        isCitizens: true,
      },
      name: {
        type: 'String',
        nullable: false,
        mask: { rule: 'NAME' },
        // By code point, U+FF21 comes before U+20BB7, whose UTF-16 begins lower.
        // What is seen alike is written in many ways: blanks, dots, what no font shows, two normal forms.
        domain: [
          ...['张小三', '张大三', '李四', '李五 ', '李五', 'Ａ', '𠮷', 'a', 'A', ''],
          ...[
            '张\u00b7三',
            '张\u2022三',
            '张\u30fb三',
            '张\u3000三',
            '张 三',
            '张\u200b三',
            '张\u3164',
          ],
          ...['\u00e9', 'e\u0301', 'e'],
        ],
      },
      born: {
        type: 'Date',
        nullable: true,
        mask: { rule: 'YEAR' },
        domain: ['1990-03-07', '1990-05-01', '1985-12-12', '1985-01-31', null],
        misfits: noDays,
      },
      joined: {
        type: 'Date',
        nullable: true,
        mask: { rule: 'YEAR_MONTH' },
        domain: ['1990-03-07', '1990-03-08', '1989-12-31', '2012-02-29', '0990-03-07', null],
        misfits: noWrittenDays,
        format: 'YYYYMMDD',
      },
      area: {
        type: 'ID',
        nullable: true,
        mask: { rule: 'HASH' },
        // A source may take some of them for one, and lead by them to one place.
        domain: ['A', 'a', 'A ', 'B', 'C', 'Z', 'Y', '\u00e9', 'e\u0301', null],
      },
      note,
      remark: { ...note, sameAs: 'note' },
      score: {
        type: 'Int',
        nullable: true,
        mask: { rule: 'RANGE', step: 10 },
        domain: [-5, 1, 2, 10, 2_147_483_647, -2_147_483_648, null],
        strays: [2_147_483_648, 3_000_000_000, -2_147_483_649],
      },
      flag: {
        type: 'Boolean',
        nullable: true,
        mask: null,
        domain: [true, false, null],
        // A column of booleans holds no others.
        ...(testSources !== 'postgres' && { strays: [2, -1] }),
      },
      no: {
        type: 'ID',
        nullable: true,
        mask: { rule: 'HASH' },
        domain: ['1', '95', '980', ...new Set(large), null],
        isWhole: true,
      },
    },
    links: {
      place: toOne('Place', ['area', 'code']),
      kept: toMany('Place', ['pid', 'keeper']),
      lot: toOne('Lot', ['no', 'no']),
      terms: toMany('Term', ['pid', 'holder']),
      home: toOne('Place', ['area', 'code'], ['pid', 'keeper']),
      // Of a holder several terms may name one other, so pairs stand more than once.
      partners: through('Term', ['pid', 'holder'], 'Person', ['other', 'pid']),
      // A key tells these pairs apart, as far as their numbers are spelled in one way.
      keptByWay: through('Place', ['pid', 'keeper'], 'Place', ['code', 'code']),
    },
    lookup: 'person',
    batch: 'personsByPid',
    keys: 'pids',
    verify: 'verifyPerson',
    batchVerify: 'verifyPersons',
    keyedClaims: 'PersonClaimsByPid',
    list: 'persons',
  },
  Place: {
    source: 'places',
    table: 'place',
    key: 'code',
    pageBy: 'code',
    fields: {
      code: {
        type: 'ID',
        nullable: false,
        mask: { rule: 'REDACT' },
        domain: ['A', 'B', 'C', '\u00e9'],
        alike: ['a', 'A ', 'Ａ', 'e\u0301'],
      },
      label: {
        type: 'String',
        nullable: true,
        mask: { rule: 'NAME' },
        domain: ['一区', '一区 ', '一里', '二区', 'a', 'A', 'Ａ', '9', '24', null],
        alike: ['𠮷', '?', '024', '9.0'],
        larges: largesBesidesSqlite(`一区${'里'.repeat(52)}`, `一区${'街'.repeat(53)}`),
      },
      open: {
        type: 'Boolean',
        nullable: true,
        mask: null,
        domain: [true, false, null],
        misfits: misfitsOf('y', 'Y ', '', 'X', '\uff39'),
        codes: { true: 'Y', false: 'N' },
      },
      grade: {
        type: 'Grade',
        nullable: true,
        mask: null,
        domain: [...Object.keys(grades), null],
        misfits: misfitsOf('C', 'b', '3 ', '', 'HIGH'),
        codes: grades,
      },
      keeper: {
        type: 'ID',
        nullable: true,
        mask: { rule: 'ID_NUMBER' },
        domain: [...pids, null],
        isCitizens: true,
      },
    },
    links: {
      keeperPerson: toOne('Person', ['keeper', 'pid']),
      residents: toMany('Person', ['code', 'area']),
      keepersHere: toMany('Person', ['keeper', 'pid'], ['code', 'area']),
      guests: through('Term', ['keeper', 'holder'], 'Person', ['other', 'pid']),
    },
    lookup: 'place',
    batch: 'placesByCode',
    keys: 'codes',
    verify: 'verifyPlace',
    batchVerify: 'verifyPlaces',
    keyedClaims: 'PlaceClaimsByCode',
    list: 'places',
  },
  Lot: {
    source: 'places',
    table: 'lot',
    key: 'no',
    pageBy: 'no',
    isVouched: true,
    fields: {
      no: {
        type: 'ID',
        nullable: false,
        mask: { rule: 'HASH' },
        domain: ['1', '95', ...new Set(large)],
        isWhole: true,
      },
      kind: {
        type: 'String',
        nullable: true,
        mask: { rule: 'KEEP', first: 1, last: 0 },
        domain: ['宅', '宅 ', '宅二', '田', null],
        larges: largesBesidesSqlite('宅'.repeat(54), '宅'.repeat(55)),
      },
      size: {
        type: 'BigInt',
        nullable: true,
        mask: { rule: 'RANGE', step: 10 },
        domain: [
          ...['-9223372036854775808', '-7', '3', '9', '9007199254740992', '9007199254740993'],
          ...['9223372036854775807', null],
        ],
      },
      seen: {
        type: 'LocalDateTime',
        nullable: true,
        mask: { rule: 'YEAR' },
        domain: [
          ...['2019-12-31T23:59:59', '2020-01-01T00:00:00', '2020-01-01T00:00:00.5'],
          ...['2020-05-01T12:00:00', null],
        ],
        misfits: noMoments,
      },
      leased: {
        type: 'Boolean',
        nullable: true,
        mask: null,
        domain: [true, false, null],
        misfits: misfitsOf('0', '-1', '3'),
        // Of two truths false comes first, whatever stands for it.
        codes: { true: '1', false: '2' },
        isWhole: true,
      },
      sold: {
        type: 'LocalDateTime',
        nullable: true,
        mask: { rule: 'YEAR' },
        domain: ['2019-12-31T23:59:59', '2020-01-01T00:00:00', '2020-05-01T12:00:00', null],
        alike: ['2020-01-01T00:00:00.5'],
        misfits: noWrittenMoments,
        format: 'YYYYMMDDHHmmss',
        isWhole: true,
      },
      // Its source keeps them by a clock that is eight hours ahead.
      ended: {
        type: 'DateTime',
        nullable: true,
        mask: { rule: 'HASH' },
        domain: [
          ...['2019-12-31T15:59:59Z', '2019-12-31T16:00:00Z', '2019-12-31T16:00:00.5Z'],
          ...['2020-05-01T04:00:00Z', '9999-12-31T15:59:59Z', null],
        ],
        misfits: noMoments,
      },
      opens: {
        type: 'Time',
        nullable: true,
        mask: { rule: 'HASH' },
        domain: ['00:00:00', '09:30:00', '09:30:00.5', '23:59:59.999999', null],
        misfits: noTimes,
      },
      // In MariaDB a YEAR, for which the server takes 99 for 1999.
      built: {
        type: 'Int',
        nullable: true,
        mask: { rule: 'RANGE', step: 10 },
        domain: [1901, 1999, 2001, 2155, null],
        alike: [99, 1, 0, -1, 1900, 2156, 3000],
      },
      ref: {
        type: 'ID',
        nullable: true,
        mask: { rule: 'HASH' },
        // MariaDB orders them by their last digits first.
        domain: [
          ...['00000000-0000-4000-8000-00000000000b', 'a0000000-0000-4000-8000-00000000000a'],
          ...['ffffffff-ffff-4fff-bfff-ffffffffffff', null],
        ],
        alike: ['A0000000-0000-4000-8000-00000000000A', 'a', 'nobody'],
        ...(testSources !== 'sqlite' && { isUuid: true as const }),
      },
      seal: {
        type: 'ID',
        nullable: true,
        mask: { rule: 'HASH' },
        domain: [
          ...['00000000-0000-4000-8000-00000000000b', 'a0000000-0000-4000-8000-00000000000a'],
          ...['ffffffff-ffff-4fff-bfff-ffffffffffff', null],
        ],
        alike: ['A0000000-0000-4000-8000-00000000000A', 'a0', 'nobody'],
        misfits: misfitsOf(
          '',
          'a0',
          `${'0'.repeat(29)}b`,
          `a0000000000040008000${'0'.repeat(14)}0a`,
        ),
        isUuid: true,
        isBytes: true,
        format: 'UUID',
      },
      ...(testSources !== 'sqlite' && { tags }),
      plan: {
        type: 'JSON',
        nullable: true,
        mask: { rule: 'HASH' },
        domain: ['{"a":[1,"x"]}', '[]', '"t"', '12', 'null', null],
        misfits: noDocuments,
        larges: [`{"a":"${'x'.repeat(mostFetched)}"}`, `["${'y'.repeat(mostFetched + 5)}"]`],
      },
      price: {
        type: 'Decimal',
        nullable: true,
        mask: { rule: 'RANGE', step: 10 },
        domain: [...prices, null],
      },
    },
    links: {
      holders: toMany('Person', ['no', 'no']),
      // To itself, so within one source in every world.
      twins: toMany('Lot', ['kind', 'kind']),
    },
    lookup: 'lot',
    batch: 'lotsByNo',
    keys: 'nos',
    verify: 'verifyLot',
    batchVerify: 'verifyLots',
    keyedClaims: 'LotClaimsByNo',
    list: 'lots',
  },
  Term: {
    source: 'people',
    table: 'term',
    key: 'holder',
    alsoKey: 'part',
    pageBy: 'part',
    alsoPageBy: 'seq',
    subject: 'holder',
    fields: {
      holder: {
        type: 'ID',
        nullable: false,
        mask: { rule: 'ID_NUMBER' },
        domain: pids,
        isCitizens: true,
      },
      part: {
        type: 'Int',
        nullable: false,
        mask: { rule: 'RANGE', step: 10 },
        domain: [1, 2, 3],
      },
      other: {
        type: 'ID',
        nullable: true,
        mask: { rule: 'ID_NUMBER' },
        domain: [...pids, null],
      },
      grade: {
        type: 'String',
        nullable: true,
        mask: { rule: 'KEEP', first: 1, last: 0 },
        domain: ['甲', '甲 ', '甲一', '乙', null],
      },
    },
    links: { person: toOne('Person', ['holder', 'pid']) },
    lookup: 'term',
    batch: 'termsByHolderAndPart',
    keys: 'by',
    verify: 'verifyTerm',
    batchVerify: 'verifyTerms',
    keyedClaims: 'TermClaimsByHolderAndPart',
    list: 'terms',
  },
};

/** The day of every request: of the dates of birth, those of 1990 are minors' then, 1985's are not. */
export const today = '2003-12-20';
/** Born before this day, a person is no minor. */
export const majorBefore = '1989-12-20';

export const typeNames: readonly TypeName[] = ['Person', 'Place', 'Lot', 'Term'];

/** A row by column; Person has `row_id` besides its fields. */
export type ModelRow = Readonly<Record<string, ModelValue>>;
export type World = Readonly<Record<TypeName, readonly ModelRow[]>>;
