import { describe, expect, it } from '@jest/globals';

import { Gatherer, type Common } from '../../../src/execute/fetch/gatherer.js';
import type { KeyedFetch } from '../../../src/plan/rows/fetch.js';
import type { Column } from '../../../src/source/column/column.js';
import { allRows, isIn } from '../../../src/source/request/filter.js';
import type { Key } from '../../../src/source/request/key.js';
import type { Row } from '../../../src/source/row.js';

const column: Column = { name: 'id', storage: 'TEXT', nullable: false, exact: true };
const keyed = { to: [column], toIndexes: [0], isVouched: false } as unknown as KeyedFetch;
const common: Common = { place: keyed, asker: 'a', bound: allRows, tests: [], atOnce: 4 };

/** Gathers asks of one turn, over rows that are there for every key but `none`; `bad` fails. */
function gather(asked: readonly (readonly [keys: string, change?: Partial<Common>])[]) {
  const gatherer = new Gatherer();
  const sent: string[] = [];
  const run = (keys: readonly Key[]): Promise<readonly Row[]> => {
    sent.push(keys.map(([key]) => String(key)).join(' '));
    if (keys.some(([key]) => key === 'bad')) return Promise.reject(new Error('bad'));
    return Promise.resolve(
      keys.flatMap(([key = '']) => (key === 'none' ? [] : [[key, `row ${key}`]])),
    );
  };
  const answers = asked.map(([text, change]) => {
    const keys = text.split(' ').map((key): Key => [key]);
    const isLight = (all: readonly Key[]) => !all.some(([key]) => key === 'heavy');
    const ask = { keys, alone: () => run(keys), isLight, together: run };
    return gatherer.rows({ ...common, ...change }, ask).then(
      (rows) => rows.map((row) => row.at(1)).join(', '),
      (error: unknown) => String(error),
    );
  });
  return Promise.all(answers).then((told) => ({ told, sent }));
}

describe('Gatherer', () => {
  it('answers asks of one turn by one statement, each with the rows of its own keys', async () => {
    const { told, sent } = await gather([['x y'], ['y none'], ['none']]);
    expect(told).toEqual(['row x, row y', 'row y', '']);
    expect(sent).toEqual(['x y none']);
  });

  it.each<[string, Partial<Common>]>([
    ['another client', { asker: 'b' }],
    ['another scope', { bound: isIn(column, ['x']) }],
    ['another test', { tests: [isIn(column, ['x'])] }],
    ['another place of the plan', { place: { ...keyed } }],
  ])('keeps apart what is of %s', async (_what, change) => {
    const { told, sent } = await gather([['x'], ['y', change]]);
    expect(told).toEqual(['row x', 'row y']);
    expect(sent.toSorted()).toEqual(['x', 'y']);
  });

  it('asks one by one where the statement of all failed, so that only whose it is learns of it', async () => {
    const { told, sent } = await gather([['x'], ['bad'], ['y']]);
    expect(told).toEqual(['row x', 'Error: bad', 'row y']);
    expect(sent).toEqual(['x bad y', 'x', 'bad', 'y']);
  });

  it('asks one by one where one statement would be a heavy one', async () => {
    const { told, sent } = await gather([['x'], ['heavy']]);
    expect(told).toEqual(['row x', 'row heavy']);
    expect(sent).toEqual(['x', 'heavy']);
  });

  it('asks one by one where one statement could not hold all keys', async () => {
    const { told, sent } = await gather([['a b c'], ['d e']]);
    expect(told).toEqual(['row a, row b, row c', 'row d, row e']);
    expect(sent).toEqual(['a b c', 'd e']);
  });
});
