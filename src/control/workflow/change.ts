import type { EntityManager } from 'typeorm';

import { ExchangeError } from '../../errors/exchangeError.js';
import type { PolicySnapshot } from '../../policy/model/policySnapshot.js';
import type { AdminContext } from '../adminContext.js';
import type { GrantSeed } from '../policy/grantSeed.js';
import { PolicyError } from '../policy/policyError.js';
import { compilePolicy } from '../policy/readPolicy.js';
import { isWithin, type Affected } from '../roles/extent.js';
import { extentOf, type MutationName } from '../roles/permissions.js';

import { refusalOf } from './refusalOf.js';

/** What a change came to, before it is committed. */
export interface Change<T> extends Affected {
  /** The id of what is changed. It goes on record, so it is one that policy knows. */
  readonly target: string;
  readonly result: T;
  /** What it comes to, in words of policy; it goes on record behind the target. */
  readonly says?: string;
  /** A grant that is not in force yet. The change is judged as if it were. */
  readonly proposes?: GrantSeed;
  /** Looks at the policy that the change would leave, and throws what must not be. */
  readonly check?: (left: PolicySnapshot) => void;
}

/**
 * Makes a change of policy, whole or not at all. Before it is committed it must be within the
 * administrator's role, the policy that it would leave must compile against the catalog, and its
 * entry `BEGUN` must be on record. It is in force in this process when this resolves.
 *
 * @throws {ExchangeError} BAD_USER_INPUT, FORBIDDEN, NOT_READY
 */
export async function change<T>(
  { administrator, control, catalog, actions }: AdminContext,
  action: MutationName,
  work: (manager: EntityManager) => Promise<Change<T>>,
): Promise<T> {
  const extent = extentOf(administrator.role, action);
  const making = control.store.change(work, async (left, made) => {
    actions.actedOn(made.says === undefined ? made.target : `${made.target}: ${made.says}`);
    if (!extent || !isWithin(extent, made, administrator.agency, catalog)) {
      throw new ExchangeError('FORBIDDEN');
    }
    const grants = made.proposes ? [...left.grants, made.proposes] : left.grants;
    // Compiled whether or not anything more is checked: what does not compile would stop every gateway.
    const proposed = compilePolicy({ ...left, grants }, catalog, 'proposed');
    made.check?.(proposed);
    await actions.begun();
  });
  const { result } = await making.catch((error: unknown) => {
    throw error instanceof PolicyError ? refusalOf(...error.problems) : error;
  });
  // The change is committed. Should this reading fail, the next one finds it, within the second.
  await control.refresh().catch(() => undefined);
  return result;
}
