import type { errors } from 'jose';

import { clockTolerance, maxTokenAge, type Audience } from './audience.js';

const tolerated = `, with ${clockTolerance} s of tolerance`;
const tooOld = `has expired: by its claim \`iat\` it is older than ${maxTokenAge / 3_600} hours`;

/**
 * Says which claim of a token is wrong. It is said to nobody but who holds a registered key: a signature
 * is verified before any claim is looked at.
 */
export function describeClaim(
  { claim, code, reason }: Pick<errors.JWTClaimValidationFailed, 'claim' | 'code' | 'reason'>,
  { audience }: Audience,
): string {
  if (reason === 'missing') return `lacks the claim \`${claim}\``;
  if (reason === 'invalid') return `states in its claim \`${claim}\` what is no time`;
  if (code === 'ERR_JWT_EXPIRED') {
    return claim === 'exp' ? `has expired, by its claim \`exp\`${tolerated}` : tooOld;
  }
  switch (claim) {
    case 'iat':
      return `is issued at a time to come, by its claim \`iat\`${tolerated}`;
    case 'nbf':
      return `is not in force yet, by its claim \`nbf\`${tolerated}`;
    case 'aud':
      return `is for others than \`${audience}\`, by its claim \`aud\``;
    default:
      return `has a wrong claim \`${claim}\``;
  }
}
