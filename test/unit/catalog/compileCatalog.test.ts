import { describe, expect, it } from '@jest/globals';

import { compileCatalog } from '../../../src/catalog/compile/compileCatalog.js';
import { CatalogError } from '../../../src/catalog/fault/catalogError.js';
import { Faults } from '../../../src/catalog/fault/fault.js';
import { Vocabulary } from '../../../src/catalog/read/sdl/vocabulary.js';
import { testCatalog, testShapes, testTexts, vocabularyText } from '../support/testCatalog.js';

import { compileText, compileTexts, faultsOf, faultsWith, traffic } from './fixture.js';

describe('a catalog with several faults', () => {
  it('is told all of them at once, in the order of the text', () => {
    const changed = traffic
      .replace('@share(attribute: UNCONDITIONAL)', '')
      .replace('weight: Float', 'weight: Int')
      .replace('pageBy: "row_id"', 'pageBy: "id"');
    const faults = faultsOf(() => compileText(changed));
    expect(faults.map((fault) => fault.split(' ', 1)[0])).toEqual([
      'traffic.graphql:4:3',
      'traffic.graphql:10:11',
      'traffic.graphql:16:1',
    ]);
  });

  it('is told of each file', () => {
    const faults = faultsOf(() =>
      compileTexts([
        { file: 'a.graphql', text: 'type {' },
        { file: 'b.graphql', text: '}' },
      ]),
    );
    expect(faults).toEqual([
      'a.graphql:1:6 Syntax Error: Expected Name, found "{".',
      'b.graphql:1:1 Syntax Error: Unexpected "}".',
    ]);
  });

  it('shows the lines around each in the message of its error', () => {
    const changed = traffic.replace('type Vehicle', 'type Query').replaceAll('Vehicle', 'Query');
    expect(() => compileText(changed)).toThrow(CatalogError);
    expect(() => compileText(changed)).toThrow(
      /^traffic\.graphql:3:6 No type is named Query, .*\n.*\n3 \| type Query\n {2}\| {6}\^/s,
    );
  });
});

describe('one slip is told once', () => {
  it.each([
    ['source: "traffic"', 'source: 5', '1:54'],
    ['attribute: UNCONDITIONAL', 'attribute: PUBLIC', '18:21'],
    ['level: L3', 'level: L9', '7:20'],
    ['name: "owner_name"', 'name: 5', '9:31'],
    ['rule: NAME', 'rule: SURNAME', '9:64'],
    ['from: "brandCode"', 'from: 5', '13:28'],
  ])('%s → %s', (from, to, at) => {
    expect(faultsWith(from, to)).toEqual([
      expect.stringMatching(new RegExp(`^traffic.graphql:${at} Argument "\\w+" has invalid value`)),
    ]);
  });
});

describe('the version of a catalog', () => {
  const version = (texts: typeof testTexts, vocabulary = vocabularyText) =>
    compileCatalog({ vocabulary, texts, shapes: testShapes }).version;

  it('is the same in whichever order its files come, and whatever they are named', () => {
    const renamed = testTexts.map(({ text }, index) => ({ file: `${index}.graphql`, text }));
    expect(version(renamed.reverse())).toBe(testCatalog.version);
  });

  it('is another after any change of a text', () => {
    const changed = testTexts.map(({ file, text }) => ({ file, text: `${text}# reviewed` }));
    expect(version(changed)).not.toBe(testCatalog.version);
  });

  it('is another after any change of the vocabulary', () => {
    expect(version(testTexts, `${vocabularyText}# reviewed`)).not.toBe(testCatalog.version);
  });
});

describe('the empty case', () => {
  it('is a catalog that offers nothing', () => {
    expect(compileTexts([]).resources.size).toBe(0);
  });
});

describe('a vocabulary', () => {
  it('is refused where it does not define a directive that is read', () => {
    const vocabulary = Vocabulary.of('directive @key on FIELD_DEFINITION');
    expect(vocabulary.read({ directives: [] }, 'key', new Faults())).toBeUndefined();
    expect(() => vocabulary.read({ directives: [] }, 'share', new Faults())).toThrow(
      new TypeError('the vocabulary does not define @share'),
    );
  });
});
