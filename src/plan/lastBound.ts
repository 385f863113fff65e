import type { BindContext } from './bindContext.js';
import type { BoundPlan } from './boundPlan.js';
import type { Variables } from './operation/bindVariables.js';

/** Variables of a longer text are bound anew each time. UTF-16 code units. */
const longest = 2_000;

interface Kept {
  readonly given: string;
  readonly context: BindContext;
  readonly bound: BoundPlan;
}

/** Whether all that a request brings along is equal; what else is in a context is the exchange's own. */
function isEqual(one: BindContext, other: BindContext): boolean {
  const [asks, asked] = [one.requester, other.requester];
  return (
    asks.attributes === asked.attributes &&
    (asks.kind === 'client' ? asks.client : null) ===
      (asked.kind === 'client' ? asked.client : null) &&
    one.contract === other.contract &&
    one.purpose === other.purpose &&
    one.grant?.id === other.grant?.id &&
    one.today === other.today &&
    one.limits === other.limits
  );
}

/**
 * What one operation was bound to last. The same request, by the same requester on the same day, is bound to
 * the same, so it is not bound once more.
 */
export class LastBound {
  #kept: Kept | null = null;

  /**
   * @param given the variables, as the request states them
   * @param make binds the operation; what it throws is not kept
   */
  get(given: Variables, context: BindContext, make: () => BoundPlan): BoundPlan {
    const text = JSON.stringify(given);
    const kept = this.#kept;
    if (kept?.given === text && isEqual(kept.context, context)) return kept.bound;
    const bound = make();
    if (text.length <= longest) this.#kept = { given: text, context, bound };
    return bound;
  }
}
