import { ExchangeError } from '../../errors/exchangeError.js';

/** Our code for each of Fastify's own refusals. */
const fastifyErrors: Readonly<Record<string, { status: number; error: () => ExchangeError }>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: {
    status: 413,
    error: () => new ExchangeError('LIMIT_EXCEEDED', 'The body of a request must be smaller.'),
  },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    status: 415,
    error: () => badBody('its content type is `application/json`'),
  },
  FST_ERR_CTP_INVALID_JSON_BODY: { status: 400, error: () => badBody('its body is JSON') },
  FST_ERR_CTP_EMPTY_JSON_BODY: { status: 400, error: () => badBody('its body is JSON') },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: {
    status: 400,
    error: () => badBody('its length is as it states'),
  },
};

function badBody(contract: string): ExchangeError {
  return new ExchangeError(
    'BAD_USER_INPUT',
    `A request is a POST, and ${contract}; this one is not.`,
  );
}

/** Gives the exchange's error and the status for whatever was thrown before the executor. */
export function toErrorAnswer(thrown: unknown): { status: number; error: ExchangeError } {
  if (thrown instanceof ExchangeError) return { status: thrown.status, error: thrown };
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  const known = fastifyErrors[code];
  if (known) return { status: known.status, error: known.error() };
  if (thrown instanceof SyntaxError) return { status: 400, error: badBody('its body is JSON') };
  const error = new ExchangeError('INTERNAL', undefined, { cause: thrown });
  return { status: error.status, error };
}
