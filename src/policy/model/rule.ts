import type { Mask } from '../../mask/mask.js';
import type { ClientId, PurposeCode } from '../../shared/brand.js';

import type { Condition } from './condition.js';
import type { Window } from './window.js';

interface RuleTarget {
  readonly id: string;
  /** The client that the rule concerns; every client if left out. */
  readonly client?: ClientId | undefined;
  readonly purpose?: PurposeCode | undefined;
  /** It concerns the public alone. */
  readonly public?: true | undefined;
  readonly resource: string;
}

/** A rule by which an administrator tightens what is granted. No rule can widen it. */
export type Rule =
  | (RuleTarget & { readonly kind: 'WITHHOLD'; readonly field: string })
  | (RuleTarget & {
      readonly kind: 'MASK';
      readonly field: string;
      readonly mask: Mask;
      /** Its exception: over fields of the same resource that the requester is shown in clear. */
      readonly clearWhere?: Condition | undefined;
    })
  | (RuleTarget & { readonly kind: 'ROWS'; readonly rows: Condition })
  /** Closed unless `open` is set, which `RulesByTime` does. */
  | (RuleTarget & { readonly kind: 'WINDOW'; readonly open?: true } & Window)
  | (RuleTarget & { readonly kind: 'SUSPEND' });

/** Whether a rule concerns this requester and purpose. */
export function concerns(
  rule: Rule,
  client: ClientId | null,
  purpose: PurposeCode | null,
): boolean {
  if (rule.public && client !== null) return false;
  return (
    (rule.client === undefined || rule.client === client) &&
    (rule.purpose === undefined || rule.purpose === purpose)
  );
}
