import type { SourceName } from '../../src/shared/brand.js';
import { dataAsOf, ofAgeOn } from '../generate/dataAsOf.js';
import { Draw } from '../generate/draw.js';
import { qingdaoCodes } from '../generate/qingdaoDivisions.js';
import { double, integer, moment, text, type DemoDatabase } from '../write/demoDatabase.js';

import type { Resident } from './publicSecurity.js';

/** A part of a house that one person owns. */
export interface Ownership {
  readonly houseNo: string;
  readonly idNo: string;
  /** Of a hundred. */
  readonly percent: number;
  /** YYYY-MM-DD HH:MM:SS, by the clock of the city. */
  readonly registeredAt: string;
}

export interface House {
  readonly houseNo: string;
  readonly divisionCode: string;
  readonly usage: string;
  readonly builtIn: number;
  /** In square metres. */
  readonly area: number;
  readonly owners: readonly Ownership[];
}

export const houseCount = 9_000;

/** Most are to live in; the codes are those of the catalog's list. */
const usages = [...Array<string>(14).fill('1'), '2', '2', '3', '4', '9'];

/** One owner, or two with equal or unequal parts. */
const parts = [[100], [100], [50, 50], [50, 50], [70, 30]] as const;

const twoDigits = (value: number) => String(value).padStart(2, '0');

/** In the hours in which the counter is open. */
function drawMoment(draw: Draw, from: string): string {
  const time = [9 + draw.below(8), draw.below(60), draw.below(60)].map(twoDigits).join(':');
  return `${draw.day(from, dataAsOf)} ${time}`;
}

/** The demo's houses, each with its owners, who were of age when it was registered. */
export function* houses(people: readonly Resident[]): Generator<House> {
  // This seed gives the person about whom the demo asks a house.
  const draw = new Draw(370_214);
  const adults = people.filter(({ birthDate }) => ofAgeOn(birthDate) < '2024-01-01');
  for (let number = 1; number <= houseCount; number += 1) {
    const divisionCode = draw.one(qingdaoCodes);
    const houseNo = `${divisionCode}${String(number).padStart(6, '0')}`;
    const builtIn = 1_985 + draw.below(39);
    // Neighbours in a list of the shuffled are two different people.
    const first = draw.below(adults.length - 1);
    const owners = draw.one(parts).flatMap((percent, at) => {
      const owner = adults[first + at];
      if (!owner) return [];
      const since = [ofAgeOn(owner.birthDate), `${builtIn}-12-31`].reduce((one, other) =>
        one > other ? one : other,
      );
      return [{ houseNo, idNo: owner.idNo, percent, registeredAt: drawMoment(draw, since) }];
    });
    const area = (4_000 + draw.below(16_000)) / 100;
    yield { houseNo, divisionCode, usage: draw.one(usages), builtIn, area, owners };
  }
}

export function naturalResources(all: () => Iterable<House>): DemoDatabase {
  return {
    source: 'realestate' as SourceName,
    version: 1,
    server: 'postgres',
    tables: [
      {
        name: 'house',
        columns: [
          text('house_no', 12),
          text('division_code', 6),
          text('usage_code', 1),
          integer('built_in'),
          double('area'),
        ],
        primaryKey: ['house_no'],
        unique: [],
        indexes: [['division_code', 'house_no']],
        *rows() {
          for (const { houseNo, divisionCode, usage, builtIn, area } of all()) {
            yield [houseNo, divisionCode, usage, builtIn, area];
          }
        },
      },
      {
        name: 'ownership',
        columns: [
          text('house_no', 12),
          text('id_no', 18),
          integer('percent'),
          moment('registered_at'),
        ],
        primaryKey: ['house_no', 'id_no'],
        unique: [],
        indexes: [['id_no', 'house_no']],
        *rows() {
          for (const { owners } of all()) {
            for (const { houseNo, idNo, percent, registeredAt } of owners) {
              yield [houseNo, idNo, percent, registeredAt];
            }
          }
        },
      },
    ],
  };
}
