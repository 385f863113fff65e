import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from '@jest/globals';

import { maskReference } from '../../demo/emit/maskReference.js';
import { projectDir } from '../../src/start/projectDir.js';
import { vocabularyText } from '../unit/support/testCatalog.js';

it('docs/masks.md is what `npm run emit` writes', () => {
  const written = readFileSync(join(projectDir, 'docs', 'masks.md'), 'utf8');
  expect(written).toBe(maskReference(vocabularyText));
});
