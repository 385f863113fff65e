import { describe, expect, it } from '@jest/globals';

import {
  atLeast,
  atMost,
  byRow,
  clear,
  describeForm,
  fieldsOfForm,
  keyOf,
  masked,
  meetForms,
  showsNoMore,
  withheld,
} from '../../../src/policy/model/form.js';
import { intersect, reaches, uses, usesOfClear } from '../../../src/policy/model/use.js';
import { masks } from '../mask/masks.js';

const inTown = (town: string) =>
  ({ kind: 'in', field: 'town', operand: { kind: 'literals', values: [town] } }) as const;
const inTwo = { kind: 'and', of: [inTown('B'), inTown('A')] } as const;
const byRows = masks
  .slice(0, 2)
  .flatMap((mask) => [inTown('A'), inTown('B'), inTwo].map((where) => byRow(mask, where)));
const forms = [withheld, ...masks.map(masked), ...byRows, clear];
const named = forms.map((form) => [keyOf(form), form] as const);

describe('the meet of two forms', () => {
  it.each(named)('of %s and any other is the same either way round', (_name, one) => {
    for (const other of forms) expect(meetForms(one, other)).toEqual(meetForms(other, one));
  });

  it.each(named)('of %s and two others is the same however taken together', (_name, one) => {
    for (const other of forms) {
      for (const third of forms) {
        expect(meetForms(meetForms(one, other), third)).toEqual(
          meetForms(one, meetForms(other, third)),
        );
      }
    }
  });

  it.each(named)('of %s and itself is itself', (_name, form) => {
    expect(meetForms(form, form)).toEqual(form);
  });

  it.each(named)('of %s and CLEAR is itself, and of it and WITHHELD is WITHHELD', (_name, form) => {
    expect(meetForms(form, clear)).toEqual(form);
    expect(meetForms(form, withheld)).toEqual(withheld);
  });

  it('of two different masks is REDACT, not either', () => {
    const [name, year] = [masked({ rule: 'NAME' }), masked({ rule: 'YEAR' })];
    expect(describeForm(meetForms(name, year))).toBe('MASKED(REDACT)');
  });
});

describe('a form by row', () => {
  const name = { rule: 'NAME' } as const;
  const form = byRow(name, inTown('A'));

  it('shows no more than in clear, no less than its mask, and neither for the other', () => {
    expect(showsNoMore(form, clear)).toBe(true);
    expect(showsNoMore(masked(name), form)).toBe(true);
    expect(showsNoMore(form, masked(name))).toBe(false);
    expect(showsNoMore(clear, form)).toBe(false);
    expect([atMost(form), atLeast(form)]).toEqual([clear, masked(name)]);
  });

  it('is masked in every row where it meets a mask', () => {
    expect(meetForms(form, masked(name))).toEqual(masked(name));
    expect(meetForms(form, masked({ rule: 'YEAR' }))).toEqual(masked({ rule: 'REDACT' }));
  });

  it('is clear where both conditions hold where it meets another, and has the meet of the masks', () => {
    const [inA, inB] = [inTown('A'), inTown('B')];
    const where = { kind: 'and', of: [inA, inB] } as const;
    const inBoth = byRow(name, where);
    expect(meetForms(form, byRow(name, inB))).toEqual(inBoth);
    const year = byRow({ rule: 'YEAR' }, inB);
    expect(meetForms(form, year)).toEqual(byRow({ rule: 'REDACT' }, where));
    expect(showsNoMore(inBoth, form)).toBe(true);
    expect(showsNoMore(form, inBoth)).toBe(false);
  });

  it('states a condition once, however often it is met', () => {
    const inBoth = meetForms(form, byRow(name, inTown('B')));
    expect(meetForms(inBoth, form)).toEqual(inBoth);
    expect(meetForms(form, byRow({ rule: 'YEAR' }, inTown('A')))).toEqual(
      byRow({ rule: 'REDACT' }, inTown('A')),
    );
    expect(meetForms(form, byRow(name, { kind: 'nothing' }))).toEqual(
      byRow(name, { kind: 'nothing' }),
    );
  });

  it('is told by its mask and the fields of its condition, and by no value', () => {
    expect(describeForm(form)).toBe('BY_ROW(NAME,town)');
    expect(keyOf(form)).not.toBe(keyOf(byRow(name, inTown('B'))));
    const or = byRow(name, { kind: 'or', of: [inTown('A'), { kind: 'isNull', field: 'age' }] });
    expect(fieldsOfForm(or)).toEqual(['town', 'age']);
  });
});

describe('a form', () => {
  it('is described with its mask’s parameters', () => {
    expect(describeForm(masked({ rule: 'KEEP', first: 2, last: 3 }))).toBe('MASKED(KEEP(2,3))');
    expect(describeForm(masked({ rule: 'RANGE', step: 10 }))).toBe('MASKED(RANGE(10))');
  });
});

describe('the meet of uses', () => {
  it('holds what both hold, and nothing where either is empty', () => {
    expect([...intersect(new Set(uses), new Set(['JOIN', 'SORT']))]).toEqual(['SORT', 'JOIN']);
    expect([...intersect(new Set(uses), new Set())]).toEqual([]);
    expect([...intersect(new Set(), new Set(reaches))]).toEqual([]);
  });

  it('keeps those that only a clear value may have apart from the others', () => {
    expect(uses.filter((use) => !usesOfClear.includes(use))).toEqual(['LOOKUP', 'JOIN', 'VERIFY']);
  });
});
