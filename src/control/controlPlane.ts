import type { GraphQLSchema } from 'graphql';

import type { Drift } from '../catalog/live/drift.js';
import type { Catalog } from '../catalog/model/catalog.js';
import { ExchangeError } from '../errors/exchangeError.js';
import { adminAudience } from '../identity/audience.js';
import { Authenticator } from '../identity/authenticator.js';
import type { ActionRecorder } from '../record/entry/actionRecorder.js';
import type { RecordReader } from '../record/search/recordReader.js';
import type { AgencyCode } from '../shared/brand.js';

import type { AdminContext } from './adminContext.js';
import { adminSchema } from './adminSchema.js';
import { AdministratorEntity } from './administrators/administratorEntity.js';
import { createLoaders } from './loaders.js';
import type { PolicyControl } from './policy/openPolicy.js';

/** What there is to administer. */
interface Administered {
  readonly control: PolicyControl;
  readonly catalog: Catalog;
  readonly drift: () => readonly Drift[];
  readonly record: Pick<RecordReader, 'search' | 'verify'>;
}

/** An administrator that has proved who it is. */
interface ProvedAdministrator {
  readonly id: string;
  readonly agency: AgencyCode;
  /** What the resolvers of its request share. */
  context(actions: ActionRecorder): AdminContext;
}

/** Policy as administrators read and change it, and the record as they search it. */
export class ControlPlane {
  readonly schema: GraphQLSchema = adminSchema();
  readonly #administered: Administered;
  readonly #authenticator: Authenticator;

  /** @param now milliseconds since the epoch */
  constructor(administered: Administered, now: () => number) {
    this.#administered = administered;
    this.#authenticator = new Authenticator(adminAudience, now);
  }

  /**
   * Tells who administers, by what the control database holds at this moment. So the removal of an
   * administrator, or the change of a key, counts at once.
   *
   * @throws {ExchangeError} UNAUTHENTICATED; NOT_READY where the control database cannot be read
   */
  async admit(authorization: string | undefined): Promise<ProvedAdministrator> {
    if (authorization === undefined) {
      throw new ExchangeError('UNAUTHENTICATED', 'An administrator states a credential.');
    }
    const registered = await this.#registered();
    const { administrator } = await this.#authenticator.authenticate(authorization, (id) =>
      registered.get(id),
    );
    const administered = this.#administered;
    return {
      id: administrator.id,
      agency: administrator.agency as AgencyCode,
      context: (actions) => ({
        ...administered,
        administrator,
        loaders: createLoaders(administered.control.store),
        actions,
      }),
    };
  }

  async #registered() {
    try {
      const all = await this.#administered.control.store.read((manager) =>
        manager.find(AdministratorEntity),
      );
      return new Map(
        all.map((administrator) => {
          const { id, kid, jwk } = administrator;
          return [id, { id, keys: [{ kid, ...jwk }], administrator }];
        }),
      );
    } catch (cause) {
      throw new ExchangeError('NOT_READY', undefined, { cause });
    }
  }
}
