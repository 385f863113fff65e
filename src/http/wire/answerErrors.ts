import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { ExchangeError } from '../../errors/exchangeError.js';

import { refusalType } from './refusalType.js';
import { toErrorAnswer } from './toErrorAnswer.js';
import { writeErrorBody } from './writeErrorBody.js';

function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  error: ExchangeError,
): FastifyReply {
  request.entryDraft.refused(error);
  return reply
    .code(status)
    .type(refusalType(request.headers.accept))
    .send(writeErrorBody(error, request.entryDraft.requestId));
}

/** Answers thrown errors, and requests to no route, in the words of the exchange. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((thrown, request, reply) => {
    const { status, error } = toErrorAnswer(thrown);
    return answer(request, reply, status, error);
  });
  // Fastify's own answer would echo the address.
  app.setNotFoundHandler((request, reply) =>
    answer(
      request,
      reply,
      404,
      new ExchangeError('BAD_USER_INPUT', 'A request is a POST to `/graphql`.'),
    ),
  );
}
