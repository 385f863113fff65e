import type { FastifyRequest } from 'fastify';

import type { Exchange } from '../../exchange/exchange.js';
import type { OccasionReader } from '../recording/occasionReader.js';
import { credentialsOf } from '../wire/credentialsOf.js';

/**
 * Makes the hook that admits a request, before its body is read, so that the entry of a refused body names
 * its client.
 */
export function admitRequest(
  exchange: Pick<Exchange, 'admit'>,
  occasions: OccasionReader,
): (request: FastifyRequest) => Promise<void> {
  return async (request) => {
    const draft = request.entryDraft;
    const { occasion, fault } = occasions.read(request.raw);
    draft.stated(occasion);
    const admission = await exchange.admit(credentialsOf(request.raw));
    draft.admitted(admission);
    // Checked after the admission: a request that is not admitted learns of nothing else.
    if (fault) throw fault;
    request.graphqlContext = { admission, draft };
  };
}
