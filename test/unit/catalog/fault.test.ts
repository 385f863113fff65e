import { describe, expect, it } from '@jest/globals';

import { compileText, compileTexts, faultsOf, faultsWith, traffic } from './fixture.js';

/** A slip that is refused, beside a neighbour, as like it as can be, that passes. */
interface Refusal {
  readonly what: string;
  readonly from: string;
  readonly refused: string;
  readonly passes: string;
  readonly fault: string;
}

const weight = '  weight: Float';
const resource = 'table: "vehicle", updateCycle: DAILY, pageBy: "row_id")';
const withRoles = (roles: string) => resource.replace(')', `, ${roles})`);
const dated = (field: string) => `${field}\n${weight}`;

const refusals: readonly Refusal[] = [
  {
    what: 'a level that asks for a mask where none is given',
    from: 'owner: String @column(name: "owner_name") @desensitize(rule: NAME)',
    refused: 'owner: String @column(name: "owner_name")',
    passes: 'owner: String @column(name: "owner_name") @classify(category: GENERAL, level: L2)',
    fault:
      '9:3 owner is of level L3: state how it is masked by `@desensitize(rule: …)`, with WITHHOLD where no part of it may be shown.',
  },
  {
    what: 'a level that asks for a mask, of important data',
    from: 'owner: String @column(name: "owner_name") @desensitize(rule: NAME)',
    refused: 'owner: String @column(name: "owner_name") @classify(level: IMPORTANT)',
    passes:
      'owner: String @column(name: "owner_name") @classify(level: IMPORTANT) @desensitize(rule: WITHHOLD)',
    fault:
      '9:3 owner is of level IMPORTANT: state how it is masked by `@desensitize(rule: …)`, with WITHHOLD where no part of it may be shown.',
  },
  {
    what: 'a subject that is no field',
    from: resource,
    refused: withRoles('subject: "owner_name"'),
    passes: withRoles('subject: "owner"'),
    fault: '4:3 `subject` names a field of Vehicle; "owner_name" is none.',
  },
  {
    what: 'minors told by what is no field',
    from: resource,
    refused: withRoles('minorsBy: "born"'),
    passes: withRoles('subject: "plate"'),
    fault: '4:3 `minorsBy` names a field of Vehicle; "born" is none.',
  },
  {
    what: 'minors told by what is no date',
    from: resource,
    refused: withRoles('minorsBy: "owner"'),
    passes: withRoles('subject: "owner"'),
    fault:
      '4:3 `minorsBy` names a Date or a LocalDateTime, of birth, or texts that are `@element(is: "citizen-id")`; "owner" is String.',
  },
  {
    what: 'an order that discloses what is of a high level',
    from: 'pageBy: "row_id"',
    refused: 'pageBy: "plate"',
    passes: 'pageBy: "row_id"',
    fault:
      '4:3 The order of `pageBy` is disclosed, so it says nothing; "plate", of level L3, would be told by it.',
  },
  {
    what: 'an order by what has no places',
    from: 'pageBy: "row_id"',
    refused: 'pageBy: "score"',
    passes: 'pageBy: "row_id"',
    fault: '4:3 `pageBy` names a column of texts, whole numbers, days or bytes; "score" is `real`.',
  },
  {
    what: 'a word for columns that the table does not have',
    from: 'pageBy: "row_id"',
    refused: 'unique: [["row_id", "rowid"]]',
    passes: 'unique: [["row_id", "tag"]]',
    fault: '4:3 `unique` names columns of the table; "rowid" is none.',
  },
  {
    what: 'a word for no column',
    from: 'pageBy: "row_id"',
    refused: 'unique: [["tag"], []]',
    passes: 'unique: [["tag"]]',
    fault: '4:3 A list of `unique` names the columns that are unique together; one is empty.',
  },
  {
    what: 'an item that is necessary in no scenario',
    from: weight,
    refused: dated('  extra: Boolean @column(name: "places") @necessary(scenarios: [])'),
    passes: dated('  extra: Boolean @column(name: "places") @necessary(scenarios: ["tolls"])'),
    fault:
      '10:42 `@necessary` names the scenarios that ask for the item; what none asks for is left out of the catalog.',
  },
  {
    what: 'an element of no proper name',
    from: weight,
    refused: dated('  extra: Boolean @column(name: "places") @element(is: "Taxi")'),
    passes: dated('  extra: Boolean @column(name: "places") @element(is: "taxi")'),
    fault:
      '10:42 The name of a data element is of small letters, digits and hyphens, as `citizen-id`.',
  },
  {
    what: 'a field that is named as conditions are joined',
    from: weight,
    refused: dated('  not: Boolean @column(name: "places")'),
    passes: dated('  nor: Boolean @column(name: "places")'),
    fault:
      '10:3 No field is named not, since conditions are joined by them (`and`, `or`, `not`): choose another name.',
  },
  {
    what: 'a link to many rows that have no order',
    from: '  brand: Brand @link(from: "brandCode", to: "code")',
    refused: '  brand: [Brand!] @link(from: "brandCode", to: "code")',
    passes: '  brand: [Vehicle!] @link(from: "brandCode", to: "brandCode")',
    fault: '13:3 A link to many rows needs their order: Brand has no `pageBy`.',
  },
  {
    what: 'a link whose ends are stored in different ways',
    from: '  brandCode: ID @classify(category: GENERAL, level: L1)',
    refused: '  brandCode: ID @classify(category: GENERAL, level: L1) @column(name: "places")',
    passes: '  brandCode: ID @classify(category: GENERAL, level: L1) @column(name: "serial")',
    fault:
      '13:3 The ends of a link are stored alike; "brandCode" is stored as INTEGER, "code" as TEXT.',
  },
];

