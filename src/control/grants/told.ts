import type { GrantEntity } from './grantEntity.js';
import { toldStatus } from './grantStates.js';
import type { GrantType } from './grantType.js';

/** A grant as administrators are told of it. */
export function told(grant: GrantEntity): GrantType {
  const { id, client, purpose, validUntil, resources, createdBy, reason } = grant;
  const status = toldStatus(grant, Date.now());
  return { id, client, purpose, status, validUntil, resources, createdBy, reason };
}
