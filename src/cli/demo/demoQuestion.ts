import type { ExplorerConfig } from '../../http/explorer.js';

import { signToken } from './demoKeys.js';
import { demoClients } from './demoPolicy.js';

/** A generated resident of 市南区, whom both demo requesters may look up. */
export const demoIdNo = '370202199107157904';

/** The one operation to which the demo's requesters get different lawful answers. */
export const demoOperation = `{
  resident(idNo: "${demoIdNo}") {
    idNo
    name
    birthDate
    division { name province { name } }
  }
}
`;

/** Lines for a shell, one for each requester, each with a token of its own. */
export async function curlLines(dir: string, address: string): Promise<readonly string[]> {
  const body = JSON.stringify({ query: demoOperation.replace(/\s+/g, ' ').trim() });
  return Promise.all(
    demoClients.map(async ({ id, purpose }) =>
      [
        `curl -s ${address}/graphql`,
        `-H 'content-type: application/json'`,
        `-H 'authorization: Bearer ${await signToken(dir, id)}'`,
        `-H 'purpose: ${purpose}'`,
        `-d '${body}'`,
      ].join(' '),
    ),
  );
}

/** What the explorer begins with: the same operation, and a switch between the requesters. */
export async function demoExplorer(dir: string): Promise<ExplorerConfig> {
  const clients = demoClients.map(async ({ id, label, purpose }) => ({
    label,
    purpose,
    token: await signToken(dir, id),
  }));
  const thePublic = { label: 'The public', purpose: null, token: null };
  return { operation: demoOperation, requesters: [...(await Promise.all(clients)), thePublic] };
}
