import type { FastifyInstance } from 'fastify';

import { checkBody } from '../../exchange/checkBody.js';
import type { Exchange } from '../../exchange/exchange.js';
import type { OccasionReader } from '../recording/occasionReader.js';
import { checkAccept } from '../wire/checkAccept.js';
import { compressOpenAnswers } from '../wire/compressOpenAnswers.js';
import { singleHeader } from '../wire/headerValues.js';

import { ApolloServers } from './apolloServers.js';
import type { RepeatLane } from './repeatLane.js';

/** Serves the one route by which data leaves. */
export function serveExchange(
  app: FastifyInstance,
  exchange: Pick<Exchange, 'admit' | 'answer'>,
  occasions: OccasionReader,
  lane: RepeatLane,
): void {
  const servers = new ApolloServers(exchange, lane);
  app.decorateRequest('graphqlContext', null);
  app.post('/graphql', {
    // Admitted before the body is read, so that the entry of a refused body names its client.
    onRequest: async (request) => {
      const draft = request.entryDraft;
      const { occasion, fault } = occasions.read(request.raw);
      draft.stated(occasion);
      const admission = await exchange.admit({
        authorization: singleHeader(request.raw, 'authorization'),
        purpose: singleHeader(request.raw, 'purpose'),
      });
      draft.admitted(admission);
      // Checked after the admission: a request that is not admitted learns of nothing else.
      if (fault) throw fault;
      request.graphqlContext = { admission, draft };
    },
    // After the hook that puts answers on record.
    onSend: compressOpenAnswers,
    async handler(request, reply) {
      if (!request.graphqlContext) throw new TypeError('a request came past its admission');
      const { body, headers, graphqlContext } = request;
      checkAccept(headers.accept);
      checkBody(body);
      const { admission } = graphqlContext;
      const known = lane.find(body, headers.accept, admission.contract.fingerprint);
      if (known) {
        const repeated = await lane.answer(known, body.variables, graphqlContext);
        void reply.code(repeated.status).type(repeated.contentType);
        // The body is returned, not the reply: Fastify awaits a reply by watching the whole response.
        return repeated.body;
      }
      const handler = await servers.handlerOf(admission.contract);
      return handler.call(this, request, reply);
    },
  });
}
