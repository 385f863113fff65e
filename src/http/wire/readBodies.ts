import { isUtf8 } from 'node:buffer';

import type { FastifyInstance, FastifyRequest } from 'fastify';

import { ExchangeError } from '../../errors/exchangeError.js';

/** The refusal of a body that is written as none here is read. */
class UnsupportedMediaType extends ExchangeError {
  override get status(): number {
    return 415;
  }
}

/** JSON is UTF-8 (RFC 8259, 8.1); the parameter has no meaning for it, and some clients state it. */
const charset = /;\s*charset\s*=\s*"?([^";\s]*)/i;
const utf8 = /^utf-?8$/i;

function checkHeaders({ headers }: FastifyRequest): void {
  const stated = charset.exec(headers['content-type'] ?? '')?.[1];
  if (stated !== undefined && !utf8.test(stated)) {
    throw new UnsupportedMediaType(
      'BAD_USER_INPUT',
      'A request is a POST of JSON in UTF-8; this one states another `charset`.',
    );
  }
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding.trim().toLowerCase() !== 'identity') {
    throw new UnsupportedMediaType(
      'BAD_USER_INPUT',
      'A request is a POST of JSON as it stands; this one states a `content-encoding`.',
    );
  }
}

/**
 * The text of a body. A mark of the byte order at its beginning is passed over (RFC 8259, 8.1).
 *
 * @throws {ExchangeError} BAD_USER_INPUT where it is no UTF-8
 */
export function decodeBody(body: Buffer): string {
  if (!isUtf8(body)) {
    throw new ExchangeError(
      'BAD_USER_INPUT',
      'A request is a POST of JSON in UTF-8; the body of this one is none.',
    );
  }
  const text = body.toString('utf8');
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

/**
 * Reads bodies as JSON in UTF-8, and no others. In another charset, characters would be replaced without
 * notice, and a person who is there would be answered for as one who is not.
 */
export function readBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    (request, body: Buffer, done) => {
      let text: string;
      try {
        text = decodeBody(body);
      } catch (error) {
        done(error as Error);
        return;
      }
      void parse(request, text, done);
    },
  );
  app.addHook('preParsing', (request, _reply, payload, done) => {
    checkHeaders(request);
    done(null, payload);
  });
}
