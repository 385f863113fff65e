import { expect, it } from '@jest/globals';

import type { Entry } from '../../../src/record/entry/entry.js';
import { UseCounter, type UseKind } from '../../../src/record/search/useCounter.js';
import type { GrantId } from '../../../src/shared/brand.js';

import { entryOf } from './recording.js';

const grant = 'G-1' as GrantId;
const name = { resource: 'Resident', fields: { name: 'MASKED(NAME)' }, rows: 2 };
const both = {
  resource: 'Resident',
  fields: { name: 'MASKED(NAME)', birthDate: 'CLEAR' },
  rows: 3,
};
const at = '2026-01-01T15:59:59.999Z';
const exported = (step: 'OPEN' | 'CHUNK' | 'CLOSE' | 'ABORT', rows: number) => ({
  at,
  grant,
  operation: 'export',
  reads: [{ ...name, rows }],
  export: { step, chunk: 1, subjects: rows },
});

const entries: readonly Partial<Entry>[] = [
  { at, grant, operation: 'one', reads: [name] },
  { at, grant, operation: 'two', reads: [both] },
  // In China, it is the next day.
  { at: '2026-01-01T16:00:00.000Z', grant, operation: 'one', reads: [name] },
  { at, grant: null, operation: 'one', reads: [{ ...name, rows: 0 }] },
  { at, grant, operation: 'refused', reads: [], outcome: 'QUOTA_EXCEEDED' },
  exported('OPEN', 0),
  exported('CHUNK', 100),
  exported('CLOSE', 0),
];

function counted(kind: UseKind) {
  const counter = new UseCounter(kind);
  for (const [index, change] of entries.entries()) counter.add(entryOf(`r${index}`, change));
  return counter
    .uses()
    .map(({ day, grant: by, of, answers, rows }) => [day, by, of, answers, rows]);
}

it('counts each field by day and grant, with the rows of all answers', () => {
  expect(counted('field')).toEqual([
    ['2026-01-01', 'G-1', 'Resident.birthDate', 1, 3],
    ['2026-01-01', 'G-1', 'Resident.name', 3, 105],
    ['2026-01-01', null, 'Resident.name', 1, 0],
    ['2026-01-02', 'G-1', 'Resident.name', 1, 2],
  ]);
});

it('tells a time that is none as it stands', () => {
  const counter = new UseCounter('field');
  counter.add(entryOf('r', { at: 'never', reads: [name] }));
  expect(counter.uses()).toMatchObject([{ day: 'never', answers: 1 }]);
});

it('counts operations, and none that read nothing', () => {
  expect(counted('operation')).toEqual([
    ['2026-01-01', 'G-1', 'export', 1, 100],
    ['2026-01-01', 'G-1', 'one', 1, 2],
    ['2026-01-01', 'G-1', 'two', 1, 3],
    ['2026-01-01', null, 'one', 1, 0],
    ['2026-01-02', 'G-1', 'one', 1, 2],
  ]);
});
