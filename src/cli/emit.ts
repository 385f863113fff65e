import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { lexicographicSortSchema } from 'graphql';

import { prepareDemo } from '../../demo/prepareDemo.js';
import type { Catalog } from '../catalog/model/catalog.js';
import { compileContract } from '../contract/compileContract.js';
import { adminSchema } from '../control/adminSchema.js';
import { decide } from '../policy/decide/decide.js';
import { everything } from '../policy/model/condition.js';
import type { Grant, ResourceGrant } from '../policy/model/grant.js';
import type { Requester } from '../policy/model/requester.js';
import { reaches, uses } from '../policy/model/use.js';
import type { AgencyCode, ClientId, GrantId, PurposeCode } from '../shared/brand.js';
import { openCatalog } from '../start/openCatalog.js';
import { catalogDir, projectDir, readCatalogs, readVocabulary } from '../start/projectFiles.js';

import { maskReference } from './maskReference.js';
import { schema } from './schema.js';

const header = `# Emitted by \`npm run emit\`: the most that an application can be granted of the demo's catalogs
# without anyone's approval of a value in clear. A requester's own contract holds less.

`;

const controlHeader = `# Emitted by \`npm run emit\`: the schema of the administration, at /admin/graphql.

`;

/** A grant of everything that can be named; the catalog's ceiling is what is left. */
function widestGrant(catalog: Catalog, client: ClientId): Grant {
  const resources = [...catalog.resources.values()].map((resource): [string, ResourceGrant] => {
    // To ask for the verification of what is not shared would lose that of all else.
    const shared = [...resource.fields.values()].filter(({ share }) => share !== 'NOT_SHARED');
    const fields = shared.map(({ name }) => [name, { form: 'CLEAR', uses }] as const);
    const links = [...resource.links.keys()];
    const rest = { links, rows: everything, minors: true };
    return [resource.name, { reach: reaches, fields: new Map(fields), ...rest }];
  });
  return {
    id: 'widest' as GrantId,
    client,
    purpose: 'widest' as PurposeCode,
    scenario: null,
    validUntil: Number.MAX_SAFE_INTEGER,
    resources: new Map(resources),
  };
}

/** The catalog as if every item were necessary in every scenario: no grant has all of them at once. */
function inAnyScenario(catalog: Catalog): Catalog {
  const resources = [...catalog.resources].map(([name, resource]) => {
    const fields = [...resource.fields].map(
      ([field, item]) => [field, { ...item, necessaryIn: null }] as const,
    );
    return [name, { ...resource, fields: new Map(fields) }] as const;
  });
  return { ...catalog, resources: new Map(resources) };
}

/** The schema of the app in `examples/`, which is no more than a copy of what the command prints. */
async function emitExample(dataDir: string): Promise<void> {
  const stated = { as: 'housing-fund-app', purpose: 'housing-fund-withdrawal' };
  const text = await schema(stated, { TONGDAO_DATA_DIR: dataDir });
  await writeFile(join(projectDir, 'examples', 'housing-fund-desk', 'schema.graphql'), text);
}

async function emitControl(): Promise<void> {
  const text = printSchemaWithDirectives(lexicographicSortSchema(adminSchema()));
  await writeFile(join(projectDir, 'schema', 'control.graphql'), `${controlHeader}${text}\n`);
}

/** Writes `docs/masks.md`, the schemas of `schema/` and that of the example. */
export async function emit(): Promise<void> {
  await emitControl();
  const vocabulary = await readVocabulary();
  await writeFile(join(projectDir, 'docs', 'masks.md'), maskReference(vocabulary));
  const dataDir = join(projectDir, '.tongdao');
  await emitExample(dataDir);
  const { sources } = await prepareDemo(dataDir, () => undefined);
  const { catalog: stated, connectors } = await openCatalog({
    vocabulary,
    catalogs: await readCatalogs(catalogDir),
    sources,
    sourceTimeout: 30_000,
  });
  await Promise.all([...connectors.values()].map((connector) => connector.close()));
  const catalog = inAnyScenario(stated);
  const client = 'widest' as ClientId;
  const requester: Requester = {
    kind: 'client',
    client,
    agency: 'any' as AgencyCode,
    attributes: new Map(),
  };
  const grant = widestGrant(catalog, client);
  const decisions = decide({ catalog, rules: [], requester, purpose: grant.purpose, grant });
  const contract = compileContract(decisions, catalog.version);
  const text = `${header}${printSchemaWithDirectives(contract.schema)}\n`;
  await writeFile(join(projectDir, 'schema', 'exchange.graphql'), text);
}
