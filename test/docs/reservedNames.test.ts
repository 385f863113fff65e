import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from '@jest/globals';

import { nameReference } from '../../demo/emit/nameReference.js';
import { projectDir } from '../../src/start/projectDir.js';

it('docs/reserved-names.md is what `npm run emit` writes', () => {
  const written = readFileSync(join(projectDir, 'docs', 'reserved-names.md'), 'utf8');
  expect(written).toBe(nameReference());
});
