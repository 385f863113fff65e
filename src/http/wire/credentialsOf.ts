import type { IncomingMessage } from 'node:http';

import type { Credentials } from '../../exchange/exchange.js';

import { singleHeader } from './headerValues.js';

/** What a request shows to be admitted. */
export function credentialsOf(request: IncomingMessage): Credentials {
  return {
    authorization: singleHeader(request, 'authorization'),
    purpose: singleHeader(request, 'purpose'),
  };
}
