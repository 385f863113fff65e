import { describe, expect, it } from '@jest/globals';

import { checkSeedGrants } from '../../src/control/policy/checkSeedGrants.js';
import { readPolicy } from '../../src/control/policy/readPolicy.js';
import { describeCombination, guessableKeys } from '../../src/policy/combine/combination.js';
import { decideFor, type Granted } from '../unit/support/deciding.js';

import { compileCase, general, optional, typeOf, unique } from './caseCatalog.js';

const personal = general.replace('L1, category: GENERAL', 'L3, category: PERSONAL');

/** Residents by their numbers; what the catalog says of elements may be left out. */
const catalogOf = (element: string) =>
  compileCase(
    `type Resident
  @resource(code: "1", title: "T", table: "t", updateCycle: DAILY, pageBy: "row", subject: "idNo", minorsBy: "birth")
  ${personal} {
  idNo: ID! @key @column(name: "no") ${element} @desensitize(rule: ID_NUMBER)
  birth: Date @desensitize(rule: YEAR)
  address: String @desensitize(rule: ADDRESS)
  phone: String @desensitize(rule: PHONE)
  divisionCode: ID @classify(level: L2, category: GENERAL) @element(is: "division-code")
  division: Division @link(from: "divisionCode", to: "no")
}
${typeOf('name: String', general, { name: 'Division', code: '2', table: 'd' })}`,
    {
      birth: optional('DATE'),
      address: optional(),
      phone: optional(),
      divisionCode: optional(),
    },
    { d: { row: unique('INTEGER'), no: unique(), name: optional() } },
  );

const number = {
  idNo: { form: { mask: { rule: 'ID_NUMBER' } }, uses: ['LOOKUP'] },
  birth: {},
} as const;
const grants: Readonly<Record<string, Granted>> = {
  'a masked address': {
    Resident: { reach: ['LIST', 'LOOKUP'], fields: { ...number, address: {} } },
  },
  'a link from a withheld division code': {
    Resident: {
      reach: ['LIST', 'LOOKUP'],
      fields: { ...number, divisionCode: { form: 'WITHHELD', uses: ['JOIN'] } },
      links: ['division'],
    },
    Division: {
      reach: ['LINKED'],
      fields: { no: { form: 'WITHHELD', uses: ['JOIN'] }, name: {} },
    },
  },
  'a division code in clear': {
    Resident: { reach: ['LIST', 'LOOKUP'], fields: { ...number, divisionCode: {} } },
  },
};
const harmless: Readonly<Record<string, Granted>> = {
  'nothing of where': { Resident: { reach: ['LIST', 'LOOKUP'], fields: number } },
  'a phone': { Resident: { reach: ['LIST', 'LOOKUP'], fields: { ...number, phone: {} } } },
  'a masked address of rows that nobody lists': {
    Resident: { reach: ['LOOKUP'], fields: { ...number, address: {} } },
  },
};
const found = (granted: Granted, element = '@element(is: "citizen-id")') =>
  guessableKeys(decideFor(catalogOf(element), granted)).map(describeCombination);

describe('A8: whatever tells a part of an element counts', () => {
  it.each(Object.keys(grants))('%s leaves few candidates', (what) => {
    expect(found(grants[what]!)).toEqual([
      expect.stringMatching(/^citizen-id, to 33 candidates, by /),
    ]);
  });

  it.each(Object.keys(grants))('%s, though the catalog names no element', (what) => {
    expect(found(grants[what]!, '')).toHaveLength(1);
  });

  it.each(Object.keys(harmless))('%s leaves many', (what) => {
    expect(found(harmless[what]!)).toEqual([]);
  });

  it('and the seed file is held to it', () => {
    const catalog = catalogOf('');
    const seed = (fields: object) =>
      readPolicy(
        JSON.stringify({
          clients: [{ id: 'c', agency: 'a', keys: [] }],
          grants: [
            {
              id: 'G-1',
              client: 'c',
              purpose: 'p',
              validUntil: '2099-12-31T00:00:00Z',
              resources: { Resident: { reach: ['LIST', 'LOOKUP'], fields } },
            },
          ],
        }),
        catalog,
      );
    expect(() => {
      checkSeedGrants(seed({ ...number, address: {} }), catalog);
    }).toThrow(
      /grant G-1: with LOOKUP or VERIFY it leaves .* narrows citizen-id, to 33 candidates/,
    );
    expect(() => {
      checkSeedGrants(seed(number), catalog);
    }).not.toThrow();
  });
});
