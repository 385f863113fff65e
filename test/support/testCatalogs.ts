import { join } from 'node:path';

import { projectDir } from '../../src/start/projectDir.js';

/** The catalogs of most tests: apart from the demo's, so that these may grow without those. */
export const testCatalogDir = join(projectDir, 'test/support/catalogs');
