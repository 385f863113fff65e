import type { LoggedContext } from '../graphql/apolloOptions.js';
import type { GraphQLContext } from '../graphql/graphqlContext.js';
import type { RequestLog } from '../recording/requestLog.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** What is known of the request, for the record. */
    exchangeLog: RequestLog;
    /** Set once the request was admitted. */
    graphqlContext: GraphQLContext | null;
    /** Set once an administrator was admitted. */
    adminContext: LoggedContext | null;
  }
  interface FastifyContextConfig {
    /** Answers of this route hold nothing of any agency: they are not recorded. */
    unrecorded?: boolean;
  }
}
