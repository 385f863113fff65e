import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';

import { ExchangeError } from '../../errors/exchangeError.js';
import type { Recorder } from '../../record/entry/recorder.js';
import type { CatalogVersion } from '../../shared/brand.js';
import { refusalType } from '../wire/refusalType.js';
import { writeErrorBody } from '../wire/writeErrorBody.js';

import { AnswerRecord, describeCause } from './answerRecord.js';
import { EntryDraft } from './entryDraft.js';
import { networkOf, RefusalRates } from './refusalRates.js';
import { RefusalTally } from './refusalTally.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** What is known of the request so far, for the record. */
    entryDraft: EntryDraft;
  }
  interface FastifyContextConfig {
    /** Whether answers of this route are not recorded, because they hold nothing of any agency. */
    unrecorded?: boolean;
  }
}

/**
 * Puts every answer on record before its first byte. All answers pass here, those of refusals too. If the
 * record cannot be written, nothing leaves. Refusals of nobody are summed up where they become many.
 *
 * @param maxRefusals of requesters of one network who prove nothing, in a minute
 * @returns the way on record for answers that are made without Fastify
 */
export function recordAnswers(
  app: FastifyInstance,
  record: Recorder,
  catalog: CatalogVersion,
  logger: Logger,
  maxRefusals: number,
): AnswerRecord {
  const answers = new AnswerRecord(record, catalog, logger);
  const { underWay } = answers;
  const rates = new RefusalRates(maxRefusals);
  const tally = new RefusalTally({
    record,
    catalog,
    failed: (cause) => {
      logger.fatal({ cause: describeCause(cause) }, 'the record cannot be written');
    },
  });
  // A server closes once its connections have. A client may have left its connection while its answer
  // is still being made, and what was read for it belongs on record.
  app.addHook('onClose', async () => {
    await underWay.none();
    await tally.close();
  });

  app.addHook('onRequest', (request, reply, done) => {
    request.entryDraft = new EntryDraft();
    void reply.header('request-id', request.entryDraft.requestId);
    const isTold = request.routeOptions.config.unrecorded ?? false;
    // Whoever states a credential is listened to, or one could take a client's access from it.
    const isNobody = request.headers.authorization === undefined;
    if (!isTold && isNobody && rates.isOver(networkOf(request.ip))) {
      done(
        new ExchangeError(
          'QUOTA_EXCEEDED',
          `A requester without a credential is refused at most ${maxRefusals} times a minute; try again then.`,
        ),
      );
      return;
    }
    done();
  });

  // From here on, since a request whose body never comes to an end is never answered.
  app.addHook('preHandler', (request, _reply, done) => {
    underWay.begin(request.entryDraft);
    done();
  });

  app.addHook('onSend', async (request, reply, payload) => {
    try {
      return await putOnRecord(request, reply, payload);
    } finally {
      underWay.end(request.entryDraft);
    }
  });

  async function putOnRecord(request: FastifyRequest, reply: FastifyReply, payload: unknown) {
    const draft = request.entryDraft;
    if (request.routeOptions.config.unrecorded || draft.isOfPage) return payload;
    // Fastify answers an error where an export ends before its first byte, though its reader has left.
    if (draft.hasEnded && reply.raw.destroyed) return payload;
    void reply.header('cache-control', 'no-store');
    const outcome = draft.refusalOfNobody(reply.statusCode);
    if (outcome !== null) {
      const address = networkOf(request.ip);
      rates.refused(address);
      if (tally.takes({ address, outcome })) return payload;
    }
    const error = await answers.put(draft, reply.statusCode);
    if (!error) return payload;
    void reply.code(error.status).type(refusalType(request.headers.accept));
    return writeErrorBody(error, draft.requestId);
  }

  return answers;
}
