import Fastify, { type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';

import type { AdministrativeLimits } from '../../exchange/checkAdministrative.js';
import type { Exchange } from '../../exchange/exchange.js';
import type { Recorder } from '../../record/entry/recorder.js';
import type { CatalogVersion } from '../../shared/brand.js';
import type { Administration } from '../admin/administration.js';
import { serveAdministration } from '../admin/serveAdministration.js';
import { RepeatLane } from '../graphql/repeatLane.js';
import { serveExchange } from '../graphql/serveExchange.js';
import { serveHealth, type HealthDetails, type Phase } from '../health/serveHealth.js';
import { ShortLane } from '../lane/shortLane.js';
import { takeBefore } from '../lane/takeBefore.js';
import { serveExplorer, type ExplorerConfig } from '../portal/serveExplorer.js';
import { serveSignposts } from '../portal/serveSignposts.js';
import { OccasionReader, type Conceal } from '../recording/occasionReader.js';
import { recordAnswers } from '../recording/recordAnswers.js';

import { allowOrigins } from './allowOrigins.js';
import { answerErrors } from './answerErrors.js';
import { boundAnswers } from './boundAnswers.js';
import { boundConnections } from './boundConnections.js';
import { endConnectionsOnClose } from './endConnectionsOnClose.js';
import { readBodies } from './readBodies.js';
import { defaultWire, type WireSettings } from './wireSettings.js';

export interface ServerParts {
  readonly exchange: Pick<Exchange, 'admit' | 'answer'>;
  /** Whether a credential was proved before, so that to admit its requester costs little. */
  readonly hasProved: (authorization: string) => boolean;
  readonly record: Recorder;
  /** Makes the hashes by which the record keeps people and cases. */
  readonly conceal: Conceal;
  readonly catalog: CatalogVersion;
  /** Null where policy cannot be changed. The administration then has no address. */
  readonly administration: Administration | null;
  /** Of operations of the administration. */
  readonly limits: AdministrativeLimits;
  readonly logger: Logger;
  readonly phase: () => Promise<Phase>;
  readonly health: () => HealthDetails;
  /** The folder of the explorer's files. */
  readonly explorerDir: string;
  readonly explorer: () => Promise<ExplorerConfig>;
  /** Bytes. */
  readonly maxBodySize: number;
  /** In the place of `defaultWire`. */
  readonly wire?: Partial<WireSettings> | undefined;
}

function isDecodable(url: string): boolean {
  if (!url.includes('%')) return true;
  try {
    decodeURIComponent(url);
    return true;
  } catch {
    return false;
  }
}

/** Builds the HTTP server: what all answers pass first, then each route. */
export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const { exchange, record, catalog, administration } = parts;
  const wire: WireSettings = { ...defaultWire, ...parts.wire };
  const app = Fastify({
    bodyLimit: parts.maxBodySize,
    requestTimeout: wire.requestTimeout,
    // Neither is anybody waited for who does not read an answer.
    connectionTimeout: 60_000,
    http: {
      headersTimeout: wire.requestTimeout,
      // Node looks at both times only so often.
      connectionsCheckingInterval: Math.max(100, Math.min(1_000, wire.requestTimeout / 4)),
    },
    trustProxy: wire.trustedProxies.length > 0 ? [...wire.trustedProxies] : false,
    logger: false,
    // Without this, Fastify answers an undecodable address before any hook: off the record, and
    // with its text.
    rewriteUrl: ({ url = '/' }) => (isDecodable(url) ? url : '/undecodable'),
  });
  const connections = boundConnections(app, wire.maxConnections);
  boundAnswers(app, wire.maxAnswerSize);
  const answers = recordAnswers(app, record, catalog, parts.logger, wire.maxRefusals);
  answerErrors(app);
  readBodies(app);
  endConnectionsOnClose(app);
  allowOrigins(app, wire.corsOrigins);
  serveHealth(app, parts.phase, parts.health);
  serveSignposts(app, administration !== null);
  await serveExplorer(app, parts.explorerDir, parts.explorer);
  if (administration) {
    await serveAdministration(app, administration, record, catalog, parts.limits);
  }
  const occasions = new OccasionReader(parts.conceal);
  const repeats = new RepeatLane(exchange);
  serveExchange(app, exchange, occasions, repeats);
  const lane = new ShortLane({
    ...{ exchange, hasProved: parts.hasProved, occasions, repeats, answers, connections },
    maxBodySize: parts.maxBodySize,
    maxAnswerSize: wire.maxAnswerSize,
    headers: wire.corsOrigins.length > 0 ? ['vary', 'origin'] : [],
  });
  takeBefore(app, lane);
  return app;
}
