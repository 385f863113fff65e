import { existsSync } from 'node:fs';

import { readSettings } from '../config/settings.js';

import { signToken } from './demo/demoKeys.js';
import { checkDemoClient } from './demo/demoPolicy.js';
import { demoDir } from './demo/prepareDemo.js';

/**
 * A token of a demo client. The purpose is no part of it: it goes into the header `purpose`, and is
 * only checked here so that a slip is told at once.
 */
export async function token(clientId: string, purpose: string): Promise<string> {
  const settings = readSettings(process.env);
  if (settings.TONGDAO_MODE !== 'demo') {
    throw new Error(
      'Tokens are signed here in demo mode only: elsewhere each client holds its key.',
    );
  }
  const client = checkDemoClient(clientId, purpose);
  const dir = demoDir(settings.TONGDAO_DATA_DIR);
  if (!existsSync(dir)) throw new Error('The demo has no keys yet: run `npm start` first.');
  return signToken(dir, client.id);
}
