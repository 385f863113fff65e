import { createHash } from 'node:crypto';

import { beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';

import { divisionsFile } from '../../../demo/agencies/civilAffairs.js';
import { populationSize, residents, type Resident } from '../../../demo/agencies/publicSecurity.js';
import { demoIdNo } from '../../../demo/ask/demoOperation.js';
import { checkCharacter } from '../../../demo/generate/idNumber.js';

let areas: readonly string[];
let population: readonly Resident[];
beforeAll(() => {
  const database = new Database(divisionsFile, { readonly: true, fileMustExist: true });
  areas = database.prepare<[], string>('SELECT code FROM area ORDER BY code').pluck().all();
  database.close();
  population = [...residents(areas)];
});

/** Those of whom something does not hold. */
const except = (holds: (resident: Resident) => boolean) =>
  population.filter((resident) => !holds(resident)).map(({ idNo }) => idNo);

describe('the demo’s residents', () => {
  it('are twenty thousand, each with an ID number of their own', () => {
    expect(population).toHaveLength(20_000);
    expect(populationSize).toBe(20_000);
    expect(new Set(population.map(({ idNo }) => idNo)).size).toBe(20_000);
  });

  it('have ID numbers of the right form and check digit', () => {
    expect(except(({ idNo }) => /^[0-9]{17}[0-9X]$/.test(idNo))).toEqual([]);
    expect(except(({ idNo }) => checkCharacter(idNo) === idNo.slice(17))).toEqual([]);
  });

  it('have ID numbers that agree with their birth date and sex', () => {
    expect(
      except(({ idNo, birthDate }) => idNo.slice(6, 14) === birthDate.replaceAll('-', '')),
    ).toEqual([]);
    expect(except(({ idNo, sex }) => sex === (Number(idNo[16]) % 2 === 1 ? '男' : '女'))).toEqual(
      [],
    );
    expect(
      except(({ birthDate }) => birthDate >= '1930-01-01' && birthDate <= '2025-12-31'),
    ).toEqual([]);
  });

  it('were born and are registered in divisions that exist, not all in one', () => {
    const known = new Set(areas);
    expect(known.size).toBeGreaterThan(2_000);
    expect(except(({ idNo }) => known.has(idNo.slice(0, 6)))).toEqual([]);
    expect(except(({ divisionCode }) => known.has(divisionCode))).toEqual([]);
    expect(except(({ divisionCode }) => divisionCode.startsWith('3702'))).toEqual([]);
    expect(new Set(population.map(({ divisionCode }) => divisionCode)).size).toBe(10);
  });

  it('are the same at every run', () => {
    const hash = () => {
      const drawn = residents(areas);
      const first = Array.from({ length: 100 }, () => drawn.next().value as Resident);
      return createHash('sha256').update(JSON.stringify(first)).digest('hex');
    };
    expect(hash()).toBe(hash());
    expect(population.slice(0, 100)).toEqual([...residents(areas)].slice(0, 100));
  });

  it('are others where there are other places to be born in', () => {
    const [first] = residents(['110105']);
    expect(first?.idNo.slice(0, 6)).toMatch(/^(3702|110105)/);
  });

  it('hold the one of 市南区 about whom the demo asks', () => {
    expect(population.find(({ idNo }) => idNo === demoIdNo)?.divisionCode).toBe('370202');
  });
});
