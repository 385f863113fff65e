import { signToken } from '../keys/signToken.js';
import { demoClients } from '../policy/demoClients.js';

import { demoOccasion, operationOf } from './demoOperation.js';

/** Lines for a shell, one for each client, each with a token of its own. */
export async function curlLines(dir: string, address: string): Promise<readonly string[]> {
  return Promise.all(
    demoClients.map(async ({ id, purpose }) => {
      const query = operationOf(id).replace(/\s+/g, ' ').trim();
      return [
        `curl -s ${address}/graphql`,
        `-H 'content-type: application/json'`,
        `-H 'authorization: Bearer ${await signToken(dir, id)}'`,
        `-H 'purpose: ${purpose}'`,
        `-H 'acting-user: ${demoOccasion.actingUser}'`,
        `-H 'case-reference: ${demoOccasion.caseReference}'`,
        `-d '${JSON.stringify({ query })}'`,
      ].join(' ');
    }),
  );
}
