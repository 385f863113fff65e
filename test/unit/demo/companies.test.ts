import { beforeAll, describe, expect, it } from '@jest/globals';

import { readDivisionCodes } from '../../../demo/agencies/civilAffairs.js';
import type { Company } from '../../../demo/agencies/marketRegulation.js';
import { demoIdNo } from '../../../demo/ask/demoOperation.js';
import { creditCodeCheck, organizationCheck } from '../../../demo/generate/creditCode.js';

import { generate, type Generated } from './generated.js';

let data: Generated;
beforeAll(() => {
  data = generate();
});

/** Those of which something does not hold. */
const except = (holds: (company: Company) => boolean) =>
  data.all.filter((company) => !holds(company)).map(({ creditCode }) => creditCode);

describe('the demo’s companies', () => {
  it('are ten thousand, each with a name and a code of its own', () => {
    expect(data.all).toHaveLength(10_000);
    expect(new Set(data.all.map(({ creditCode }) => creditCode)).size).toBe(10_000);
    expect(new Set(data.all.map(({ name }) => name)).size).toBe(10_000);
  });

  it('have credit codes of Qingdao with right check characters', () => {
    expect(except(({ creditCode }) => /^913702[0-9A-HJ-NP-RTUW-Y]{12}$/.test(creditCode))).toEqual(
      [],
    );
    expect(
      except(({ creditCode: code }) => creditCodeCheck(code.slice(0, 17)) === code[17]),
    ).toEqual([]);
    expect(
      except(({ creditCode: code }) => organizationCheck(code.slice(8, 16)) === code[16]),
    ).toEqual([]);
  });

  it('are in divisions that exist, and are registered there', () => {
    const known = new Set(readDivisionCodes());
    expect(except(({ divisionCode }) => known.has(divisionCode))).toEqual([]);
    expect(
      except(({ creditCode, divisionCode }) => creditCode.slice(2, 8) === divisionCode),
    ).toEqual([]);
  });

  it('are represented by residents under their own names, who were of age', () => {
    const people = new Map(data.people.map((resident) => [resident.idNo, resident]));
    expect(
      except(({ legalRepIdNo, legalRepName, establishedOn }) => {
        const resident = people.get(legalRepIdNo);
        if (resident?.name !== legalRepName) return false;
        const year = Number(resident.birthDate.slice(0, 4)) + 18;
        return establishedOn >= `${year}${resident.birthDate.slice(4)}`;
      }),
    ).toEqual([]);
  });

  it('are of a tenth of the residents, of whom a few have twelve and none has more', () => {
    const counts = new Map<string, number>();
    for (const { legalRepIdNo: id } of data.all) counts.set(id, (counts.get(id) ?? 0) + 1);
    expect(counts.size).toBeGreaterThan(1_800);
    expect(counts.size).toBeLessThan(2_200);
    expect(Math.max(...counts.values())).toBe(12);
  });

  it('do not lie beside the others of their representative', () => {
    const beside = data.all.filter(
      ({ legalRepIdNo }, index) => legalRepIdNo === data.all[index + 1]?.legalRepIdNo,
    );
    expect(beside.length).toBeLessThan(30);
  });

  it('have telephone numbers that are given to no one', () => {
    expect(except(({ phone }) => /^140[0-9]{8}$/.test(phone))).toEqual([]);
  });

  it('hold three, in three divisions, of the one about whom the demo asks', () => {
    const own = data.all.filter(({ legalRepIdNo }) => legalRepIdNo === demoIdNo);
    expect(own.map(({ name, divisionCode }) => [name, divisionCode])).toEqual([
      ['青岛远岩海洋食品有限公司', '370285'],
      ['青岛中和橡胶制品有限公司', '370203'],
      ['青岛恒洋物业管理有限公司', '370213'],
    ]);
  });
});

it('all that is generated is the same at every run', () => {
  expect(generate()).toEqual(data);
});
