import type { SourceName } from '../../src/shared/brand.js';
import { dataAsOf, ofAgeOn } from '../generate/dataAsOf.js';
import { Draw } from '../generate/draw.js';
import { date, integer, optional, text, type DemoDatabase } from '../write/demoDatabase.js';

import type { Company } from './marketRegulation.js';
import type { Resident } from './publicSecurity.js';

export interface Insurance {
  readonly insuranceNo: string;
  readonly idNo: string;
  readonly employerCreditCode: string | null;
  readonly startedOn: string;
  /** In yuan; of those who pay. */
  readonly monthlyBase: number | null;
  readonly status: string;
}

/** Who was born before this day draws a pension. To keep it simple, the age of men is that of all. */
const pensionersBornBefore = '1966-01-01';

function drawPosition(draw: Draw, { birthDate }: Resident, employers: readonly Company[]) {
  if (birthDate < pensionersBornBefore) {
    return { status: '领取待遇', employerCreditCode: null, monthlyBase: null };
  }
  if (draw.happens(12)) return { status: '暂停缴费', employerCreditCode: null, monthlyBase: null };
  return {
    status: '参保缴费',
    // Some pay for themselves.
    employerCreditCode: draw.happens(10) ? null : draw.one(employers).creditCode,
    // Between the least and the most that contributions were reckoned on, in steps of ten yuan.
    monthlyBase: 4_500 + draw.below(1_800) * 10,
  };
}

/** A row for each insured resident: of those of age, 19 in 20. */
export function* insurances(
  people: readonly Resident[],
  companies: readonly Company[],
): Generator<Insurance> {
  const draw = new Draw(370_210);
  const employers = companies.filter(({ status }) => status === '存续');
  const given = new Set<string>();
  for (const resident of draw.shuffled(people)) {
    const ofAge = ofAgeOn(resident.birthDate);
    if (ofAge >= dataAsOf || draw.happens(5)) continue;
    const insuranceNo = `3702${draw.digits(8)}`;
    if (given.has(insuranceNo)) continue;
    given.add(insuranceNo);
    yield {
      insuranceNo,
      idNo: resident.idNo,
      startedOn: draw.day(ofAge > '1992-01-01' ? ofAge : '1992-01-01', dataAsOf),
      ...drawPosition(draw, resident, employers),
    };
  }
}

export function socialSecurity(all: () => Iterable<Insurance>): DemoDatabase {
  return {
    source: 'insurance' as SourceName,
    version: 1,
    tables: [
      {
        name: 'insurance',
        columns: [
          integer('row_id'),
          text('insurance_no', 12),
          text('id_no', 18),
          optional(text('employer_credit_code', 18)),
          date('started_on'),
          optional(integer('monthly_base')),
          text('status', 10),
        ],
        primaryKey: ['row_id'],
        unique: ['insurance_no', 'id_no'],
        indexes: [['employer_credit_code', 'row_id']],
        *rows() {
          let rowId = 0;
          for (const one of all()) {
            rowId += 1;
            const { insuranceNo, idNo, employerCreditCode, startedOn, monthlyBase, status } = one;
            yield [rowId, insuranceNo, idNo, employerCreditCode, startedOn, monthlyBase, status];
          }
        },
      },
    ],
  };
}
