import { describe, expect, it } from '@jest/globals';

import { CatalogError } from '../../../src/catalog/fault/catalogError.js';
import { faultsInWords } from '../../../src/catalog/fault/faultsInWords.js';

import { compileText, traffic } from './fixture.js';

/** What is printed of the faults of a catalog, without the lines around them. */
function told(text: string): readonly string[] {
  try {
    compileText(text);
    return [];
  } catch (error) {
    if (!(error instanceof CatalogError)) throw error;
    return faultsInWords(error.faults).map((one) => one.replace(/^ *\d* \|.*\n?/gm, '').trim());
  }
}

const open = '@classify(category: GENERAL, level: L1)';
const withFields = (...fields: readonly string[]) =>
  traffic.replace('weight: Float', [...fields, 'weight: Float'].join('\n  '));

describe('faults for people', () => {
  it('say one sentence about several fields of a type once, with every place', () => {
    const text = withFields(
      `one: String @column(name: "photo") ${open}`,
      `photo: ID ${open}`,
      `two: String @column(name: "photo") ${open}`,
      `high: Int @column(name: "height") ${open}`,
    );
    expect(told(text)).toEqual([
      'traffic.graphql:10:8 Column "photo" is `mediumblob`, which no field can hold: leave it out, or offer a view of its size.\nThe same of photo (11:10), two (12:8).',
      'traffic.graphql:13:9 Column "height" is `real`, which Int does not fit: it fits Float.',
    ]);
  });

  it('say it once, too, of columns of other names', () => {
    const text = withFields(
      `high: Int @column(name: "height") ${open}`,
      `much: Int @column(name: "score") ${open}`,
    );
    expect(told(text)).toEqual([
      'traffic.graphql:10:9 Column "height" is `real`, which Int does not fit: it fits Float.\nThe same of much (11:9).',
    ]);
  });

  it('say it again of another type', () => {
    const marked = traffic.replaceAll(/(owner|name): String/g, '$1: String @mask');
    expect(told(marked)).toEqual([
      'traffic.graphql:9:17 Unknown directive "@mask".',
      'traffic.graphql:21:16 Unknown directive "@mask".',
    ]);
  });

  it('say it once of names that are not GraphQL’s', () => {
    const [first, ...others] = told(withFields('甲: Int', '乙: Int', 'three：Int'));
    expect(first).toMatch(/^traffic\.graphql:10:3 [^]*"甲"[^]*\nThe same of 乙 \(11:3\)\.$/);
    expect(others).toHaveLength(1);
  });
});
