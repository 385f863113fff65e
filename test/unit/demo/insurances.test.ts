import { beforeAll, describe, expect, it } from '@jest/globals';

import type { Insurance } from '../../../demo/agencies/socialSecurity.js';
import { demoIdNo } from '../../../demo/ask/demoOperation.js';

import { generate, type Generated } from './generated.js';

let data: Generated;
beforeAll(() => {
  data = generate();
});

/** Those of which something does not hold. */
const except = (holds: (insurance: Insurance) => boolean) =>
  data.insured.filter((insurance) => !holds(insurance)).map(({ insuranceNo }) => insuranceNo);

describe('the demo’s insurances', () => {
  it('are some fifteen thousand, one a resident, each with a number of its own', () => {
    const { insured } = data;
    expect(insured.length).toBeGreaterThan(14_500);
    expect(insured.length).toBeLessThan(16_000);
    expect(new Set(insured.map(({ idNo }) => idNo)).size).toBe(insured.length);
    expect(new Set(insured.map(({ insuranceNo }) => insuranceNo)).size).toBe(insured.length);
    expect(except(({ insuranceNo }) => /^3702[0-9]{8}$/.test(insuranceNo))).toEqual([]);
  });

  it('are of residents who exist, and began when they were of age', () => {
    const born = new Map(data.people.map(({ idNo, birthDate }) => [idNo, birthDate]));
    expect(
      except(({ idNo, startedOn }) => {
        const date = born.get(idNo);
        return (
          date !== undefined && startedOn >= `${Number(date.slice(0, 4)) + 18}${date.slice(4)}`
        );
      }),
    ).toEqual([]);
  });

  it('name employers that exist and are in business; only who pays has one', () => {
    const employers = new Map(data.all.map(({ creditCode, status }) => [creditCode, status]));
    const employed = data.insured.filter(({ employerCreditCode }) => employerCreditCode !== null);
    expect(employed.length).toBeGreaterThan(5_000);
    expect(
      employed.filter(
        ({ employerCreditCode, status }) =>
          status !== '参保缴费' || employers.get(employerCreditCode ?? '') !== '存续',
      ),
    ).toEqual([]);
  });

  it('have a base where contributions are paid, and nowhere else', () => {
    expect(
      except(({ status, monthlyBase }) => (status === '参保缴费') === (monthlyBase !== null)),
    ).toEqual([]);
  });

  it('hold the one about whom the demo asks', () => {
    expect(data.insured.filter(({ idNo }) => idNo === demoIdNo)).toHaveLength(1);
  });
});
