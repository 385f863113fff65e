import { printSchemaWithDirectives } from '@graphql-tools/utils';

import { readSettings } from '../config/settings.js';
import { compileContract } from '../contract/compileContract.js';
import { decide } from '../policy/decide.js';
import type { Grant } from '../policy/grant.js';

import { openPolicy } from './openPolicy.js';
import { statedRequester, type Stated } from './statedRequester.js';

/** What stands above the SDL: nothing that tells when or where it was printed. */
function headerFor(grant: Grant | null): string {
  const who = grant ? `${grant.client} for ${grant.purpose}` : 'the public';
  const options = grant ? `--as ${grant.client} --purpose ${grant.purpose}` : '--public';
  return `# The contract of ${who}.
# What is not here is not shared. Printed by \`npx tongdao schema ${options}\`.

`;
}

/**
 * The SDL of a requester's contract, its masks as applied directives, which introspection leaves
 * out. It comes by the stages of a request: grant, decisions, contract.
 *
 * @throws {Error} with a sentence that says what would be right
 */
export async function schema(
  stated: Stated,
  env: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  const settings = readSettings(env);
  const { catalog, snapshot, close } = await openPolicy(settings);
  try {
    const { requester, grant } = statedRequester(stated, snapshot, settings.TONGDAO_MODE);
    const { rules } = snapshot;
    const purpose = grant?.purpose ?? null;
    const decisions = decide({ catalog, rules, requester, purpose, grant });
    const contract = compileContract(decisions, catalog.version);
    return `${headerFor(grant)}${printSchemaWithDirectives(contract.schema)}\n`;
  } finally {
    await close();
  }
}