describe('a slip is refused at its place, while its neighbour passes', () => {
  it.each(refusals)('$what', ({ from, refused, passes, fault }) => {
    expect(faultsWith(from, refused)).toEqual([`traffic.graphql:${fault}`]);
    expect(faultsWith(from, passes)).toEqual([]);
  });
});

/** The ID number and birth date of a person, in one type. */
const person = (id: string, born: string) =>
  `${id} @column(name: "holder_no") @element(is: "citizen-id")
  born: Date @column(name: "serial") @element(is: "birth-date") ${born}\n${weight}`;

describe('what would rebuild a masked value within one type is refused', () => {
  const masked = '  no: ID @desensitize(rule: ID_NUMBER)';

  it.each([
    [
      'a birth date in clear beside the head and tail of an ID',
      person(masked, '@classify(category: GENERAL, level: L2)'),
      '"born" in clear rebuilds what the mask of "no" hides: mask the former, or redact the latter.',
    ],
    [
      'an ID in clear beside a year of birth',
      person('  no: ID @classify(category: GENERAL, level: L2)', '@desensitize(rule: YEAR)'),
      '"no" in clear rebuilds what the mask of "born" hides: mask the former, or redact the latter.',
    ],
  ])('%s', (_what, fields, message) => {
    expect(faultsWith(weight, fields)).toEqual([`traffic.graphql:11:3 ${message}`]);
  });

  it('an element in two forms', () => {
    const twice = (rule: string) =>
      dated(`  no: ID @column(name: "holder_no") @element(is: "citizen-id") @desensitize(rule: ID_NUMBER)
  again: ID @column(name: "note") @element(is: "citizen-id") @desensitize(rule: ${rule})`);
    expect(faultsWith(weight, twice('REDACT'))).toEqual([
      'traffic.graphql:11:3 "no" and "again" hold one element, citizen-id: they are of one mask, or the one shows what the other hides.',
    ]);
    expect(faultsWith(weight, twice('ID_NUMBER'))).toEqual([]);
  });

  it.each([
    ['a masked birth date beside a masked ID', person(masked, '@desensitize(rule: YEAR)')],
    [
      'a birth date in clear beside an ID of which nothing is shown',
      person('  no: ID @desensitize(rule: REDACT)', '@classify(category: GENERAL, level: L2)'),
    ],
    [
      'a birth date in clear beside an ID that is not shared',
      person(
        '  no: ID @share(attribute: NOT_SHARED, basis: "某法 第一条")',
        '@classify(category: GENERAL, level: L2)',
      ),
    ],
  ])('%s passes', (_what, fields) => {
    expect(faultsWith(weight, fields)).toEqual([]);
  });
});

describe('all faults are found in one pass', () => {
  it('of grammar, of values, of columns, of governance and of links', () => {
    const changed = traffic
      .replace('level: L3', 'level: L9')
      .replace('weight: Float', 'weight: Foat')
      .replace('isTaxi: Boolean', 'isTaxi: Boolean @column(name: "taxi")')
      .replace('to: "code"', 'to: "no"')
      .replace('attribute: UNCONDITIONAL', 'attribute: CONDITIONAL')
      .replace('name: String\n', 'name: Int\n');
    expect(faultsOf(() => compileText(changed)).map((fault) => fault.split(' ', 1)[0])).toEqual([
      'traffic.graphql:7:20',
      'traffic.graphql:10:11',
      'traffic.graphql:11:19',
      'traffic.graphql:13:3',
      'traffic.graphql:18:3',
      'traffic.graphql:18:3',
      'traffic.graphql:21:9',
    ]);
  });

  it('though one file is no GraphQL at all, whose types are not unknown to others', () => {
    const at = traffic.indexOf('type Brand');
    const opening = traffic.slice(0, traffic.indexOf('\n') + 1);
    const faults = faultsOf(() =>
      compileTexts([
        { file: 'brand.graphql', text: `${opening}${traffic.slice(at)}}` },
        {
          file: 'vehicle.graphql',
          text: traffic.slice(0, at).replace('weight: Float', 'weight: Int'),
        },
      ]),
    );
    expect(faults.map((fault) => fault.split(' ', 1)[0])).toEqual([
      'brand.graphql:9:1',
      'vehicle.graphql:10:11',
    ]);
  });

  it('though a source is not configured', () => {
    const changed = traffic
      .replace('source: "traffic"', 'source: "trafic"')
      .replace('rule: NAME', 'rule: YEAR');
    expect(faultsOf(() => compileText(changed)).map((fault) => fault.split(' ', 1)[0])).toEqual([
      'traffic.graphql:1:1',
      'traffic.graphql:9:3',
    ]);
  });
});
