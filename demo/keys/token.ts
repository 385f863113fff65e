import { existsSync } from 'node:fs';

import { adminAudience } from '../../src/identity/tokenClaims.js';
import { readSettings } from '../../src/start/settings.js';
import { demoDir } from '../demoDir.js';
import { demoAdministrators, demoClients } from '../policy/demoClients.js';

import { signToken } from './signToken.js';

/** Whose token is asked for: a client's, with its purpose, or an administrator's. */
export interface TokenOptions {
  readonly as?: string;
  readonly purpose?: string;
  readonly administrator?: string;
}

function idsOf(holders: readonly { readonly id: string }[]): string {
  return holders.map(({ id }) => id).join(', ');
}

/** The purpose is no part of a token; it is only checked here so that a slip is told at once. */
function clientToken(dir: string, { as, purpose }: TokenOptions): Promise<string> {
  const client = demoClients.find(({ id }) => id === as);
  if (!client) throw new Error(`--as names one of ${idsOf(demoClients)}.`);
  if (purpose !== client.purpose) {
    throw new Error(`--purpose of ${client.id} is ${client.purpose}.`);
  }
  return signToken(dir, client.id);
}

function administratorToken(dir: string, administrator: string): Promise<string> {
  if (!demoAdministrators.some(({ id }) => id === administrator)) {
    throw new Error(`--administrator names one of ${idsOf(demoAdministrators)}.`);
  }
  return signToken(dir, administrator, adminAudience);
}

/** A token of a demo client, or of the demo's administrator. */
export async function token(options: TokenOptions): Promise<string> {
  const settings = readSettings(process.env);
  if (settings.TONGDAO_MODE !== 'demo') {
    throw new Error(
      'Tokens are signed here in demo mode only: elsewhere each client holds its key.',
    );
  }
  const dir = demoDir(settings.TONGDAO_DATA_DIR);
  const { administrator } = options;
  if (!existsSync(dir)) throw new Error('The demo has no keys yet: run `npm start` first.');
  return administrator === undefined
    ? clientToken(dir, options)
    : administratorToken(dir, administrator);
}
