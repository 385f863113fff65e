import type { SourceName } from '../../src/shared/brand.js';
import { Draw } from '../generate/draw.js';
import { drawPersonName } from '../generate/drawPersonName.js';
import { idNumber } from '../generate/idNumber.js';
import { qingdaoCodes, qingdaoDivisions } from '../generate/qingdaoDivisions.js';
import { date, integer, optional, text, type DemoDatabase } from '../write/demoDatabase.js';

export const populationSize = 20_000;

export interface Resident {
  readonly idNo: string;
  readonly name: string;
  readonly sex: string;
  readonly birthDate: string;
  readonly address: string;
  readonly faith: string | null;
  readonly divisionCode: string;
}

const roads = [
  '香港中路',
  '山东路',
  '南京路',
  '延安三路',
  '辽阳西路',
  '江西路',
  '福州路',
  '长江路',
];

const faiths = ['佛教', '道教', '伊斯兰教', '天主教', '基督教'];

function drawResident(draw: Draw, birthplaces: readonly string[]): Resident {
  const divisionCode = draw.one(qingdaoCodes);
  const birthplace = draw.below(10) < 7 ? divisionCode : draw.one(birthplaces);
  const birthDate = draw.day('1930-01-01', '2025-01-01');
  const sequence = draw.below(999) + 1;
  const house = `${draw.one(roads)}${draw.below(300) + 1}号${draw.below(6) + 1}单元`;
  return {
    idNo: idNumber(birthplace, birthDate, sequence),
    name: drawPersonName(draw),
    sex: sequence % 2 === 1 ? '男' : '女',
    birthDate,
    address: `青岛市${qingdaoDivisions.get(divisionCode) ?? ''}${house}`,
    faith: draw.below(10) === 0 ? draw.one(faiths) : null,
    divisionCode,
  };
}

/**
 * The demo's residents; an ID number is given once.
 *
 * @param birthplaces codes of divisions, with which ID numbers begin
 */
export function* residents(birthplaces: readonly string[]): Generator<Resident> {
  const draw = new Draw(370_200);
  const given = new Set<string>();
  while (given.size < populationSize) {
    const resident = drawResident(draw, birthplaces);
    if (given.has(resident.idNo)) continue;
    given.add(resident.idNo);
    yield resident;
  }
}

export function publicSecurity(people: () => Iterable<Resident>): DemoDatabase {
  return {
    source: 'population' as SourceName,
    version: 2,
    tables: [
      {
        name: 'resident',
        columns: [
          integer('row_id'),
          text('id_no', 18),
          text('name', 50),
          optional(text('sex', 1)),
          optional(date('birth_date')),
          optional(text('address', 200)),
          optional(text('faith', 10)),
          text('division_code', 6),
        ],
        primaryKey: ['row_id'],
        unique: ['id_no'],
        indexes: [['division_code', 'row_id']],
        *rows() {
          let rowId = 0;
          for (const one of people()) {
            rowId += 1;
            const { idNo, name, sex, birthDate, address, faith, divisionCode } = one;
            yield [rowId, idNo, name, sex, birthDate, address, faith, divisionCode];
          }
        },
      },
    ],
  };
}
