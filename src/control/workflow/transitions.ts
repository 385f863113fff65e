import type { MutationName } from '../roles/permissions.js';

import { refusalOf } from './refusalOf.js';

/** A way from status to status. */
interface Transition<From extends string, To extends string> {
  readonly from: readonly From[];
  readonly to: To;
}

/**
 * A life cycle: the ways from status to status, each under the action that takes it. A status that
 * stands in no `from` is an end.
 */
export type Transitions<From extends string, To extends string> = Readonly<
  Partial<Record<MutationName, Transition<From, To>>>
>;

/**
 * The status to which a way leads.
 *
 * @param what the thing whose status it is, as `the grant`
 * @throws {ExchangeError} BAD_USER_INPUT where the way does not begin at its present status
 */
export function nextStatus<To extends string>(
  { from, to }: Transition<string, To>,
  what: string,
  present: string,
): To {
  if (!from.some((status) => status === present)) {
    throw refusalOf(`${what} is ${present}, and not ${from.join(' or ')}`);
  }
  return to;
}
