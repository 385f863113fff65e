import { beforeAll, describe, expect, it } from '@jest/globals';

import { houseCount } from '../../../demo/agencies/naturalResources.js';
import { demoIdNo } from '../../../demo/ask/demoOperation.js';
import { ofAgeOn } from '../../../demo/generate/dataAsOf.js';

import { generate, type Generated } from './generated.js';

let data: Generated;
beforeAll(() => {
  data = generate();
});

describe('the demo’s houses', () => {
  it('have a number of their own, and owners whose parts are the whole', () => {
    const { built } = data;
    expect(new Set(built.map(({ houseNo }) => houseNo)).size).toBe(houseCount);
    const parts = built.map(({ owners }) => owners.reduce((sum, { percent }) => sum + percent, 0));
    expect(new Set(parts)).toEqual(new Set([100]));
    const pairs = built.flatMap(({ owners }) => owners.map(({ houseNo, idNo }) => houseNo + idNo));
    expect(new Set(pairs).size).toBe(pairs.length);
    expect(pairs.length).toBeGreaterThan(houseCount * 1.5);
  });

  it('are of residents who exist, registered when they were of age and the house was built', () => {
    const born = new Map(data.people.map(({ idNo, birthDate }) => [idNo, birthDate]));
    const wrong = data.built.flatMap(({ builtIn, owners }) =>
      owners.filter(({ idNo, registeredAt }) => {
        const date = born.get(idNo);
        return (
          date === undefined || registeredAt < ofAgeOn(date) || registeredAt < `${builtIn}-12-31`
        );
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('hold the one about whom the demo asks', () => {
    const owned = data.built.flatMap(({ owners }) =>
      owners.filter(({ idNo }) => idNo === demoIdNo),
    );
    expect(owned.length).toBeGreaterThan(0);
  });
});
