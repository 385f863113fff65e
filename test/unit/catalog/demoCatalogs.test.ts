import { describe, expect, it } from '@jest/globals';

import { compileCatalog } from '../../../src/catalog/compile/compileCatalog.js';
import { describeMask } from '../../../src/mask/mask.js';
import type { SourceName } from '../../../src/shared/brand.js';
import { demoCatalog, demoShapes, demoTexts } from '../support/demoCatalog.js';
import { optional, shapeOf, unique } from '../support/shapes.js';
import { vocabularyText } from '../support/testCatalog.js';

import { faultsOf } from './fixture.js';

describe('the catalogs of the demo', () => {
  it('compile against sources of their shape', () => {
    expect([...demoCatalog.resources.keys()].sort()).toEqual([
      'Airport',
      'City',
      'Company',
      'Division',
      'House',
      'Insurance',
      'Ownership',
      'Province',
      'Resident',
      'School',
      'Street',
      'Village',
    ]);
  });

  it('are refused where a source has drifted from them', () => {
    const drifted = new Map(demoShapes).set(
      'population' as SourceName,
      shapeOf({ resident: { row_id: unique('INTEGER'), id_no: optional(), name: optional() } }),
    );
    const texts = demoTexts;
    const faults = faultsOf(() =>
      compileCatalog({ vocabulary: vocabularyText, texts, shapes: drifted }),
    );
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.every((fault) => fault.startsWith('public-security.graphql:'))).toBe(true);
  });

  it('govern a resident as their text says', () => {
    const { fields, links, pageBy, key } = demoCatalog.resources.get('Resident')!;
    const governed = [...fields.values()].map(({ name, share, level, mask }) =>
      [name, share, level, mask ? describeMask(mask) : '-'].join(' '),
    );
    expect(governed).toEqual([
      'idNo CONDITIONAL L4 ID_NUMBER',
      'name CONDITIONAL L3 NAME',
      'sex CONDITIONAL L3 -',
      'birthDate CONDITIONAL L3 YEAR',
      'address CONDITIONAL L3 ADDRESS',
      'faith NOT_SHARED L4 -',
      'divisionCode CONDITIONAL L2 -',
    ]);
    expect([...links.keys()]).toEqual(['division', 'companies', 'insurance', 'houses']);
    expect([key, pageBy.map(({ name }) => name)]).toEqual([['idNo'], ['row_id']]);
  });

  it('open nothing of a resident to the public, and all of a division', () => {
    const opens = (name: string) =>
      new Set([...demoCatalog.resources.get(name)!.fields.values()].map(({ open }) => open));
    expect([...opens('Resident')]).toEqual(['NONE']);
    expect([...opens('Division')]).toEqual(['UNCONDITIONAL']);
  });
});
