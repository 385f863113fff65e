import type { ExplorerConfig } from '../../src/http/portal/serveExplorer.js';
import { signToken } from '../keys/signToken.js';
import { demoClients } from '../policy/demoClients.js';

import { demoOccasion, demoOperation } from './demoOperation.js';

/** What the explorer begins with: the one operation, and a switch between the requesters. */
export async function demoExplorer(dir: string): Promise<ExplorerConfig> {
  const clients = demoClients.map(async ({ id, label, purpose }) => ({
    label,
    purpose,
    token: await signToken(dir, id),
  }));
  const thePublic = { label: 'The public', purpose: null, token: null };
  return {
    operation: demoOperation,
    occasion: demoOccasion,
    requesters: [...(await Promise.all(clients)), thePublic],
  };
}
