import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { lexicographicSortSchema } from 'graphql';

import { schema } from '../../src/cli/schema.js';
import { adminSchema } from '../../src/control/adminSchema.js';
import { closeAll, openCatalog } from '../../src/start/openCatalog.js';
import { projectDir } from '../../src/start/projectDir.js';
import { readCatalogs, readVocabulary } from '../../src/start/readCatalogs.js';
import { demo } from '../demo.js';

import { maskReference } from './maskReference.js';
import { nameReference } from './nameReference.js';
import { widestContract } from './widestContract.js';

/** Where the project's own demo has its data: that of the first `npm start`. */
const dataDir = join(projectDir, '.tongdao');

const exchangeHeader = `# Emitted by \`npm run emit\`: the most that an application can be granted of the demo's catalogs
# without anyone's approval of a value in clear. A requester's own contract holds less.

`;

const controlHeader = `# Emitted by \`npm run emit\`: the schema of the administration, at /admin/graphql.

`;

async function exchangeText(): Promise<string> {
  const { sources } = await demo.prepare(dataDir, () => undefined);
  const { catalog, connectors } = await openCatalog({
    vocabulary: await readVocabulary(),
    catalogs: await readCatalogs(demo.catalogDir),
    sources,
    sourceLimits: { timeout: 30_000 },
  });
  await closeAll(connectors);
  return `${exchangeHeader}${printSchemaWithDirectives(widestContract(catalog).schema)}\n`;
}

function controlText(): string {
  return `${controlHeader}${printSchemaWithDirectives(lexicographicSortSchema(adminSchema()))}\n`;
}

/** The schema of the app in `examples/`, which is no more than a copy of what the command prints. */
function exampleText(): Promise<string> {
  const stated = { as: 'housing-fund-app', purpose: 'housing-fund-withdrawal' };
  return schema(stated, { TONGDAO_DATA_DIR: dataDir }, demo);
}

/** Writes `docs/masks.md`, the schemas of `schema/` and that of the example. */
export async function emit(): Promise<void> {
  const write = (file: string, text: string) => writeFile(join(projectDir, file), text);
  await write('schema/control.graphql', controlText());
  await write('docs/masks.md', maskReference(await readVocabulary()));
  await write('docs/reserved-names.md', nameReference());
  await write('examples/housing-fund-desk/schema.graphql', await exampleText());
  await write('schema/exchange.graphql', await exchangeText());
}
