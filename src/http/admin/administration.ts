import type { GraphQLSchema } from 'graphql';

import type { ActionRecorder } from '../../record/entry/actionRecorder.js';
import type { AgencyCode } from '../../shared/brand.js';

/** The port by which administrators reach policy; what lies behind it, the server does not know. */
export interface Administration {
  readonly schema: GraphQLSchema;
  /** @throws {ExchangeError} for whoever does not prove to be an administrator */
  admit(authorization: string | undefined): Promise<AdmittedAdministrator>;
}

export interface AdmittedAdministrator {
  readonly id: string;
  readonly agency: AgencyCode;
  /** The context of the resolvers, for one request. */
  context(log: ActionRecorder): object;
}
