import { describe, expect, it } from '@jest/globals';

import type { Target } from '../../../src/cli/explain/target.js';
import { tellPolicy } from '../../../src/cli/explain/tellPolicy.js';
import type { Operand } from '../../../src/policy/model/condition.js';
import type { Rule } from '../../../src/policy/model/rule.js';
import { register } from '../policy/register.js';
import type { Granted } from '../support/deciding.js';
import { demoCatalog } from '../support/demoCatalog.js';

import { explainedBy, schoolUnder } from './explaining.js';

const granted: Granted = {
  Person: {
    reach: ['LIST'],
    fields: { plain1: { uses: ['FILTER'] }, starred3: { form: 'CLEAR' }, secret: {} },
    rows: {
      kind: 'in',
      field: 'townCode',
      operand: { kind: 'requester', attribute: 'town' },
    },
  },
};

/** What is told of one type or item, without the line of who asks. */
async function told(
  name: string,
  given: Granted = granted,
  rules: readonly Rule[] = [],
): Promise<string> {
  const [resource = '', item] = name.split('.');
  const target: Exclude<Target, { kind: 'file' }> =
    item === undefined ? { kind: 'type', resource } : { kind: 'item', resource, item };
  const admitted = await schoolUnder(explainedBy(register, given, rules));
  return tellPolicy(target, register, admitted).lines.slice(2).join('\n');
}

describe('a field', () => {
  it('is told with the steps that set it', async () => {
    const rules: readonly Rule[] = [
      { id: 'R-1', kind: 'MASK', resource: 'Person', field: 'plain1', mask: { rule: 'NAME' } },
    ];
    expect(await told('Person.plain1', granted, rules)).toBe(`\
Person.plain1  MASKED(NAME)  uses: none
  permission  grant G-1: CLEAR
  ceiling     level L1: CLEAR {FILTER}
  rule        R-1: MASKED(NAME) {FILTER}
  ceiling     FILTER, SORT, GROUP are for what is clear: MASKED(NAME) {}`);
    expect(await told('Person.secret')).toBe(`\
Person.secret  WITHHELD  uses: none
  permission  grant G-1: CLEAR
  ceiling     NOT_SHARED: 某法 第二条: WITHHELD {}`);
  });

  it('that is clear in some rows is told with its condition, or why it is so in none', async () => {
    const clearWhere = {
      kind: 'in',
      field: 'plain1',
      operand: { kind: 'literals', values: ['A'] },
    } as const;
    const byRow = {
      form: { mask: { rule: 'NAME' }, clearWhere },
      approvedBy: ['PROVIDER'],
    } as const;
    const given = (plain1: Granted[string]['fields'][string]): Granted => ({
      Person: { reach: ['LIST'], fields: { plain1, starred3: byRow } },
    });
    expect(await told('Person.starred3', given({}))).toBe(`\
Person.starred3  MASKED(NAME), CLEAR where { plain1: { eq: "A" } }  uses: none
  permission  grant G-1: BY_ROW(NAME,plain1)
  ceiling     level L3: BY_ROW(NAME,plain1) {FILTER SORT GROUP}
  ceiling     FILTER, SORT, GROUP are for what is clear: BY_ROW(NAME,plain1) {}`);
    expect(await told('Person.starred3', given({ form: { mask: { rule: 'REDACT' } } }))).toBe(`\
Person.starred3  MASKED(NAME)  uses: none
  permission  grant G-1: BY_ROW(NAME,plain1)
  ceiling     level L3: BY_ROW(NAME,plain1) {FILTER SORT GROUP}
  ceiling     FILTER, SORT, GROUP are for what is clear: BY_ROW(NAME,plain1) {}
  ceiling     it would be clear by "plain1", which is not clear itself: MASKED(NAME)`);
  });

  it('that a rule leaves clear in some rows is told with both, or why it is so in no row', async () => {
    const given: Granted = { Person: { reach: ['LIST'], fields: { plain1: {}, plain2: {} } } };
    const ruledBy = (operand: Operand): readonly Rule[] => [
      {
        ...{ id: 'R-1', kind: 'MASK', resource: 'Person', field: 'plain1' },
        mask: { rule: 'NAME' },
        clearWhere: { kind: 'in', field: 'plain2', operand },
      },
    ];
    const steps = `\
  permission  grant G-1: CLEAR
  ceiling     level L1: CLEAR {FILTER SORT GROUP}
  rule        R-1: BY_ROW(NAME,plain2) {FILTER SORT GROUP}
  ceiling     FILTER, SORT, GROUP are for what is clear: BY_ROW(NAME,plain2) {}`;
    const literal = ruledBy({ kind: 'literals', values: ['A'] });
    expect(await told('Person.plain1', given, literal)).toBe(
      `Person.plain1  MASKED(NAME), CLEAR where { plain2: { eq: "A" } }  uses: none\n${steps}`,
    );
    const lacking = ruledBy({ kind: 'requester', attribute: 'ward' });
    expect(await told('Person.plain1', given, lacking)).toBe(
      `Person.plain1  MASKED(NAME), CLEAR where { plain2: { in: $requester.ward } }  uses: none\n${steps}
  contract    client school has no attribute "ward": MASKED(NAME) in every row`,
    );
  });

  it('of a resource that is refused is told by what refused that', async () => {
    const rules: readonly Rule[] = [{ id: 'R-9', kind: 'SUSPEND', resource: 'Person' }];
    expect(await told('Person.plain1', granted, rules)).toBe(`\
Person  人: not in the contract
  permission  grant G-1: LIST
  rule        R-9: suspended`);
  });
});

