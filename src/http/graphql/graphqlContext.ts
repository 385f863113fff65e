import type { Admission } from '../../exchange/admission.js';
import type { EntryDraft } from '../recording/entryDraft.js';

/** What Apollo Server carries from the route to the executor. Apollo makes a shallow copy of it. */
export interface GraphQLContext {
  readonly admission: Admission;
  readonly draft: EntryDraft;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Null until the request is admitted. */
    graphqlContext: GraphQLContext | null;
  }
}
