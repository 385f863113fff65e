import Fastify, { type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';

import type { Hmac } from '../../keys/hmac.js';
import type { Recorder } from '../../record/entry/recorder.js';
import type { CatalogVersion } from '../../shared/brand.js';
import type { Administration } from '../admin/administration.js';
import { serveAdministration } from '../admin/serveAdministration.js';
import { ApolloServers } from '../graphql/apolloServers.js';
import type { Exchange } from '../graphql/exchange.js';
import { RepeatLane } from '../graphql/repeatLane.js';
import { endConnectionsOnClose, serveHealth, type Phase } from '../health/lifecycle.js';
import { serveExplorer, type ExplorerConfig } from '../portal/explorer.js';
import { OccasionReader } from '../recording/occasionReader.js';
import { recordAnswers } from '../recording/recordAnswers.js';

import { answerErrors } from './answerErrors.js';
import { checkAccept } from './checkAccept.js';
import { checkBody } from './checkBody.js';

export interface ServerParts {
  readonly exchange: Exchange;
  readonly record: Recorder;
  /** Makes the hashes by which the record keeps people. */
  readonly people: Hmac;
  readonly catalog: CatalogVersion;
  /** Null where policy stays as it is: the administration has no address then. */
  readonly administration: Administration | null;
  readonly logger: Logger;
  readonly phase: () => Promise<Phase>;
  /** The folder of the explorer's files. */
  readonly explorerDir: string;
  readonly explorer: () => Promise<ExplorerConfig>;
  /** Bytes. */
  readonly maxBodySize: number;
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

function single(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header.join() : header;
}

/** Builds the HTTP server: health, the explorer, and the one route by which data leaves. */
export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const { exchange } = parts;
  const app = Fastify({
    bodyLimit: parts.maxBodySize,
    logger: false,
    // What cannot be decoded would be answered before any hook: off the record, and with its text.
    rewriteUrl: ({ url = '/' }) => (isDecodable(url) ? url : '/undecodable'),
  });
  app.decorateRequest('graphqlContext', null);
  recordAnswers(app, parts.record, parts.catalog, parts.logger);
  answerErrors(app);
  endConnectionsOnClose(app);
  serveHealth(app, parts.phase);
  await serveExplorer(app, parts.explorerDir, parts.explorer);
  if (parts.administration) {
    await serveAdministration(app, parts.administration, parts.record, parts.catalog);
  }

  const occasions = new OccasionReader(parts.people);
  const lane = new RepeatLane(exchange);
  const servers = new ApolloServers(exchange, lane);
  app.post('/graphql', {
    // Before the body is read, so that a refused one is on its client's record.
    onRequest: async (request) => {
      const log = request.exchangeLog;
      const { authorization, purpose } = request.headers;
      const { occasion, fault } = occasions.read(request.raw);
      log.stated(occasion);
      const admission = await exchange.admit({ authorization, purpose: single(purpose) });
      log.admitted(admission);
      // Only now: who is not let in learns of nothing else.
      if (fault) throw fault;
      request.graphqlContext = { admission, log };
    },
    async handler(request, reply) {
      if (!request.graphqlContext) throw new TypeError('a request came past its admission');
      const { body, headers, graphqlContext } = request;
      checkAccept(headers.accept);
      checkBody(body);
      const repeated = await lane.answer(body, headers.accept, graphqlContext);
      if (repeated) {
        void reply.code(repeated.status).type(repeated.contentType);
        // A reply that is returned is awaited, for which Fastify has the whole response watched.
        return repeated.body;
      }
      const handler = await servers.handlerOf(graphqlContext.admission.contract);
      return handler.call(this, request, reply);
    },
  });
  return app;
}