describe('a statistic', () => {
  const counted = { form: 'WITHHELD', uses: ['GROUP'] } as const;
  const planning: Granted = {
    Resident: { reach: ['STATISTICS'], fields: { divisionCode: counted, sex: counted } },
  };

  async function toldOf(name: string, given: Granted): Promise<readonly string[]> {
    const [resource = '', item = ''] = name.split('.');
    const target = { kind: 'item', resource, item } as const;
    const admitted = await schoolUnder(explainedBy(demoCatalog, given));
    const { lines } = tellPolicy(target, demoCatalog, admitted);
    return lines.slice(2);
  }

  it('is told by what it is over, or by why it may not be asked for', async () => {
    expect(await toldOf('Resident.bySex', planning)).toEqual([
      'Resident.bySex  statistic by divisionCode, sex',
    ]);
    expect(await toldOf('Resident.byBirthYear', planning)).toEqual([
      'Resident.byBirthYear  no statistic by birthDate_year, sex: "birthDate" may not be counted: it has no GROUP',
    ]);
    const listing: Granted = {
      Resident: { reach: ['LIST'], fields: { divisionCode: {}, sex: counted } },
    };
    expect(await toldOf('Resident.bySex', listing)).toEqual([
      'Resident.bySex  no statistic by divisionCode, sex: STATISTICS is not granted',
    ]);
  });
});

describe('a verification', () => {
  const fields = { id: { uses: ['VERIFY'] }, starred3: { uses: ['VERIFY'] } } as const;
  const headOf = async (person: Granted[string]) =>
    (await told('Person', { Person: person })).split('\n');

  it('is told with what it compares and what it tells', async () => {
    const person = { reach: ['VERIFY'], fields } as const;
    expect((await headOf(person)).slice(0, 4)).toEqual([
      'Person  人',
      '  reach         VERIFY',
      '  rows          all rows',
      '  verification  of starred3: MATCH, NO_MATCH',
    ]);
    const verification = { tellMismatches: true, tellNotFound: true };
    expect((await headOf({ ...person, verification }))[3]).toBe(
      '  verification  of starred3: MATCH, NO_MATCH, NOT_FOUND, and which of these do not hold',
    );
  });

  it('that is not there is told by why', async () => {
    const person = { reach: ['VERIFY'], fields: { starred3: fields.starred3 } } as const;
    expect(await headOf(person)).toContain(
      '  ceiling     the key may be neither looked up nor verified: no VERIFY',
    );
  });
});

describe('a link', () => {
  it('is told, or why there is none', async () => {
    expect(await told('Town.region')).toBe('Town.region  link by regionCode to Region.code');
    expect(await told('Person.town')).toBe(
      'Person.town  no link by townCode to Town.code: it is not granted',
    );
  });

  it('to a type without a visible field does not exist', async () => {
    const hidden = { form: 'WITHHELD', uses: ['JOIN'] } as const;
    const given: Granted = {
      Town: { reach: ['LIST'], fields: { name: {}, regionCode: hidden }, links: ['region'] },
      Region: { reach: ['LINKED'], fields: { code: hidden } },
    };
    expect(await told('Town.region', given)).toBe(
      'Town.region  no link by regionCode to Region.code: no field of Region is shown',
    );
    expect(await told('Region.code', given)).toBe(`\
Region  区: not in the contract
  permission  grant G-1: LINKED
  contract    no field of it is shown: nothing
Region.code  WITHHELD  uses: JOIN
  permission  grant G-1: WITHHELD
  ceiling     level L1: WITHHELD {JOIN}`);
  });
});

describe('a type', () => {
  it('that nothing leads to is not in the contract', async () => {
    const given: Granted = { Person: { reach: ['LINKED'], fields: { plain1: {} } } };
    expect(await told('Person', given)).toContain(
      '  contract    no lookup, list or link leads to it: nothing',
    );
  });

  it('is told with its reach, its rows in words, and the steps of all', async () => {
    expect((await told('Person')).split('\n').slice(0, 7)).toEqual([
      'Person  人',
      '  reach  LIST',
      '  rows   { townCode: { in: $requester.town } }',
      '  permission  grant G-1: LIST',
      '  contract    client school has no attribute "town": no rows',
      '  id  WITHHELD  uses: none',
      '    permission  grant G-1 does not name it: WITHHELD {}',
    ]);
  });
});

it('everything is told in short, with the steps of what is refused', async () => {
  const admitted = await schoolUnder(explainedBy(register, granted));
  const { lines, data } = tellPolicy({ kind: 'all' }, register, admitted);
  expect(lines[0]).toBe('school for enrolment: grant G-1 until 2099-12-31T00:00:00.000Z');
  const text = lines.join('\n');
  expect(text).toContain('  starred3    MASKED(NAME)  uses: none\n');
  expect(text).toContain('  town        no link by townCode to Town.code: it is not granted\n');
  expect(text).toContain(`
Grave  墓: not in the contract
  permission  grant G-1 does not name it, and its share attribute is NOT_SHARED: nothing`);
  expect(data).toMatchObject({
    client: 'school',
    grant: 'G-1',
    resources: [{ name: 'Person', isInContract: true }, {}, {}, { name: 'Grave', reach: [] }],
  });
});
