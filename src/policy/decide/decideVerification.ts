import type { Resource } from '../../catalog/model/catalog.js';
import type { FieldDecision, VerificationDecision } from '../model/decisions.js';

import type { Permission } from './permission.js';

/** What can be verified of a resource, or why nothing can. */
export type DecidedVerification =
  | { readonly kind: 'held'; readonly verification: VerificationDecision }
  | { readonly kind: 'refused'; readonly by: string };

/**
 * Decides what a verification compares: exactly the fields that were granted VERIFY. If ceiling or rules
 * take one of them, the whole verification is refused. An answer about two claims together tells less
 * than an answer about the one that would remain.
 *
 * @param fields the decisions of the resource's fields
 */
export function decideVerification(
  { key, fields: known }: Resource,
  permission: Permission,
  fields: ReadonlyMap<string, FieldDecision>,
): DecidedVerification {
  if (key.length === 0) return { kind: 'refused', by: 'no key' };
  const hasKey = key.every((name) => {
    const ofKey = fields.get(name)?.uses;
    return ofKey?.has('LOOKUP') || ofKey?.has('VERIFY');
  });
  if (!hasKey) {
    return { kind: 'refused', by: 'the key may be neither looked up nor verified' };
  }
  const claims = [...known.values()].filter(
    (field) => !key.includes(field.name) && permission.field(field)?.uses?.has('VERIFY'),
  );
  if (claims.length === 0) return { kind: 'refused', by: 'no field may be verified' };
  const taken = claims.find(({ name }) => !fields.get(name)?.uses.has('VERIFY'));
  if (taken) {
    return {
      kind: 'refused',
      by: `"${taken.name}" may not be verified, and without it the rest would tell more`,
    };
  }
  return { kind: 'held', verification: { claims, ...permission.verification } };
}
