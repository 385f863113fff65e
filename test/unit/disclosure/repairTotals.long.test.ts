import { describe, it } from '@jest/globals';

import { everyTold } from './everyTold.js';
import { expectGuarded } from './expectGuarded.js';
import { randomAnswers } from './randomAnswers.js';

const patience = 3_600_000;

describe('a told table leaves each cell as many values as the base', () => {
  it(
    'whichever table of 2 × 3 it is of, under any key',
    () => {
      expectGuarded(everyTold([2, 3], 3, 5));
    },
    patience,
  );

  it.each(
    [3, 5, 10].flatMap((base) =>
      [
        [3, 3],
        [2, 2, 2],
      ].map((shape) => ({ shape, base })),
    ),
  )(
    'in 2,000 random answers: $shape, base $base',
    ({ shape, base }) => {
      expectGuarded(randomAnswers({ shape, base, seed: 100 + base }, 2_000));
    },
    patience,
  );
});
