import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';

import { toExchangeError } from '../../errors/toExchangeError.js';
import type { Recorder } from '../../record/entry/recorder.js';
import type { CatalogVersion } from '../../shared/brand.js';
import { errorBody } from '../wire/errorAnswer.js';

import { RequestLog } from './requestLog.js';

import '../wire/requestTypes.js';

/** What the log may tell of a cause: its kind and where it came from, never its message. */
function describeCause(cause: unknown): object {
  if (!(cause instanceof Error)) return { type: typeof cause };
  const frames = (cause.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { type: cause.name, at: frames.slice(0, 8).map((line) => line.trim()) };
}

/** Requests that are being handled and are not yet on record. */
class UnderWay {
  readonly #logs = new Set<RequestLog>();
  #ended: () => void = () => undefined;

  get count(): number {
    return this.#logs.size;
  }

  begin(log: RequestLog): void {
    this.#logs.add(log);
  }

  end(log: RequestLog): void {
    if (this.#logs.delete(log) && this.#logs.size === 0) this.#ended();
  }

  /** Resolves once there are none. */
  async none(): Promise<void> {
    if (this.#logs.size === 0) return;
    await new Promise<void>((settle) => {
      this.#ended = settle;
    });
  }
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
  const underWay = new UnderWay();
  // A server closes once its connections have; who has left one may still be answered, and what was
  // read for them belongs on record.
  app.addHook('onClose', () => underWay.none());

  app.addHook('onRequest', (request, reply, done) => {
    request.exchangeLog = new RequestLog();
    void reply.header('request-id', request.exchangeLog.requestId);
    done();
  });

  // Whose body was never read to its end asks nothing, and is never answered.
  app.addHook('preHandler', (request, _reply, done) => {
    underWay.begin(request.exchangeLog);
    done();
  });

  app.addHook('onSend', async (request, reply, payload) => {
    try {
      return await putOnRecord(request, reply, payload);
    } finally {
      underWay.end(request.exchangeLog);
    }
  });

  async function putOnRecord(request: FastifyRequest, reply: FastifyReply, payload: unknown) {
    const log = request.exchangeLog;
    if (request.routeOptions.config.unrecorded || log.isOfPage) return payload;
    void reply.header('cache-control', 'no-store');
    const { requestId, causes, alerts } = log;
    for (const cause of causes) logger.error({ requestId, cause: describeCause(cause) }, 'failure');
    if (alerts.length > 0) {
      logger.warn(
        { requestId, subjects: alerts.length, of: [...new Set(alerts.map(({ of }) => of))] },
        'asked for under many grants in a day',
      );
    }
    try {
      await record.append(log.entry(catalog, reply.statusCode), underWay.count);
      // Where that cannot be noted, the same alert is raised once more.
      if (alerts.length > 0) log.recorded().catch(() => undefined);
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
  }
}
