import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isEnumType } from 'graphql';

import { Vocabulary } from '../../../src/catalog/vocabulary.js';
import { applyMask, maskRules, type MaskRuleName } from '../../../src/mask/maskRule.js';
import { vocabularyText } from '../support/demoCatalog.js';

const rules = Object.keys(maskRules) as readonly MaskRuleName[];

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
);

describe.each(rules)('%s, as it is applied', (rule) => {
  it('leaves null as it is', () => {
    expect(applyMask(rule, null)).toBeNull();
  });

  it.each([
    ['a whole number', 370202199003071233n],
    ['a number', 19900307],
    ['zero', 0],
    ['true', true],
    ['bytes', new Uint8Array([0xe5, 0xbc, 0xa0])],
    ['an object', { toString: () => '张小三' }],
    ['a list', ['张小三']],
    ['undefined', undefined],
  ])('gives **** for %s, which is no text', (_case, value) => {
    expect(applyMask(rule, value)).toBe('****');
  });

  it('gives **** for ****', () => {
    expect(applyMask(rule, '****')).toBe('****');
  });

  it('never throws and never gives back a text as it was, unless that is ****', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const masked = applyMask(rule, text);
        expect(masked === text).toBe(text === '****');
        expect(typeof masked).toBe('string');
      }),
      { numRuns: 500 },
    );
  });

  it('never throws on anything, and shows nothing of what is no text', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        fc.pre(typeof value !== 'string' && value !== null);
        expect(applyMask(rule, value)).toBe('****');
      }),
    );
  });
});

describe('REDACT', () => {
  it.each(['青岛市市南区香港中路11号', 'a', '370202199003071233', ''])(
    'leaves nothing of "%s", not even its length',
    (text) => {
      expect(applyMask('REDACT', text)).toBe('****');
    },
  );
});

describe('the table of rules', () => {
  it('holds the rules of the vocabulary and no others', () => {
    const type = new Vocabulary(vocabularyText).schema.getType('MaskRule');
    const names = isEnumType(type) ? type.getValues().map(({ name }) => name) : [];
    expect([...rules].sort()).toEqual(names.sort());
  });

  it('puts no rule on booleans, which are withheld and never starred', () => {
    const takes = rules.flatMap((rule): readonly string[] => maskRules[rule].takes);
    expect(takes).toContain('String');
    expect(takes).not.toContain('Boolean');
  });
});
