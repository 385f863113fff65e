import { parse } from 'graphql';

import { readPolicy } from '../../../src/control/policy/readPolicy.js';
import type { ExchangeError } from '../../../src/errors/exchangeError.js';
import { defaultLimits } from '../../../src/exchange/exchangeLimits.js';
import type { Operation } from '../../../src/exchange/operation.js';
import { exchangeFor } from '../../../src/explain/exchangeFor.js';
import { operationReport } from '../../../src/explain/operationReport.js';
import { deriveAnswerKeys } from '../../../src/keys/deriveKey.js';
import type { AgencyCode, ClientId, SourceName } from '../../../src/shared/brand.js';
import type { ObservedStatement } from '../../../src/sources/openSource.js';
import { closeAll, openCatalog } from '../../../src/start/openCatalog.js';
import { readVocabulary } from '../../../src/start/readCatalogs.js';
import { createClient } from '../../contestants/tongdao/benchClient.js';

import { bigCatalog } from './bigCatalog.js';
import { bigPolicy, type BigPurpose } from './bigPolicy.js';
import { lackingOf } from './lackingOf.js';

/** An operation, and for which purpose it is asked. */
export interface BigAsk {
  readonly purpose: BigPurpose;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What an operation was answered, and what the source was asked for it. */
export interface BigAnswer {
  readonly data: unknown;
  readonly errors: readonly ExchangeError[];
  readonly statements: readonly ObservedStatement[];
}

/** The gateway's exchange over the big tables, in process, without HTTP and without a record. */
export interface BigGateway {
  readonly ask: (asked: BigAsk) => Promise<BigAnswer>;
  /** The indexes that explain says are lacking, a sentence each. */
  readonly lacking: (asked: BigAsk) => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

/** Milliseconds that a statement may take: no slow one is to be given up. */
const timeout = 600_000;
const occasion = { actingUser: 'bench', caseReference: 'bench' };

/** @param url of the source, as `openSource` takes it */
export async function openBigGateway(url: string): Promise<BigGateway> {
  let statements: ObservedStatement[] = [];
  const { catalog, connectors } = await openCatalog({
    vocabulary: await readVocabulary(),
    catalogs: [{ file: 'big.graphql', text: bigCatalog }],
    sources: new Map([['big' as SourceName, url]]),
    sourceLimits: { timeout },
    observe: (statement) => statements.push(statement),
  });
  const client = await createClient();
  const requester = {
    kind: 'client',
    client: client.id as ClientId,
    agency: 'bench' as AgencyCode,
    attributes: new Map(),
  } as const;
  const limits = { ...defaultLimits, maxListLength: 1_000 };
  const snapshot = readPolicy(bigPolicy(client), catalog);
  const parts = { catalog, connectors, snapshot, limits, ...deriveAnswerKeys(new Uint8Array(32)) };
  const exchange = exchangeFor(requester, parts, Date.now());
  const admit = (purpose: BigPurpose) => exchange.admit({ authorization: undefined, purpose });

  return {
    async ask({ purpose, query, variables }) {
      const document = parse(query);
      const operation: Operation = {
        ...{ document, documentHash: query, operationName: null, variables, occasion },
      };
      statements = [];
      const { data, errors } = await exchange.answer(await admit(purpose), operation);
      return { data: JSON.parse(data?.toString() ?? 'null') as unknown, errors, statements };
    },
    async lacking({ purpose, query, variables }) {
      const admission = await admit(purpose);
      const admitted = { ...admission, decisions: exchange.decisionsOf(admission), exchange };
      const asked = { query, variables, operationName: null };
      const told = operationReport(asked, admitted, parts);
      return told.kind === 'planned' ? lackingOf(told.report) : [];
    },
    close: () => closeAll(connectors),
  };
}
