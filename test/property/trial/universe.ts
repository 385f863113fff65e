import { parse } from 'graphql';

import { compileCatalog } from '../../../src/catalog/compile/compileCatalog.js';
import type { Catalog } from '../../../src/catalog/model/catalog.js';
import { readPolicy } from '../../../src/control/policy/readPolicy.js';
import { formatError } from '../../../src/errors/formatError.js';
import { Exchange } from '../../../src/exchange/exchange.js';
import { defaultLimits } from '../../../src/exchange/exchangeLimits.js';
import type { Occasion } from '../../../src/exchange/occasion.js';
import type { Stages } from '../../../src/exchange/stages.js';
import type { PolicySnapshot } from '../../../src/policy/model/policySnapshot.js';
import type { Requester } from '../../../src/policy/model/requester.js';
import type { SourceName } from '../../../src/shared/brand.js';
import type { SourceShape } from '../../../src/source/sourceShape.js';
import { readVocabulary } from '../../../src/start/readCatalogs.js';
import { drawnFor } from '../universe/drawnFor.js';
import { catalogTexts, type CatalogChoice } from '../universe/governance.js';
import { hashKey } from '../universe/hashKey.js';
import { today } from '../universe/model.js';
import { policyText, type PolicyChoice } from '../universe/policy.js';
import type { WrittenOperation } from '../universe/writeOperation.js';

import type { WorldDatabases } from './worldDatabases.js';

const vocabulary = await readVocabulary();

/** What an app receives, request id set aside. */
export interface Received {
  readonly data?: Readonly<Record<string, unknown>> | undefined;
  readonly errors: readonly {
    readonly path?: readonly (string | number)[];
    readonly extensions?: Readonly<Record<string, unknown>>;
  }[];
  /** What is on record as read: `Type` of each type, `Type.field` of each field. */
  readonly reads: readonly string[];
  /** Who is counted as asked for, and how often. */
  readonly charged: readonly string[];
}

/** Asks an operation of one requester, through every stage from policy to respond. */
export type Ask = (operation: WrittenOperation, statesOccasion: boolean) => Promise<Received>;

export const stated: Occasion = { actingUser: 'somebody', caseReference: 'a case' };
const unstated: Occasion = { actingUser: 'somebody', caseReference: null };

/** By what the requester is admitted. */
export const credentials = { authorization: 'app', purpose: 'purpose' };

/** The shapes of the model's databases, which no world changes. */
export async function readShapes(
  databases: WorldDatabases,
): Promise<ReadonlyMap<SourceName, SourceShape>> {
  const shapes = new Map<SourceName, SourceShape>();
  for (const [name, connector] of databases.connectors) shapes.set(name, await connector.shape());
  return shapes;
}

/** What is asked of whom, before there is a world. */
export interface Setting {
  readonly catalog: Catalog;
  readonly snapshot: PolicySnapshot;
}

export function settingOf(
  choice: { readonly catalog: CatalogChoice; readonly policy: PolicyChoice },
  shapes: ReadonlyMap<SourceName, SourceShape>,
): Setting {
  const catalog = compileCatalog({ vocabulary, texts: catalogTexts(choice.catalog), shapes });
  return { catalog, snapshot: readPolicy(policyText(choice.policy), catalog) };
}

/**
 * Puts the stages together over one world's databases.
 *
 * @param maxCost what an operation, or a chunk of an export, may cost
 */
export function exchangeOver(
  { catalog, snapshot }: Setting,
  databases: WorldDatabases,
  stages: Stages,
  maxCost: number = defaultLimits.maxCost,
) {
  const client = [...snapshot.clients.values()][0]!;
  const requester: Requester = {
    kind: 'client',
    client: client.id,
    agency: client.agency,
    attributes: client.attributes,
  };
  const charged: string[] = [];
  const exchange = new Exchange(
    {
      catalog: { current: () => catalog },
      policy: { current: () => snapshot },
      identity: { identify: () => Promise.resolve(requester) },
      connectors: databases.connectors,
      // The limits have tests of their own; an operation drawn at random may have a few aliases more.
      limits: { ...defaultLimits, maxAliases: 100, maxCost },
      cursorKey: new Uint8Array(64).fill(7),
      hashKeys: { keyOf: hashKey },
      draw: drawnFor,
      conceal: () => 'somebody',
      subjects: {
        charge: ({ asked }) => {
          charged.push(...asked.map(({ id, times }) => `${id} ${times}`));
          return Promise.resolve({ kind: 'counted', noticed: [] });
        },
        raised: () => Promise.resolve(),
      },
      now: () => Date.parse(`${today}T04:00:00Z`),
    },
    stages,
  );
  return { exchange, charged };
}

/** Asks one world, for its answers. */
export function openUniverse(setting: Setting, databases: WorldDatabases, stages: Stages): Ask {
  const { exchange, charged } = exchangeOver(setting, databases, stages);
  return async ({ query, variables }, statesOccasion) => {
    const admission = await exchange.admit(credentials);
    const { data, errors, report } = await exchange.answer(admission, {
      document: parse(query),
      documentHash: query,
      operationName: null,
      variables,
      occasion: statesOccasion ? stated : unstated,
    });
    const reads = [...report.reads].flatMap(([type, fields]) => [
      type,
      ...Array.from(fields.keys(), (name) => `${type}.${name}`),
    ]);
    return {
      data: data && (JSON.parse(data.toString()) as Received['data']),
      errors: errors.map(formatError),
      reads,
      charged: charged.splice(0),
    };
  };
}
