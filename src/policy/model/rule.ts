import type { Mask } from '../../mask/mask.js';
import type { ClientId, PurposeCode } from '../../shared/brand.js';

import type { Condition } from './condition.js';
import type { Window } from './window.js';

interface Scope {
  readonly id: string;
  /** Whom it concerns; left out, everyone. */
  readonly client?: ClientId | undefined;
  readonly purpose?: PurposeCode | undefined;
  readonly resource: string;
}

/** An administrator's tightening of what is granted. No rule can widen. */
export type Rule =
  | (Scope & { readonly kind: 'WITHHOLD'; readonly field: string })
  | (Scope & { readonly kind: 'MASK'; readonly field: string; readonly mask: Mask })
  | (Scope & { readonly kind: 'ROWS'; readonly rows: Condition })
  /** Closed, unless it says that it is open now: see `RulesByTime`. */
  | (Scope & { readonly kind: 'WINDOW'; readonly open?: true } & Window)
  | (Scope & { readonly kind: 'SUSPEND' });

/** Whether a rule concerns this requester, purpose and resource. */
export function concerns(
  rule: Rule,
  client: ClientId | null,
  purpose: PurposeCode | null,
  resource: string,
): boolean {
  return (
    rule.resource === resource &&
    (rule.client === undefined || rule.client === client) &&
    (rule.purpose === undefined || rule.purpose === purpose)
  );
}
