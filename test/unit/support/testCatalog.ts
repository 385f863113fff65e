import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { compileCatalog } from '../../../src/catalog/compile/compileCatalog.js';
import type { CatalogText } from '../../../src/catalog/read/sdl/parseCatalogs.js';
import type { SourceName } from '../../../src/shared/brand.js';
import type { SourceShape } from '../../../src/source/sourceShape.js';
import { projectDir } from '../../../src/start/projectDir.js';
import { testCatalogDir } from '../../support/testCatalogs.js';

import { optional, required, shapeOf, unique } from './shapes.js';

/** The words that catalogs are written in. */
export const vocabularyText = ['directives', 'standards']
  .map((name) => readFileSync(join(projectDir, 'schema', `${name}.graphql`), 'utf8'))
  .join('\n');

export const testTexts: readonly CatalogText[] = [
  'civil-affairs.graphql',
  'public-security.graphql',
].map((file) => ({ file, text: readFileSync(join(testCatalogDir, file), 'utf8') }));

const named = { code: unique(), name: optional() };
const inProvince = { ...named, provinceCode: optional() };
const inCity = { ...inProvince, cityCode: optional() };

/** The demo's sources, as data. */
export const testShapes: ReadonlyMap<SourceName, SourceShape> = new Map([
  [
    'divisions' as SourceName,
    shapeOf({
      province: named,
      city: inProvince,
      area: inCity,
      street: { ...inCity, areaCode: optional() },
      village: { ...inCity, areaCode: optional(), streetCode: optional() },
    }),
  ],
  [
    'population' as SourceName,
    shapeOf({
      resident: {
        row_id: unique('INTEGER'),
        id_no: unique(),
        name: required(),
        sex: optional(),
        birth_date: optional(),
        address: optional(),
        faith: optional(),
        division_code: required(),
      },
    }),
  ],
]);

/** The demo's catalogs, compiled without a source being asked. */
export const testCatalog = compileCatalog({
  vocabulary: vocabularyText,
  texts: testTexts,
  shapes: testShapes,
});
