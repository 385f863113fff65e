import { describe, expect, it } from '@jest/globals';

import {
  clear,
  describeForm,
  masked,
  meetForms,
  withheld,
} from '../../../src/policy/model/form.js';
import { intersect, reaches, uses, usesOfClear } from '../../../src/policy/model/use.js';
import { masks } from '../mask/masks.js';

const forms = [withheld, ...masks.map(masked), clear];
const named = forms.map((form) => [describeForm(form), form] as const);

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
