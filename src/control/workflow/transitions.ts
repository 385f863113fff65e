import type { MutationName } from '../roles/permissions.js';

import { refusalOf } from './refusalOf.js';

/** A way from status to status. */
interface Transition<Status extends string> {
  readonly from: readonly Status[];
  readonly to: Status;
}

/**
 * A life cycle: the ways from status to status, each under the action that takes it. A status that
 * stands in no `from` is an end.
 */
export type Transitions<Status extends string> = Readonly<
  Partial<Record<MutationName, Transition<Status>>>
>;

/**
 * The status to which a way leads.
 *
 * @param what the thing whose status it is, as `the grant`
 * @throws {ExchangeError} BAD_USER_INPUT where the way does not begin at its present status
 */
export function nextStatus<Status extends string>(
  { from, to }: Transition<Status>,
  what: string,
  present: string,
): Status {
  if (!from.some((status) => status === present)) {
    throw refusalOf(`${what} is ${present}, and not ${from.join(' or ')}`);
  }
  return to;
}
