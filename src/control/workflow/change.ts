import type { EntityManager } from 'typeorm';

import { ExchangeError } from '../../errors/exchangeError.js';
import type { PolicySnapshot } from '../../policy/model/policySnapshot.js';
import type { AdminContext } from '../adminContext.js';
import { compilePolicy, PolicyError } from '../policy/readPolicy.js';
import { extentOf, type MutationName } from '../roles/permissions.js';
import { isWithin, type Subject } from '../roles/subject.js';

/** What a change came to, before it is committed. */
export interface Change<T> extends Subject {
  /** The id of what is changed, which policy knows. */
  readonly target: string;
  readonly result: T;
  /** Looks at the policy that it would leave; throws what must not be. */
  readonly check?: (left: PolicySnapshot) => void;
}

/** The refusal of a change, with all that does not fit. */
export function refusalOf(...problems: readonly string[]): ExchangeError {
  return new ExchangeError(
    'BAD_USER_INPUT',
    `A change fits the policy that is there, and the catalog; this one does not: ${problems.join('; ')}.`,
  );
}

/**
 * Makes a change of policy, whole or not at all: it must be within the administrator's role, the
 * policy that it would leave must compile against the catalog, and it must be on record. It is in
 * force in this process when this resolves.
 *
 * @throws {ExchangeError} BAD_USER_INPUT, FORBIDDEN, NOT_READY
 */
export async function change<T>(
  { administrator, control, catalog, log }: AdminContext,
  action: MutationName,
  work: (manager: EntityManager) => Promise<Change<T>>,
): Promise<T> {
  const extent = extentOf(administrator.role, action);
  const making = control.store.change(work, async (left, made) => {
    log.actedOn(made.target);
    if (!extent || !isWithin(extent, made, administrator.agency, catalog)) {
      throw new ExchangeError('FORBIDDEN');
    }
    const proposed = compilePolicy(left, catalog, 'proposed');
    made.check?.(proposed);
    await log.begun();
  });
  const { result } = await making.catch((error: unknown) => {
    throw error instanceof PolicyError ? refusalOf(...error.problems) : error;
  });
  // It is made, whatever becomes of this reading: the next one, within the second, finds it too.
  await control.refresh().catch(() => undefined);
  return result;
}
