import type { FastifyInstance } from 'fastify';

import { ExchangeError } from '../../errors/exchangeError.js';

import { writeErrorBody } from './writeErrorBody.js';

/** The bytes of a payload; of a text that cannot exceed the bound, a guess. Of files, streams are sent. */
function sizeOf(payload: unknown, most: number): number {
  if (payload instanceof Uint8Array) return payload.length;
  if (typeof payload !== 'string') return 0;
  // No character takes more than 3 bytes.
  return payload.length * 3 > most ? Buffer.byteLength(payload) : payload.length;
}

/** What is answered in the place of an answer that is too large; null for any other. */
export function refuseTooLarge(payload: unknown, most: number): ExchangeError | null {
  if (sizeOf(payload, most) <= most) return null;
  return new ExchangeError(
    'LIMIT_EXCEEDED',
    `An answer has at most ${most} bytes; this one would have more. Ask for fewer rows or fields.`,
  );
}

/**
 * Bounds an answer in bytes: rows and pages are bounded by their number, and one value may be a book.
 * To be added before the hook that puts answers on record, which then tells how it ended.
 */
export function boundAnswers(app: FastifyInstance, most: number): void {
  app.addHook('onSend', (request, reply, payload, done) => {
    const error = refuseTooLarge(payload, most);
    if (!error) {
      done(null, payload);
      return;
    }
    request.entryDraft.cutOff(error);
    void reply.code(error.status).removeHeader('content-length');
    done(null, writeErrorBody(error, request.entryDraft.requestId));
  });
}
