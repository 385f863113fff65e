import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';

import type { Recorder } from '../audit/entry.js';
import { toExchangeError } from '../errors/toExchangeError.js';
import type { CatalogVersion } from '../shared/brand.js';

import { errorBody } from './errorAnswer.js';
import { RequestLog } from './requestLog.js';

import './requestTypes.js';

/** What the log may tell of a cause: its kind and where it came from, never its message. */
function describeCause(cause: unknown): object {
  if (!(cause instanceof Error)) return { type: typeof cause };
  const frames = (cause.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { type: cause.name, at: frames.slice(0, 8).map((line) => line.trim()) };
}

/**
 * Puts every answer on record before its first byte: the one place that all answers pass, those of
 * refusals too. If the record cannot be written, nothing leaves.
 */
export function recordAnswers(
  app: FastifyInstance,
  record: Recorder,
  catalog: CatalogVersion,
  logger: Logger,
): void {
  app.addHook('onRequest', (request, reply, done) => {
    request.exchangeLog = new RequestLog();
    void reply.header('request-id', request.exchangeLog.requestId);
    done();
  });

  app.addHook('onSend', async (request, reply, payload) => {
    const log = request.exchangeLog;
    if (request.routeOptions.config.unrecorded || log.isOfPage) return payload;
    void reply.header('cache-control', 'no-store');
    const { requestId, causes } = log;
    for (const cause of causes) logger.error({ requestId, cause: describeCause(cause) }, 'failure');
    try {
      await record.append(log.entry(catalog, reply.statusCode));
      return payload;
    } catch (thrown) {
      const error = toExchangeError(thrown);
      logger.fatal(
        { requestId, cause: describeCause(error.cause) },
        'the record cannot be written',
      );
      void reply.code(error.status).type('application/json; charset=utf-8');
      return errorBody(error, requestId);
    }
  });
}
