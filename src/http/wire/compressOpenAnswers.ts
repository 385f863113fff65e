import { gzip } from 'node:zlib';

import type { DoneFuncWithErrOrRes, FastifyReply, FastifyRequest } from 'fastify';

import { isOpenToAll } from '../../exchange/isOpenToAll.js';

/** Below, headers and frames take more than is won. */
const worthwhile = 1_024;

/** Whether `accept-encoding` names gzip (or any encoding) and does not refuse it (RFC 9110, 12.5.3). */
export function takesGzip(accepted: string | string[] | undefined): boolean {
  const weights = new Map(
    String(accepted ?? '')
      .toLowerCase()
      .split(',')
      .map((stated) => {
        const [coding = '', ...parameters] = stated.split(';').map((part) => part.trim());
        return [coding, parameters.find((parameter) => parameter.startsWith('q='))] as const;
      }),
  );
  const named = weights.has('gzip') ? 'gzip' : '*';
  return weights.has(named) && !/^q=0(\.0*)?$/.test(weights.get(named) ?? '');
}

/**
 * Compresses answers that hold nothing but open data, of whichever lane, where the requester takes gzip.
 *
 * No other: the length of a compressed answer tells how much of it repeats. Who asks chooses what stands
 * in it, by aliases and errors; who reads the wire would try out values beside the secret ones of the
 * same answer, and see by its length when one is right (BREACH, 2013).
 */
export function compressOpenAnswers(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
  done: DoneFuncWithErrOrRes,
): void {
  const admission = request.graphqlContext?.admission;
  const isLong =
    (typeof payload === 'string' || payload instanceof Uint8Array) && payload.length >= worthwhile;
  if (!admission || !isLong || !isOpenToAll(admission)) {
    done(null, payload);
    return;
  }
  const varies = reply.getHeader('vary');
  void reply.header('vary', varies ? `${String(varies)}, accept-encoding` : 'accept-encoding');
  if (!takesGzip(request.headers['accept-encoding'])) {
    done(null, payload);
    return;
  }
  void reply.header('content-encoding', 'gzip').removeHeader('content-length');
  gzip(payload, done);
}
