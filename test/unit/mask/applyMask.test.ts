import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isEnumType } from 'graphql';

import { Vocabulary } from '../../../src/catalog/read/sdl/vocabulary.js';
import { applyMask } from '../../../src/mask/applyMask.js';
import { describeMask } from '../../../src/mask/mask.js';
import { exampleKey, maskExamples } from '../../../src/mask/maskExamples.js';
import { maskRuleNames, maskRules } from '../../../src/mask/rules/maskRules.js';
import { vocabularyText } from '../support/testCatalog.js';

import { key, named, takesNumbers } from './masks.js';

/** Texts of every kind, those with halves of surrogate pairs and those that rules take too. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc.stringMatching(/^[0-9]{15}$|^[0-9]{17}[0-9Xx]$/),
  fc.stringMatching(/^[0-9]{4}-[01][0-9]-[0-3][0-9]$/),
  fc.stringMatching(/^[张王*]{0,5}$/),
  fc.stringMatching(/^[01][0-9]{9,12}$|^[0-9]{12,19}$/),
  fc.stringMatching(/^[青市省区县旗南路*]{0,12}$/),
  fc.stringMatching(/^[z𠮷*]{0,4}@[a.*]{0,5}$/u),
  fc.stringMatching(/^[鲁E][A-Z][0-9*]{4,7}$/),
  fc.stringMatching(/^-?[0-9]{1,3}(?:–-?[0-9]{1,3})?$/),
);

const anyNumber = fc.oneof(
  fc.integer(),
  fc.maxSafeInteger(),
  fc.double(),
  fc.constantFrom(-0, NaN, Infinity, -Infinity, Number.MIN_SAFE_INTEGER, 2 ** 53),
);

describe.each(named)('%s, as it is applied', (_name, mask) => {
  it('leaves null as it is', () => {
    expect(applyMask(mask, null, key)).toBeNull();
  });

  it.each([
    ['a whole number of another type', 370202199003071233n],
    ['half a number', 0.5],
    ['no number', NaN],
    ['a number without end', Infinity],
    ['a number that is not exact', 2 ** 53],
    ['true', true],
    ['bytes', new Uint8Array([0xe5, 0xbc, 0xa0])],
    ['an object', { toString: () => '张小三', valueOf: () => 37 }],
    ['a list', ['张小三']],
    ['undefined', undefined],
  ])('gives **** for %s, which it does not take', (_case, value) => {
    expect(applyMask(mask, value, key)).toBe('****');
  });

  it('never throws, and never gives back a text as it was, unless that is ****', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const masked = applyMask(mask, text, key);
        expect(masked === text).toBe(text === '****' && mask.rule !== 'HASH');
        expect(typeof masked).toBe('string');
      }),
      { numRuns: 500 },
    );
  });

  it('never throws on a number, and never shows it', () => {
    fc.assert(
      fc.property(anyNumber, (number) => {
        const masked = applyMask(mask, number, key);
        expect(typeof masked).toBe('string');
        expect(masked).not.toBe(String(number));
        if (!takesNumbers(mask)) expect(masked).toBe('****');
      }),
      { numRuns: 500 },
    );
  });

  it('never throws on anything, and shows nothing of what is neither text nor number', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        fc.pre(typeof value !== 'string' && typeof value !== 'number' && value !== null);
        expect(applyMask(mask, value, key)).toBe('****');
      }),
    );
  });

  it('holds no half of a surrogate pair, whatever is cut', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(applyMask(mask, text, key)?.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe.each(maskRuleNames)('%s, by the examples of the reference', (rule) => {
  it.each(maskExamples[rule].map((example) => [describeMask(example.mask), example] as const))(
    'is %s: %j',
    (_name, { mask, value, shown }) => {
      expect(mask.rule).toBe(rule);
      expect(applyMask(mask, value, exampleKey)).toBe(shown);
    },
  );
});

describe('REDACT', () => {
  it.each(['青岛市市南区香港中路11号', 'a', '370202199003071233', '', 37, 0.5])(
    'leaves nothing of "%s", not even its length',
    (value) => {
      expect(applyMask({ rule: 'REDACT' }, value)).toBe('****');
    },
  );
});

describe('the table of rules', () => {
  it('holds the rules of the vocabulary but WITHHOLD, under which nothing is shown', () => {
    const type = Vocabulary.of(vocabularyText).schema.getType('MaskRule');
    const names = isEnumType(type) ? type.getValues().map(({ name }) => name) : [];
    expect([...maskRuleNames, 'WITHHOLD'].sort()).toEqual(names.sort());
  });

  it('puts no rule on booleans, which are withheld and never starred', () => {
    const takes = maskRuleNames.flatMap((rule): readonly string[] => maskRules[rule].takes);
    expect(takes).toContain('String');
    expect(takes).not.toContain('Boolean');
  });
});
