import type { GraphQLSchema } from 'graphql';

import type { ActionLog } from '../../audit/actionLog.js';
import type { Catalog } from '../../catalog/catalog.js';
import { ExchangeError } from '../../errors/exchangeError.js';
import { Proofs } from '../../identity/proofs.js';
import { adminAudience } from '../../identity/tokenClaims.js';
import type { AgencyCode } from '../../shared/brand.js';
import { AdministratorEntity } from '../entities/administrator.js';
import type { PolicyControl } from '../openPolicy.js';

import type { AdminContext } from './adminContext.js';
import { createLoaders } from './loaders.js';
import { adminSchema } from './schema.js';

/** An administrator that proved who it is. */
interface AdmittedAdministrator {
  readonly id: string;
  readonly agency: AgencyCode;
  /** What the resolvers of this request share. */
  context(log: ActionLog): AdminContext;
}

/** Policy as administrators read and change it. */
export class Administration {
  readonly schema: GraphQLSchema = adminSchema();
  readonly #control: PolicyControl;
  readonly #catalog: Catalog;
  readonly #proofs: Proofs;

  /** @param now milliseconds since the epoch */
  constructor(control: PolicyControl, catalog: Catalog, now: () => number) {
    this.#control = control;
    this.#catalog = catalog;
    this.#proofs = new Proofs(adminAudience, now);
  }

  /**
   * Tells who administers, by what the control database holds at this moment: a removed administrator
   * or a changed key counts at once.
   *
   * @throws {ExchangeError} UNAUTHENTICATED; NOT_READY where the control database cannot be read
   */
  async admit(authorization: string | undefined): Promise<AdmittedAdministrator> {
    if (authorization === undefined) {
      throw new ExchangeError('UNAUTHENTICATED', 'An administrator states a credential.');
    }
    const registered = await this.#registered();
    const { administrator } = await this.#proofs.prove(authorization, (id) => registered.get(id));
    const [control, catalog] = [this.#control, this.#catalog];
    return {
      id: administrator.id,
      agency: administrator.agency as AgencyCode,
      context: (log) => ({
        administrator,
        control,
        catalog,
        loaders: createLoaders(control.store),
        log,
      }),
    };
  }

  async #registered() {
    try {
      const all = await this.#control.store.read((manager) => manager.find(AdministratorEntity));
      return new Map(
        all.map((administrator) => {
          const { id, kid, x } = administrator;
          return [id, { id, keys: [{ kid, x }], administrator }];
        }),
      );
    } catch (cause) {
      throw new ExchangeError('NOT_READY', undefined, { cause });
    }
  }
}
