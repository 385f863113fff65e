import type { GraphQLSchema } from 'graphql';

import type { ActionRecorder } from '../../record/entry/actionRecorder.js';
import type { AgencyCode } from '../../shared/brand.js';

/** The port by which administrators reach policy. The server does not know what lies behind it. */
export interface Administration {
  readonly schema: GraphQLSchema;
  /** @throws {ExchangeError} where the credential does not prove an administrator */
  admit(authorization: string | undefined): Promise<AdmittedAdministrator>;
}

export interface AdmittedAdministrator {
  readonly id: string;
  readonly agency: AgencyCode;
  /** Makes the context of the resolvers, for one request. */
  context(actions: ActionRecorder): object;
}
